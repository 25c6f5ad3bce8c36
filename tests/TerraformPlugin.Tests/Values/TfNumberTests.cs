using System.Globalization;
using System.Numerics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Values;

public sealed class TfNumberTests
{
    [Theory]
    [InlineData("0", "0", "-0", "0.0", "-0.00", "0e5", "0e-5", "00", "0e999999999999999999999", "-0E-0")]
    [InlineData("1", "1.0", "10e-1", "0.1e1", "1e0", "1E+0", "01", "1e-0")]
    [InlineData("1000", "1e3", "1E3", "1e+3", "1e03", "1000.000", "0.001e6", "10000e-1")]
    [InlineData("-12500", "-12.5e3", "-1.25e4", "-12500.0")]
    [InlineData("0.1", "0.10", "1e-1", "100e-3", "0.0001e3")]
    [InlineData("120", "12e1", "1200e-1")]
    [InlineData("-0.0625", "-625e-4", "-0.06250")]
    [InlineData("100000000000000000000", "1e20", "0.1e21", "1000000000000000000000e-1")]
    public void Parse_SpellingsOfOneNumber_AreEqual(string canonical, params string[] spellings) => Assert.All(spellings, spelling =>
    {
        var number = TfNumber.Parse(spelling);
        Assert.Equal(TfNumber.Parse(canonical), number);
        Assert.Equal(TfNumber.Parse(canonical).GetHashCode(), number.GetHashCode());
        Assert.Equal(0, TfNumber.Parse(canonical).CompareTo(number));
        Assert.Equal(canonical, number.ToString());
    });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData(".-5")]
    [InlineData("1.-5")]
    [InlineData("1.2.3")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("5\0")]
    [InlineData("5\n")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("1e1e1")]
    [InlineData("1e 1")]
    [InlineData("1e--1")]
    [InlineData("e1")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    [InlineData("1p3")]
    [InlineData("NaN")]
    [InlineData("Inf")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("\u0661")]
    [InlineData("1e10000")]
    [InlineData("-1e10000")]
    [InlineData("1e-10001")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("1e2147483647")]
    [InlineData("1e-2147483648")]
    public void Parse_NoNumberOrOutOfRange_IsRefused(string text)
    {
        Assert.False(TfNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
        var fault = Assert.Throws<FormatException>(() => TfNumber.Parse(text));
        Assert.DoesNotContain("000", fault.Message.Replace("10,000", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e9999")]
    [InlineData("-1e9999")]
    [InlineData("1e-10000")]
    [InlineData("123.456e-9990")]
    public void Parse_AtTheEdgeOfTheRange_ComesBackFromItsText(string text)
    {
        var number = TfNumber.Parse(text);
        Assert.Equal(number, TfNumber.Parse(number.ToString()));
    }

    [Fact]
    public void Parse_TextOfAMillionCharacters_IsReadOrRefusedAtOnce()
    {
        var (zeros, nines) = (new string('0', 1 << 20), new string('9', 1 << 20));
        Assert.Equal(TfNumber.FromInt64(5), TfNumber.Parse(zeros + "5"));
        Assert.Equal(TfNumber.FromInt64(5), TfNumber.Parse("5." + zeros));
        Assert.Equal(TfNumber.FromInt64(5), TfNumber.Parse("5e" + zeros));
        Assert.Equal(TfNumber.FromInt64(1), TfNumber.Parse("1" + zeros + "e-" + zeros.Length.ToString(CultureInfo.InvariantCulture)));
        Assert.False(TfNumber.TryParse(nines, out _));
        Assert.False(TfNumber.TryParse("0." + nines, out _));
        Assert.False(TfNumber.TryParse("1e" + nines, out _));
        Assert.False(TfNumber.TryParse("1" + zeros, out _));
    }

    [Fact]
    public void FromBigInteger_TooLarge_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TfNumber.FromBigInteger(BigInteger.Pow(10, 10_000)));
        var large = TfNumber.FromBigInteger(BigInteger.Pow(10, 9_999));
        Assert.Equal(TfNumber.Parse("1e9999"), large);
    }

    [Theory]
    [InlineData("9223372036854775807", true)]
    [InlineData("-9223372036854775808", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("-9223372036854775809", false)]
    [InlineData("0.5", false)]
    [InlineData("1e18", true)]
    public void TryToInt64_Number_SaysWhetherItFits(string text, bool fits)
    {
        var number = TfNumber.Parse(text);
        Assert.Equal(fits, number.TryToInt64(out var value));
        Assert.Equal(fits ? number : TfNumber.FromInt64(0), TfNumber.FromInt64(value));
    }

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("-0.75", true)]
    [InlineData("0.1", false)]
    [InlineData("0.3333333333333333", false)]
    [InlineData("9007199254740992", true)]
    [InlineData("9007199254740993", false)]
    [InlineData("4503599627370495.5", true)]
    [InlineData("9007199254740992.5", false)]
    [InlineData("1e22", true)]
    [InlineData("1e23", false)]
    [InlineData("1e400", false)]
    [InlineData("5e-324", false)]
    [InlineData("1e-400", false)]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625", true)]
    public void IsExactDouble_Number_ComparesEveryBit(string text, bool exact) => Assert.Equal(exact, TfNumber.Parse(text).IsExactDouble());

    [Fact]
    public void IsExactDouble_PowersOfTwo_AreExactWithinTheRangeOfDoubles()
    {
        Assert.True(PowerOfHalf(1074).IsExactDouble());
        Assert.False(PowerOfHalf(1075).IsExactDouble());
        Assert.Equal(double.Epsilon, PowerOfHalf(1074).ToDouble());
        Assert.True(TfNumber.FromBigInteger(BigInteger.Pow(2, 1023)).IsExactDouble());
        Assert.False(TfNumber.FromBigInteger(BigInteger.Pow(2, 1024)).IsExactDouble());

        // 2^-n is 5^n shifted n places behind the point.
        static TfNumber PowerOfHalf(int n) => TfNumber.Parse($"{BigInteger.Pow(5, n)}e-{n}");
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.0, "0")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1180591620717411303424d, "1180591620717411303424")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void FromDouble_Value_IsTheNumberMeant(double value, string text)
    {
        Assert.Equal(text, TfNumber.FromDouble(value).ToString());
        Assert.Equal(value, TfNumber.FromDouble(value).ToDouble());
    }

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(0.30000000000000004)]
    public void FromDouble_ExtremeValue_ComesBack(double value) => Assert.Equal(value, TfNumber.FromDouble(value).ToDouble());

    [Fact]
    public void FromDouble_NegativeZero_IsZero() => Assert.Equal(default, TfNumber.FromDouble(-0.0));

    [Fact]
    public void FromDouble_NotANumber_IsRefused() => Assert.Throws<FormatException>(() => TfNumber.FromDouble(double.NaN));

    [Fact]
    public void CompareTo_Numbers_OrdersByValue()
    {
        TfNumber[] ordered =
        [
            TfNumber.NegativeInfinity, TfNumber.Parse("-1e30"), TfNumber.Parse("-1.5"), TfNumber.Parse("-1.25"), default,
            TfNumber.Parse("1e-30"), TfNumber.Parse("0.9"), TfNumber.Parse("0.91"), TfNumber.FromInt64(1), TfNumber.Parse("1e9999"),
            TfNumber.PositiveInfinity,
        ];
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = 0; j < ordered.Length; j++)
            {
                Assert.Equal(i.CompareTo(j), Math.Sign(ordered[i].CompareTo(ordered[j])));
                Assert.Equal(i == j, ordered[i] == ordered[j]);
                Assert.Equal(i != j, ordered[i] != ordered[j]);
                Assert.Equal(i < j, ordered[i] < ordered[j]);
                Assert.Equal(i <= j, ordered[i] <= ordered[j]);
                Assert.Equal(i > j, ordered[i] > ordered[j]);
                Assert.Equal(i >= j, ordered[i] >= ordered[j]);
                Assert.Equal(i == j, ordered[i].Equals((object)ordered[j]));
            }
        }
    }

    [Fact]
    public void Default_OfTheStruct_IsZero()
    {
        Assert.Equal(TfNumber.FromInt64(0), default);
        Assert.Equal("0", default(TfNumber).ToString());
        Assert.Equal(TfNumber.FromInt64(0).GetHashCode(), default(TfNumber).GetHashCode());
    }

    [Fact]
    public void Infinities_AreNeitherWholeNorAnInt64ButExactDoubles()
    {
        foreach (var infinity in new[] { TfNumber.PositiveInfinity, TfNumber.NegativeInfinity })
        {
            Assert.True(infinity.IsInfinite);
            Assert.False(infinity.IsWhole);
            Assert.False(infinity.TryToInt64(out _));
            Assert.True(infinity.IsExactDouble());
        }

        Assert.False(TfNumber.FromInt64(1).IsInfinite);
        Assert.True(TfNumber.FromInt64(1).IsWhole);
        Assert.False(TfNumber.Parse("0.5").IsWhole);
    }

    [Fact]
    public void GetHashCode_NumbersThatDifferInOnePart_Differ()
    {
        TfNumber[] numbers =
        [
            TfNumber.FromInt64(1), TfNumber.FromInt64(2), TfNumber.Parse("0.1"), TfNumber.Parse("0.01"), default, TfNumber.PositiveInfinity,
            TfNumber.NegativeInfinity,
        ];

        Assert.Equal(numbers.Length, numbers.Select(number => number.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Equals_SomethingElse_IsFalse() => Assert.False(TfNumber.FromInt64(1).Equals("1"));

    [Fact]
    public void Parse_Refusal_SaysWhy() => Assert.Equal(
        "The text is not a decimal number, or one out of range.", Assert.Throws<FormatException>(() => TfNumber.Parse("one")).Message);
}
