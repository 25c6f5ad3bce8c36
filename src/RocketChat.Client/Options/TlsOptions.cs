namespace RocketChat.Client.Options;

/// <summary>The certificates that the client trusts and presents. Each certificate is PEM text or the path of a PEM file.</summary>
public sealed record TlsOptions
{
    /// <summary>Certificate authorities to trust instead of those of the system; null for those of the system.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>The certificate for a server or gateway that asks for one (mutual TLS); needs <see cref="ClientKey"/>.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>The private key that belongs to <see cref="ClientCertificate"/>.</summary>
    public string? ClientKey { get; init; }

    /// <summary>Accepts any server certificate. An attacker between client and server can then read the token.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>
    /// Reads the environment variables that say where OpenSSL finds the certificate authorities of a Linux machine:
    /// <c>SSL_CERT_FILE</c>, <c>SSL_CERT_DIR</c> and <c>HOME</c>. Read only if <see cref="CaCertificate"/> is null.
    /// </summary>
    public Func<string, string?> EnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The options that are set; never a key.</summary>
    public override string ToString() =>
        $"CA {(CaCertificate is null ? "of the system" : "given")}, client certificate {(ClientCertificate is null ? "none" : "given")}"
        + (InsecureSkipVerify ? ", server certificate not verified" : "");
}
