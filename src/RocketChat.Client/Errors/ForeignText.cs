using System.Globalization;
using System.Text;

namespace RocketChat.Client.Errors;

/// <summary>
/// Text from a server or from its users, made fit for messages and logs: a terminal would obey its control characters, a line break could
/// forge a line, and bidirectional overrides reorder what a reader sees.
/// </summary>
public static class ForeignText
{
    /// <summary>The text on one line: control and format characters and lone surrogates as escapes, such as <c>\u001B</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The length in UTF-16 code units after which the text is cut; " …" shows the cut.</param>
    public static string Clean(string text, int maxLength = 500)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            // A lone surrogate leaves the rune U+0000, which has the same length of one.
            var isValid = Rune.TryGetRuneAt(text, i, out var rune);
            var length = rune.Utf16SequenceLength;
            var shown = isValid && IsPlain(rune) ? text.Substring(i, length) : Escape(isValid ? rune.Value : text[i]);
            if (line.Length + shown.Length > maxLength)
            {
                return line.Append(" …").ToString();
            }

            line.Append(shown);
            i += length;
        }

        return line.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Escape(int value) => value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= 0xFFFF => $"\\u{value:X4}",
        _ => $"\\U{value:X8}",
    };
}
