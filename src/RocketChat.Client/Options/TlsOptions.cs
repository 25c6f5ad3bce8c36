namespace RocketChat.Client;

/// <summary>What the client trusts and shows when it speaks TLS. Each certificate is PEM text or the path of a PEM file.</summary>
public sealed record TlsOptions
{
    /// <summary>One or more certificate authorities to trust instead of the system's; null trusts the system's.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>The certificate that we show to a server or gateway that asks for one (mutual TLS); needs <see cref="ClientKey"/>.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>The private key that belongs to <see cref="ClientCertificate"/>.</summary>
    public string? ClientKey { get; init; }

    /// <summary>Accepts any server certificate. Whoever can stand in between then reads the token.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>
    /// Reads the environment variables that say where OpenSSL finds the certificate authorities of a Linux machine:
    /// <c>SSL_CERT_FILE</c>, <c>SSL_CERT_DIR</c> and <c>HOME</c>. Read only if <see cref="CaCertificate"/> is null.
    /// </summary>
    public Func<string, string?> EnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Which options are set; never a key.</summary>
    public override string ToString() =>
        $"CA {(CaCertificate is null ? "of the system" : "given")}, client certificate {(ClientCertificate is null ? "none" : "given")}"
        + (InsecureSkipVerify ? ", server certificate not verified" : "");
}
