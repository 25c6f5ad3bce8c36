namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Texts as zone files have them.</summary>
internal static class ZoneFileText
{
    /// <summary>One TXT record's data: the text in strings of at most 255.</summary>
    public static string Txt(string text) =>
        string.Join(' ', text.Chunk(255).Select(c => $"\"{new string(c).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
}
