using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace RocketChat.Emulator.Authentication;

/// <summary>Time-based one-time passwords as RFC 6238 has them: SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether the code is the one of now, or of the step before or after.</summary>
    public static bool Accepts(string secret, string code, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / 30;
        return Enumerable.Range(-1, 3).Any(drift => CodeAt(secret, step + drift) == code);
    }

    public static string CodeAt(string secret, DateTimeOffset now) => CodeAt(secret, now.ToUnixTimeSeconds() / 30);

    [SuppressMessage("Security", "CA5350", Justification = "The standard, and every authenticator app, says SHA-1.")]
    private static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Decode(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var character in secret.TrimEnd('=').ToUpperInvariant())
        {
            buffer = ((buffer << 5) | Math.Max(0, Base32.IndexOf(character, StringComparison.Ordinal))) & 0xFFF;
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
