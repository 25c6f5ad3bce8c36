using System.Security.Cryptography;

namespace RocketChat.Emulator.State;

/// <summary>Random identifiers in the alphabet that Rocket.Chat uses: no characters that people mistake for each other.</summary>
internal static class MeteorId
{
    private const string UnmistakableCharacters = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";
    private const string TokenCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    /// <summary>A document id: 17 characters.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(UnmistakableCharacters, 17);

    /// <summary>A login or personal access token: 43 characters.</summary>
    public static string NewToken() => RandomNumberGenerator.GetString(TokenCharacters, 43);
}
