using System.Globalization;
using System.Numerics;

namespace TerraformPlugin.Values;

/// <summary>
/// The grammar of decimal text: JSON's, with leading zeros allowed as go-cty does. Trailing zeros go before any arithmetic, and what is
/// too long is refused before it: time stays linear in the length of the text.
/// </summary>
internal static class DecimalText
{
    /// <summary>
    /// Reads a number as <c>significand * 10^exponent</c>; the exponent is never positive, and where it is negative the significand
    /// does not end in a zero.
    /// </summary>
    /// <returns>False for text that is no number or has more than <paramref name="maxDigits"/> digits on a side of the point.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, int maxDigits, out BigInteger significand, out int exponent)
    {
        (significand, exponent) = (BigInteger.Zero, 0);
        var isNegative = text.StartsWith('-');
        var rest = isNegative ? text[1..] : text;
        var whole = TakeDigits(ref rest);
        ReadOnlySpan<char> fraction = [];
        if (rest.StartsWith('.'))
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
            if (fraction.IsEmpty)
            {
                return false;
            }
        }

        if (whole.IsEmpty || !TryParseExponent(rest, out var power))
        {
            return false;
        }

        power -= fraction.Length;
        var digits = string.Concat(whole, fraction).AsSpan().TrimStart('0');
        var significant = digits.TrimEnd('0');
        power += digits.Length - significant.Length;
        if (significant.IsEmpty)
        {
            return true;
        }

        if (power < -maxDigits || power + significant.Length > maxDigits)
        {
            return false;
        }

        significand = BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, (int)Math.Max(power, 0))
            * (isNegative ? -1 : 1);
        exponent = (int)Math.Min(power, 0);
        return true;
    }

    /// <summary>Nothing, or <c>e</c> with an integer. One of more than nine digits becomes another that is out of range too.</summary>
    private static bool TryParseExponent(ReadOnlySpan<char> text, out long exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        var rest = text[1..];
        var isNegative = rest.StartsWith('-');
        rest = isNegative || rest.StartsWith('+') ? rest[1..] : rest;
        var digits = TakeDigits(ref rest);
        if (text[0] is not ('e' or 'E') || digits.IsEmpty || !rest.IsEmpty)
        {
            return false;
        }

        digits = digits.TrimStart('0');
        var size = digits.IsEmpty ? 0 : digits.Length > 9 ? long.MaxValue / 2 : long.Parse(digits, CultureInfo.InvariantCulture);
        exponent = isNegative ? -size : size;
        return true;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        rest = rest[digits.Length..];
        return digits;
    }
}
