using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RocketChat.Client.Connections;

/// <summary>
/// A certificate of which only the subject has been read: that takes a hundredth of the time of loading the certificate, and a bundle
/// holds about 150 of them.
/// </summary>
internal sealed class EncodedCertificate
{
    private const int MaxFileBytes = 16 * 1024 * 1024;

    private readonly byte[] _der;
    private readonly ReadOnlyMemory<byte> _subject;

    private EncodedCertificate(byte[] der) => (_der, _subject) = (der, SubjectOf(der));

    /// <summary>The certificates in a file, in PEM or DER form; none if the file cannot be read.</summary>
    public static IEnumerable<EncodedCertificate> ReadAll(string path)
    {
        byte[] bytes;
        try
        {
            bytes = SmallFile.Read(path, MaxFileBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }

        const byte sequence = 0x30;
        return bytes[0] == sequence ? [new EncodedCertificate(bytes)] : InPem(bytes);
    }

    /// <summary>The certificate in a file of a .NET certificate store; null if the file cannot be read.</summary>
    public static EncodedCertificate? FromPkcs12(string path)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, null);
            return new EncodedCertificate(certificate.RawData);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool HasSubject(ReadOnlySpan<byte> name) => _subject.Span.SequenceEqual(name);

    /// <summary>The certificate itself; null if it is damaged.</summary>
    public X509Certificate2? Load()
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(_der);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Blocks labeled TRUSTED CERTIFICATE are left out, as .NET does: they restrict what a certificate is good for.
    private static List<EncodedCertificate> InPem(byte[] pem)
    {
        var certificates = new List<EncodedCertificate>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFindUtf8(rest, out var fields))
        {
            if (rest[fields.Label] is var label && (label.SequenceEqual("CERTIFICATE"u8) || label.SequenceEqual("X509 CERTIFICATE"u8)))
            {
                var der = new byte[fields.DecodedDataLength];
                Base64.DecodeFromUtf8(rest[fields.Base64Data], der, out _, out _);
                certificates.Add(new EncodedCertificate(der));
            }

            rest = rest[fields.Location.End..];
        }

        return certificates;
    }

    private static ReadOnlyMemory<byte> SubjectOf(byte[] der)
    {
        try
        {
            var fields = new AsnReader(der, AsnEncodingRules.BER).ReadSequence().ReadSequence();
            if (fields.PeekTag() == new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true))
            {
                fields.ReadEncodedValue(); // version
            }

            fields.ReadEncodedValue(); // serial number
            fields.ReadEncodedValue(); // signature algorithm
            fields.ReadEncodedValue(); // issuer
            fields.ReadEncodedValue(); // validity
            return fields.ReadEncodedValue();
        }
        catch (AsnContentException)
        {
            return default;
        }
    }
}
