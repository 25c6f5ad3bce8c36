using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PluginClient;

/// <summary>The certificate by which a CLI proves who it is; made for one start of a provider, as CLIs do.</summary>
public sealed class ClientIdentity : IDisposable
{
    private ClientIdentity(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The value that a CLI gives PLUGIN_CLIENT_CERT.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>A certificate with the key and the properties that Go's plugin library gives it.</summary>
    public static ClientIdentity Create() => Create(-TimeSpan.FromSeconds(30), TimeSpan.FromDays(30 * 365));

    /// <summary>The same, valid from one moment to another, both counted from now.</summary>
    public static ClientIdentity Create(TimeSpan from, TimeSpan to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        return Create(key, from, to);
    }

    /// <summary>Another certificate of the same key and name.</summary>
    public ClientIdentity Renew()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return Create(key, -TimeSpan.FromSeconds(30), TimeSpan.FromDays(30 * 365));
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private static ClientIdentity Create(ECDsa key, TimeSpan from, TimeSpan to)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost, O=HashiCorp", key, HashAlgorithmName.SHA512);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(KeyPurpose.Client), new Oid(KeyPurpose.Server)], false));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return new ClientIdentity(request.CreateSelfSigned(now + from, now + to));
    }
}
