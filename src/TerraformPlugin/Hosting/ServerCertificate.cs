using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TerraformPlugin.Hosting;

/// <summary>Makes the certificate that the plugin shows to the CLI; it serves one process and is never stored.</summary>
internal static class ServerCertificate
{
    private const string Host = "localhost";

    /// <summary>A self-signed certificate for <c>localhost</c>, the name that the CLI asks for, on a fresh P-256 key.</summary>
    public static X509Certificate2 Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(Host);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());

        // The client allows no tolerance on the first moment.
        var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddYears(1));
        return OperatingSystem.IsWindows() ? WithStoredKey(certificate) : certificate;
    }

    // Schannel wants a key that the system can find again.
    private static X509Certificate2 WithStoredKey(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
    }
}
