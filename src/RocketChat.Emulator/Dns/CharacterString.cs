using System.Globalization;
using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>A quoted string of a TXT record in a zone file: <c>\"</c> is a quote, <c>\ddd</c> any octet (RFC 1035 §5.1).</summary>
internal static class CharacterString
{
    public static string Write(byte[] octets)
    {
        var text = new StringBuilder("\"");
        foreach (var octet in octets)
        {
            _ = octet switch
            {
                (byte)'"' or (byte)'\\' => text.Append('\\').Append((char)octet),
                >= 32 and < 127 => text.Append((char)octet),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\{octet:D3}"),
            };
        }

        return text.Append('"').ToString();
    }

    /// <exception cref="FormatException">A <c>\ddd</c> is not an octet.</exception>
    public static byte[] Read(string word)
    {
        var text = word.Length > 1 && word[0] == '"' && word[^1] == '"' ? word[1..^1] : word;
        var octets = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                var length = char.IsSurrogatePair(text, at) ? 2 : 1;
                octets.AddRange(Encoding.UTF8.GetBytes(text.Substring(at, length)));
                at += length - 1;
            }
            else if (char.IsAsciiDigit(text[at + 1]))
            {
                var digits = text.AsSpan(at + 1, Math.Min(3, text.Length - at - 1));
                octets.Add(byte.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
                at += 3;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes(text[++at].ToString()));
            }
        }

        return [.. octets];
    }
}
