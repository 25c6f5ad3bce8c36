using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace RocketChat.Client.Authentication;

/// <summary>Time-based one-time passwords as authenticator apps show them (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class TotpCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsPerStep = 30;

    public static bool IsSecret(string secret) => Decode(secret) is { Length: > 0 };

    public static string At(DateTimeOffset time, string secret)
    {
        var key = Decode(secret) ?? throw new ArgumentException("Not Base32.", nameof(secret));
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, time.ToUnixTimeSeconds() / SecondsPerStep);

        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm is the server's choice.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    // Secrets are copied in groups, in lower case, and with padding.
    private static byte[]? Decode(string secret)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in secret.ToUpperInvariant().Where(c => c is not (' ' or '-' or '=')))
        {
            var value = Base32.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
