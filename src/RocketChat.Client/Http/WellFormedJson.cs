using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RocketChat.Client.Http;

/// <summary>
/// Replaces lone surrogates and invalid bytes, which .NET cannot read. Servers cut topics and names in the middle of an emoji and then
/// send <c>"\ud83d"</c>; invalid bytes come from broken proxies.
/// </summary>
internal static class WellFormedJson
{
    private const int EscapeLength = 6;

    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            // Decoding replaces invalid bytes by U+FFFD.
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        }

        return body.Span.IndexOf("\\ud"u8) < 0 && body.Span.IndexOf("\\uD"u8) < 0 ? body : WithoutLoneSurrogates(body.ToArray());
    }

    private static byte[] WithoutLoneSurrogates(byte[] json)
    {
        for (var i = json.AsSpan().IndexOf((byte)'\\'); i >= 0 && i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            var unit = EscapedUnit(json, i);
            if (unit is not { } half || !char.IsSurrogate(half))
            {
                // The escaped character, which may be a backslash, is skipped.
                i++;
            }
            else if (char.IsHighSurrogate(half) && EscapedUnit(json, i + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                i += (2 * EscapeLength) - 1;
            }
            else
            {
                "FFFD"u8.CopyTo(json.AsSpan(i + 2));
                i += EscapeLength - 1;
            }
        }

        return json;
    }

    private static char? EscapedUnit(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
