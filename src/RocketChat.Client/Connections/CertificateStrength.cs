using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RocketChat.Client.Connections;

/// <summary>
/// Refuses certificates that can be forged. Browsers and TLS libraries refuse them as well, some of them with a message that names no
/// reason.
/// </summary>
internal static class CertificateStrength
{
    private const int ShortestRsaKey = 2048;

    // SHA-1 with RSA, ECDSA and DSA, and MD5 with RSA.
    private static readonly string[] BrokenSignatures =
        ["1.2.840.113549.1.1.5", "1.2.840.10045.4.1", "1.2.840.10040.4.3", "1.2.840.113549.1.1.4"];

    /// <summary>The reason not to trust a certificate, in words that fit after its name; null if there is none.</summary>
    public static string? WeaknessOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is { KeySize: < ShortestRsaKey }
            ? $"its RSA key has {key.KeySize} bits (at least {ShortestRsaKey} are needed)"
            : IsSignedWeakly(certificate) ? "it is signed with SHA-1 or MD5" : null;
    }

    // The signature of a certificate that signs itself proves nothing: such a certificate is trusted by name.
    private static bool IsSignedWeakly(X509Certificate2 certificate) =>
        BrokenSignatures.Contains(certificate.SignatureAlgorithm.Value, StringComparer.Ordinal)
        && !certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
