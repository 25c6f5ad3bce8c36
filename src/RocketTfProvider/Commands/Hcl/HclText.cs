using System.Globalization;
using System.Text;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Hcl;

/// <summary>Values as HCL writes them, whatever characters a server or its users put into them.</summary>
internal static class HclText
{
    /// <summary>A string in quotation marks, on one line.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length;)
        {
            var isValid = Rune.TryGetRuneAt(text, i, out var rune);
            var length = isValid ? rune.Utf16SequenceLength : 1;
            quoted.Append(isValid && rune.Value is '$' or '%' && IsAt(text, i + 1, '{')
                ? Introducer((char)rune.Value, isDoubled: i > 0 && text[i - 1] == rune.Value)
                : isValid && IsPlain(rune) ? text.AsSpan(i, length) : Escape(isValid ? rune.Value : 0xFFFD));
            i += length;
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A known boolean, number or string, or a list of them on one line.</summary>
    public static string Of(TfValue value) => value.Kind switch
    {
        TfValueKind.Dynamic => Of(value.Inner),
        TfValueKind.Bool => value.Bool ? "true" : "false",
        TfValueKind.Number => value.Number.ToString(),
        TfValueKind.List or TfValueKind.Tuple => $"[{string.Join(", ", value.Elements.Select(Of))}]",
        TfValueKind.Set => $"[{string.Join(", ", value.Elements.Select(Of).Order(StringComparer.Ordinal))}]",
        _ => Quote(value.String),
    };

    private static bool IsAt(string text, int index, char wanted) => index < text.Length && text[index] == wanted;

    // Doubling escapes the introducer of a template; behind another one of its kind, a parser could read the three in two ways.
    private static string Introducer(char sign, bool isDoubled) => isDoubled ? Escape(sign) : $"{sign}{sign}";

    private static bool IsPlain(Rune rune) => rune.Value is not ('"' or '\\') && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Escape(int value) => value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= 0xFFFF => $"\\u{value:x4}",
        _ => $"\\U{value:x8}",
    };
}
