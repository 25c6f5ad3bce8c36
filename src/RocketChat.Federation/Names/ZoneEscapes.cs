using System.Globalization;
using System.Text;

namespace RocketChat.Federation.Names;

/// <summary>
/// Text out of DNS, made fit for messages: whoever owns a zone may put into it characters that a terminal would obey, or that break or
/// reorder a line.
/// </summary>
internal static class ZoneEscapes
{
    /// <summary>The text with control and format characters as a zone file writes octets: <c>\027</c> (RFC 1035, 5.1).</summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = rune.ToString();
            line.Append(IsPlain(rune) ? shown : string.Concat(Encoding.UTF8.GetBytes(shown).Select(Octet)));
        }

        return line.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Octet(byte octet) => string.Create(CultureInfo.InvariantCulture, $"\\{octet:D3}");
}
