using System.Globalization;
using System.Numerics;

namespace TerraformPlugin.Values;

/// <summary>
/// A decimal number of any size, exact: a whole significand times a power of ten, or an infinity.
/// Kept normalised (no trailing zeros), so that equal numbers are equal values whatever their spelling.
/// </summary>
/// <remarks>A double would lose digits that the CLI then reports as a change made by the provider.</remarks>
public readonly struct TfNumber : IEquatable<TfNumber>, IComparable<TfNumber>
{
    /// <summary>Exponents beyond this are refused: writing such a number out would need more memory than it is worth.</summary>
    private const int LargestExponent = 10_000;

    private readonly BigInteger _significand;
    private readonly int _exponent;
    private readonly sbyte _infinity;

    private TfNumber(BigInteger significand, int exponent)
    {
        while (!significand.IsZero && exponent < 0 && (significand % 10).IsZero)
        {
            significand /= 10;
            exponent++;
        }

        _significand = exponent > 0 ? significand * BigInteger.Pow(10, exponent) : significand;
        _exponent = significand.IsZero ? 0 : Math.Min(exponent, 0);
    }

    private TfNumber(sbyte infinity) => _infinity = infinity;

    /// <summary>Larger than every number.</summary>
    public static TfNumber PositiveInfinity { get; } = new(1);

    /// <summary>Smaller than every number.</summary>
    public static TfNumber NegativeInfinity { get; } = new(-1);

    /// <summary>True for both infinities.</summary>
    public bool IsInfinite => _infinity != 0;

    /// <summary>True when the number has no fraction.</summary>
    public bool IsWhole => !IsInfinite && _exponent == 0;

    /// <summary>The whole number <paramref name="value"/>.</summary>
    public static TfNumber FromInt64(long value) => new(value, 0);

    /// <summary>The whole number <paramref name="value"/>.</summary>
    public static TfNumber FromBigInteger(BigInteger value) => new(value, 0);

    /// <summary>The shortest decimal that reads back as <paramref name="value"/>, as go-cty compares numbers.</summary>
    /// <exception cref="FormatException"><paramref name="value"/> is not a number.</exception>
    public static TfNumber FromDouble(double value) =>
        double.IsPositiveInfinity(value) ? PositiveInfinity
        : double.IsNegativeInfinity(value) ? NegativeInfinity
        : Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reads decimal text, with or without fraction and exponent: <c>-12.5e3</c>.</summary>
    /// <exception cref="FormatException">The text is no decimal number, or out of every reasonable range.</exception>
    public static TfNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("The text is not a decimal number.");

    /// <summary>Reads decimal text; false when it is none.</summary>
    public static bool TryParse(string text, out TfNumber number)
    {
        number = default;
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        if (Math.Abs((long)exponent) > LargestExponent
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var significand))
        {
            return false;
        }

        number = new(significand, exponent);
        return true;
    }

    /// <summary>The number as an Int64; false when it has a fraction or does not fit.</summary>
    public bool TryToInt64(out long value)
    {
        var fits = IsWhole && _significand >= long.MinValue && _significand <= long.MaxValue;
        value = fits ? (long)_significand : 0;
        return fits;
    }

    /// <summary>The double nearest to the number.</summary>
    public double ToDouble() =>
        IsInfinite ? (_infinity > 0 ? double.PositiveInfinity : double.NegativeInfinity)
        : double.Parse($"{_significand}E{_exponent}", CultureInfo.InvariantCulture);

    /// <summary>True when a double holds the number without any loss, bit by bit.</summary>
    public bool IsExactDouble()
    {
        var nearest = ToDouble();
        if (IsInfinite || double.IsInfinity(nearest))
        {
            return IsInfinite;
        }

        var bits = BitConverter.DoubleToInt64Bits(nearest);
        var power = (int)((bits >> 52) & 0x7FF);
        var mantissa = (BigInteger)(bits & 0xFFFFFFFFFFFFF) + (power == 0 ? 0 : 1L << 52);
        var scale = Math.Max(power, 1) - 1075;
        var left = BigInteger.Abs(_significand) * (scale < 0 ? BigInteger.Pow(2, -scale) : 1);
        var right = mantissa * (scale > 0 ? BigInteger.Pow(2, scale) : 1) * BigInteger.Pow(10, -_exponent);
        return left == right;
    }

    /// <inheritdoc/>
    public int CompareTo(TfNumber other)
    {
        if (IsInfinite || other.IsInfinite)
        {
            return _infinity.CompareTo(other._infinity);
        }

        var exponent = Math.Min(_exponent, other._exponent);
        return Scaled(exponent).CompareTo(other.Scaled(exponent));
    }

    /// <inheritdoc/>
    public bool Equals(TfNumber other) =>
        _infinity == other._infinity && _exponent == other._exponent && _significand == other._significand;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TfNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_significand, _exponent, _infinity);

    /// <summary>Plain decimal digits without exponent, for instance <c>-0.25</c>.</summary>
    public override string ToString()
    {
        if (IsInfinite)
        {
            return _infinity > 0 ? "Infinity" : "-Infinity";
        }

        if (_exponent == 0)
        {
            return _significand.ToString(CultureInfo.InvariantCulture);
        }

        var digits = BigInteger.Abs(_significand).ToString(CultureInfo.InvariantCulture).PadLeft(1 - _exponent, '0');
        return $"{(_significand.Sign < 0 ? "-" : "")}{digits[..^-_exponent]}.{digits[^-_exponent..]}";
    }

    /// <summary>Equality by value.</summary>
    public static bool operator ==(TfNumber left, TfNumber right) => left.Equals(right);

    /// <summary>Inequality by value.</summary>
    public static bool operator !=(TfNumber left, TfNumber right) => !left.Equals(right);

    /// <summary>Order by value.</summary>
    public static bool operator <(TfNumber left, TfNumber right) => left.CompareTo(right) < 0;

    /// <summary>Order by value.</summary>
    public static bool operator >(TfNumber left, TfNumber right) => left.CompareTo(right) > 0;

    /// <summary>Order by value.</summary>
    public static bool operator <=(TfNumber left, TfNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Order by value.</summary>
    public static bool operator >=(TfNumber left, TfNumber right) => left.CompareTo(right) >= 0;

    private BigInteger Scaled(int exponent) => _significand * BigInteger.Pow(10, _exponent - exponent);
}
