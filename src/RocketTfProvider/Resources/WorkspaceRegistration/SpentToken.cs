using System.Security.Cryptography;
using System.Text;

namespace RocketTfProvider.Resources.WorkspaceRegistration;

/// <summary>Recognises the token that was spent, without keeping it: a salted hash in private state.</summary>
internal static class SpentToken
{
    public static string Mark(string token)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToHexStringLower(salt)}:{Hash(salt, token)}";
    }

    public static bool Is(string mark, string token)
    {
        var parts = mark.Split(':');
        return parts.Length == 2 && Hash(Convert.FromHexString(parts[0]), token) == parts[1];
    }

    private static string Hash(byte[] salt, string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(token)));
}
