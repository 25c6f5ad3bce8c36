using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RocketChat.Emulator.Json;

/// <summary>
/// Makes text of JSON that is not well-formed Unicode readable as real servers do: bytes that are not UTF-8, and escapes of surrogates
/// without a partner, become the replacement character.
/// </summary>
internal static class JsonInput
{
    private const int EscapeLength = 6;

    public static byte[] WellFormed(ReadOnlySpan<byte> json)
    {
        var text = Utf8.IsValid(json) ? json.ToArray() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        var index = 0;
        while (text.AsSpan(index).IndexOf((byte)'\\') is var next and >= 0)
        {
            index += next;
            index += UnitAt(text, index) switch
            {
                null => 2,
                { } unit when char.IsHighSurrogate(unit) && UnitAt(text, index + EscapeLength) is { } low && char.IsLowSurrogate(low) =>
                    2 * EscapeLength,
                { } unit => char.IsSurrogate(unit) ? Replace(text, index) : EscapeLength,
            };
            index = Math.Min(index, text.Length);
        }

        return text;
    }

    /// <returns>The code unit of the escape at this place; null when there is no such escape.</returns>
    private static char? UnitAt(byte[] text, int index) =>
        index + EscapeLength <= text.Length
        && text[index] == '\\'
        && text[index + 1] == 'u'
        && ushort.TryParse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private static int Replace(byte[] text, int index)
    {
        "fffd"u8.CopyTo(text.AsSpan(index + 2));
        return EscapeLength;
    }
}
