using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Text as UTF-8: strict about what is no text, and ordered as Go orders strings.</summary>
internal sealed class Utf8Text : IComparer<string>
{
    /// <summary>UTF-8 that refuses lone surrogates instead of replacing them.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Order by UTF-8 bytes; ordinal order of UTF-16 differs beyond U+FFFF.</summary>
    public static readonly Utf8Text Order = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length - right.Length
            : Weight(left[same]) - Weight(right[same]);
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
