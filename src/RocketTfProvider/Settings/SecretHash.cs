using System.Security.Cryptography;
using System.Text;

namespace RocketTfProvider.Settings;

/// <summary>
/// Remembers a secret well enough to know it again, and no better: salted SHA-256, so that equal secrets do not look equal.
/// </summary>
internal static class SecretHash
{
    private const int SaltLength = 16;

    public static string Of(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Convert.ToBase64String([.. salt, .. Digest(salt, secret)]);
    }

    /// <summary>Whether <paramref name="hash"/> was made of this secret; false for what is no hash.</summary>
    public static bool Matches(string hash, string secret)
    {
        var bytes = new byte[SaltLength + SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(hash, bytes, out _)
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(SaltLength), Digest(bytes.AsSpan(0, SaltLength), secret));
    }

    private static byte[] Digest(ReadOnlySpan<byte> salt, string secret) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]);
}
