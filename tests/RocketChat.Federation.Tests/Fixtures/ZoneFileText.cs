namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Values in zone-file form.</summary>
internal static class ZoneFileText
{
    /// <summary>The data of one TXT record: the value in strings of at most 255.</summary>
    public static string Txt(string text) =>
        string.Join(' ', text.Chunk(255).Select(c => $"\"{Escape(new string(c))}\""));

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
