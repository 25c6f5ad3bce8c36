using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RocketChat.Client.Tests.Stub;

/// <summary>RSA with SHA-1, which .NET no longer signs certificates with.</summary>
internal sealed class Sha1Signature(RSA key) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        Convert.FromHexString("300D06092A864886F70D0101050500");

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
#pragma warning disable CA5350 // The weakness is what is tested.
        key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
#pragma warning restore CA5350

    protected override PublicKey BuildPublicKey() => new(key);
}
