using System.Collections.Immutable;
using System.Text;

namespace RocketChat.Federation.Records;

/// <summary>The strings of which a TXT record consists.</summary>
public static class TxtStrings
{
    // The length of a character-string is one octet (RFC 1035 §3.3).
    private const int MaxBytes = 255;

    /// <summary>Splits a text into strings of at most 255 bytes in UTF-8, between characters. An empty text is one empty string.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        var (start, bytes, at) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxBytes)
            {
                strings.Add(text[start..at]);
                (start, bytes) = (at, 0);
            }

            bytes += rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }

        strings.Add(text[start..]);
        return strings.ToImmutable();
    }
}
