using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace RocketChat.Client.Connections;

/// <summary>
/// Checks the certificate of a server against the roots of the machine. Everything else that .NET checks (host name, dates, purpose,
/// signatures) stays as it is: only the question which roots are trusted is answered here.
/// </summary>
internal sealed class ServerCertificateCheck(MachineRoots roots)
{
    private readonly Lock _lock = new();
    private (byte[] Leaf, X509ChainStatusFlags Found) _accepted = ([], default);

    /// <summary>Trusts nothing by itself, and looks for no missing certificates on the network.</summary>
    public static X509ChainPolicy Policy => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    /// <summary>Accepts what .NET accepts, unless the certificate can be forged.</summary>
    /// <exception cref="AuthenticationException">The certificate is not acceptable; says why, as .NET does.</exception>
    public static bool AcceptStrong(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        Judge(certificate, errors, chain is null ? X509ChainStatusFlags.NoError : FlagsOf(chain));

    /// <exception cref="AuthenticationException">The certificate is not acceptable; says why, as .NET does.</exception>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var status = X509ChainStatusFlags.NoError;
        if (certificate is X509Certificate2 leaf && chain is not null)
        {
            status = StatusOf(leaf, chain);
            errors = status == X509ChainStatusFlags.NoError
                ? errors & ~SslPolicyErrors.RemoteCertificateChainErrors
                : errors | SslPolicyErrors.RemoteCertificateChainErrors;
        }

        return Judge(certificate, errors, status);
    }

    private static bool Judge(X509Certificate? certificate, SslPolicyErrors errors, X509ChainStatusFlags status) => errors switch
    {
        SslPolicyErrors.None => certificate is not X509Certificate2 leaf || CertificateStrength.WeaknessOf(leaf) is not { } weakness
            ? true
            : throw new AuthenticationException($"The remote certificate can be forged: {weakness}"),
        SslPolicyErrors.RemoteCertificateChainErrors =>
            throw new AuthenticationException(
                $"The remote certificate is invalid because of errors in the certificate chain: {status}"),
        _ => throw new AuthenticationException($"The remote certificate is invalid according to the validation procedure: {errors}"),
    };

    // Connections that are opened at once bring the same certificate: the roots are asked about it once. Whatever .NET finds out without
    // them, such as that it has expired meanwhile, asks them again.
    private X509ChainStatusFlags StatusOf(X509Certificate2 leaf, X509Chain chain)
    {
        lock (_lock)
        {
            var found = FlagsOf(chain);
            if (found == _accepted.Found && leaf.RawDataMemory.Span.SequenceEqual(_accepted.Leaf))
            {
                return X509ChainStatusFlags.NoError;
            }

            var status = FindStatus(leaf, chain.ChainPolicy);
            if (status == X509ChainStatusFlags.NoError)
            {
                _accepted = (leaf.RawData, found);
            }

            return status;
        }
    }

    // Most chains end in a root whose name they say. Only if none of those helps, all roots are loaded, and missing certificates fetched.
    private X509ChainStatusFlags FindStatus(X509Certificate2 leaf, X509ChainPolicy policy)
    {
        byte[][] issuers = [leaf.IssuerName.RawData, .. policy.ExtraStore.Select(sent => sent.IssuerName.RawData)];
        foreach (var source in roots.Sources)
        {
            var named = Load(source.Where(root => Array.Exists(issuers, issuer => root.HasSubject(issuer))));
            if (named.Length > 0 && Build(leaf, policy, named, mayDownload: false) == X509ChainStatusFlags.NoError)
            {
                return X509ChainStatusFlags.NoError;
            }
        }

        return Build(leaf, policy, Load(roots.Sources.SelectMany(source => source)), mayDownload: true);
    }

    private static X509ChainStatusFlags Build(X509Certificate2 leaf, X509ChainPolicy policy, X509Certificate2[] trusted, bool mayDownload)
    {
        using var chain = new X509Chain { ChainPolicy = policy.Clone() };
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.DisableCertificateDownloads = !mayDownload;
        return chain.Build(leaf) ? X509ChainStatusFlags.NoError : FlagsOf(chain);
    }

    private static X509ChainStatusFlags FlagsOf(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status);

    private static X509Certificate2[] Load(IEnumerable<EncodedCertificate> certificates) =>
        [.. certificates.Select(certificate => certificate.Load()).OfType<X509Certificate2>()];
}
