using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RocketChat.Client.Tests.Stub;

/// <summary>Certificates made for one test.</summary>
public static class Certificates
{
    public static X509Certificate2 SelfSigned(string name, bool withLoopback = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority: true);
        request.CertificateExtensions.Add(Names(name, withLoopback));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return WithOpenKey(certificate);
    }

    /// <summary>A certificate that signs itself, with an RSA key of 1024 bits.</summary>
    public static X509Certificate2 WithShortKey(string name)
    {
#pragma warning disable CA5385 // The weakness is what is tested.
        using var key = RSA.Create(1024);
#pragma warning restore CA5385
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(Names(name, withLoopback: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return WithOpenKey(certificate);
    }

    /// <summary>A certificate that somebody else has signed with SHA-1.</summary>
    public static X509Certificate2 SignedWithSha1(string name, RSA key) =>
        new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(
            new X500DistinguishedName("CN=authority"),
            new Sha1Signature(key),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            [1]);

    /// <summary>A certificate authority; a root when nobody signs it.</summary>
    public static X509Certificate2 Authority(string name, X509Certificate2? signer = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority: true);
        if (signer is not null)
        {
            return Sign(request, key, signer, DateTimeOffset.UtcNow.AddDays(1.5));
        }

        using var root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(2));
        return WithOpenKey(root);
    }

    /// <summary>The certificate of a server.</summary>
    public static X509Certificate2 Server(string name, X509Certificate2 signer, bool withLoopback = true, bool isExpired = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key, isAuthority: false);
        request.CertificateExtensions.Add(Names(name, withLoopback));
        return Sign(request, key, signer, DateTimeOffset.UtcNow.AddDays(isExpired ? -2 : 1));
    }

    private static CertificateRequest Request(string name, ECDsa key, bool isAuthority)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        return request;
    }

    private static X509Extension Names(string name, bool withLoopback)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (withLoopback)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        return names.Build();
    }

    private static X509Certificate2 Sign(CertificateRequest request, ECDsa key, X509Certificate2 signer, DateTimeOffset end)
    {
        var start = DateTimeOffset.UtcNow.AddDays(-20);
        using var certificate = request.Create(signer, start, end, RandomNumberGenerator.GetBytes(8));
        using var pair = certificate.CopyWithPrivateKey(key);
        return WithOpenKey(pair);
    }

    // Kestrel needs the private key in a form that it can open.
    private static X509Certificate2 WithOpenKey(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
}
