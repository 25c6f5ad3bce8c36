using System.Globalization;
using System.Numerics;

namespace TerraformPlugin.Values;

/// <summary>
/// An exact decimal number of up to 10,000 digits on each side of the point: a whole significand times a power of ten, or an infinity.
/// Kept normalized (no trailing zeros), so that equal numbers are equal values whatever their spelling.
/// </summary>
/// <remarks>A double would lose digits that the CLI then reports as a change made by the provider.</remarks>
public readonly struct TfNumber : IEquatable<TfNumber>, IComparable<TfNumber>
{
    /// <summary>
    /// Digits that may stand before the point, and after it. Beyond is refused: arithmetic on such numbers takes more time and memory
    /// than they are worth. The CLI itself keeps about 155 significant digits.
    /// </summary>
    private const int MaxDigits = 10_000;

    /// <summary>The bits that always fit into <see cref="MaxDigits"/> decimal digits.</summary>
    private const int MaxBits = 33_219;

    private readonly BigInteger _significand;
    private readonly int _exponent;
    private readonly sbyte _infinity;

    /// <param name="significand">Ends in a zero only when the exponent is zero.</param>
    /// <param name="exponent">Not positive.</param>
    private TfNumber(BigInteger significand, int exponent)
    {
        _significand = significand;
        _exponent = exponent;
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

    /// <summary>The integer <paramref name="value"/>.</summary>
    public static TfNumber FromInt64(long value) => new(value, 0);

    /// <summary>The integer <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has about 10,000 digits or more.</exception>
    public static TfNumber FromBigInteger(BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.GetBitLength(), MaxBits, nameof(value));
        return new(value, 0);
    }

    /// <summary>
    /// The number that <paramref name="value"/> stands for: every digit of an integer, otherwise the shortest decimal that
    /// reads back as the same double, as go-cty compares numbers.
    /// </summary>
    /// <exception cref="FormatException"><paramref name="value"/> is not a number.</exception>
    public static TfNumber FromDouble(double value) =>
        double.IsPositiveInfinity(value) ? PositiveInfinity
        : double.IsNegativeInfinity(value) ? NegativeInfinity
        : double.IsInteger(value) ? FromBigInteger(new BigInteger(value))
        : Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reads decimal text as JSON spells it, with or without fraction and exponent: <c>-12.5e3</c>.</summary>
    /// <exception cref="FormatException">The text is no decimal number, or has over 10,000 digits on a side of the point.</exception>
    public static TfNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("The text is not a decimal number, or one out of range.");

    /// <summary>Reads decimal text; false when it is none, or out of range (see <see cref="Parse"/>).</summary>
    public static bool TryParse(string text, out TfNumber number)
    {
        var isNumber = DecimalText.TryParse(text, MaxDigits, out var significand, out var exponent);
        number = new(significand, exponent);
        return isNumber;
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
        : double.Parse(string.Create(CultureInfo.InvariantCulture, $"{_significand}E{_exponent}"), CultureInfo.InvariantCulture);

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
