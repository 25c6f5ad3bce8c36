using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Schemas;

public sealed class ValidateTests
{
    private static readonly AttributePath Path = AttributePath.To("a");
    private static readonly TfValue Null = TfValue.Null;
    private static readonly TfValue Unknown = TfValue.Unknown;

    [Theory]
    [InlineData("x", null)]
    [InlineData("x y", null)]
    [InlineData("", "Empty value")]
    [InlineData(" \t\n", "Empty value")]
    [InlineData(" x", "Leading or trailing whitespace")]
    [InlineData("x\u00A0", "Leading or trailing whitespace")]
    public void NotWhiteSpace_Text_MustHaveContent(string text, string? summary) => Check(Validate.NotWhiteSpace, String(text), summary);

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", null)]
    [InlineData("A", "Unsupported value")]
    [InlineData("", "Unsupported value")]
    public void OneOf_Text_MustBeAChoice(string text, string? summary) => Check(Validate.OneOf("a", "b"), String(text), summary);

    [Theory]
    [InlineData("c", "c")]
    [InlineData("\u001B[2J\u202E\"", "\\u001B[2J\\u202E\\u0022")]
    [InlineData("0123456789012345678901234567890123456789more", "0123456789012345678901234567890123456789 …")]
    public void OneOf_Refusal_NamesTheChoicesAndWhatIsGiven(string given, string shown)
    {
        var diagnostics = new DiagnosticList();

        Validate.OneOf("a", "b")(String(given), Path, diagnostics);

        Assert.Equal($"`a` must be one of \"a\", \"b\"; it is \"{shown}\".", Assert.Single(diagnostics).Detail);
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("10", null)]
    [InlineData("5.0", null)]
    [InlineData("0", "Number out of range")]
    [InlineData("11", "Number out of range")]
    [InlineData("5.5", "Number out of range")]
    [InlineData("1e30", "Number out of range")]
    public void Whole_Number_MustBeWholeAndWithin(string number, string? summary) =>
        Check(Validate.Integer(1, 10), Number(number), summary);

    [Fact]
    public void ExactlyOneOf_OneOrPerhapsOne_Passes()
    {
        foreach (
            var (a, b) in new[] { (String("x"), Null), (Null, String("x")), (Unknown, Null), (Unknown, Unknown), (String("x"), Unknown) })
        {
            Assert.Empty(Check(Validate.ExactlyOneOf("a", "b"), a, b));
        }
    }

    [Fact]
    public void ExactlyOneOf_NoneOrTwo_IsRefused()
    {
        Assert.Equal("Missing attribute", Assert.Single(Check(Validate.ExactlyOneOf("a", "b"), Null, Null)).Summary);
        Assert.Equal("Conflicting attributes", Assert.Single(Check(Validate.ExactlyOneOf("a", "b"), String("x"), String("y"))).Summary);
    }

    [Fact]
    public void AtMostOneOf_Two_IsRefused()
    {
        foreach (var (a, b) in new[] { (Null, Null), (Null, String("x")), (String("x"), Unknown), (Unknown, Unknown) })
        {
            Assert.Empty(Check(Validate.AtMostOneOf("a", "b"), a, b));
        }

        var both = Assert.Single(Check(Validate.AtMostOneOf("a", "b"), String("x"), String("y")));
        Assert.Equal(("Only one of `a`, `b` can be set. Remove all but one of them.", AttributePath.To("b")), (both.Detail, both.Path));
    }

    [Fact]
    public void AtLeastOneOf_None_IsRefused()
    {
        foreach (var (a, b) in new[] { (String("x"), Null), (String("x"), String("y")), (Unknown, Null), (Null, Unknown) })
        {
            Assert.Empty(Check(Validate.AtLeastOneOf("a", "b"), a, b));
        }

        var none = Assert.Single(Check(Validate.AtLeastOneOf("a", "b"), Null, Null));
        Assert.Equal(("Missing attribute", AttributePath.To("a")), (none.Summary, none.Path));
    }

    [Fact]
    public void AllOrNone_AllNoneOrNotSure_Passes()
    {
        foreach (
            var (a, b) in new[] { (String("x"), String("y")), (Null, Null), (Unknown, Null), (String("x"), Unknown), (Unknown, Unknown) })
        {
            Assert.Empty(Check(Validate.AllOrNone("a", "b"), a, b));
        }
    }

    [Fact]
    public void AllOrNone_OneMissing_NamesIt()
    {
        var error = Assert.Single(Check(Validate.AllOrNone("a", "b"), String("x"), Null));

        Assert.Equal(AttributePath.To("b"), error.Path);
        Assert.Equal("`b` must be set together with `a`.", error.Detail);
    }

    [Fact]
    public void NotWhiteSpace_Refusal_SaysWhatToDo()
    {
        Assert.Equal("`a` must not be empty. Give it a value, or leave the attribute out.", Detail(Validate.NotWhiteSpace, String(" ")));
        Assert.Equal("`a` has leading or trailing whitespace. Remove it.", Detail(Validate.NotWhiteSpace, String("x ")));
    }

    [Fact]
    public void Integer_Refusal_NamesTheRange() =>
        Assert.Equal("`a` must be an integer between 1 and 10.", Detail(Validate.Integer(1, 10), Number("0")));

    [Fact]
    public void ExactlyOneOf_Refusal_NamesThemAllAndPointsAtOne()
    {
        var none = Assert.Single(Check(Validate.ExactlyOneOf("a", "b"), Null, Null));
        Assert.Equal(("One of `a`, `b` must be set.", AttributePath.To("a")), (none.Detail, none.Path));

        var both = Assert.Single(Check(Validate.ExactlyOneOf("a", "b"), String("x"), String("y")));
        Assert.Equal(("Only one of `a`, `b` can be set. Remove all but one of them.", AttributePath.To("b")), (both.Detail, both.Path));
    }

    [Fact]
    public void AllOrNone_SeveralMissing_NamesThemAllAndPointsAtTheFirst()
    {
        var diagnostics = new DiagnosticList();

        Validate.AllOrNone("a", "b", "c", "d")(Object(("a", String("x")), ("b", Null), ("c", String("x")), ("d", Null)), diagnostics);

        var error = Assert.Single(diagnostics);
        Assert.Equal("Missing attribute", error.Summary);
        Assert.Equal("`b`, `d` must be set together with `a`, `c`.", error.Detail);
        Assert.Equal(AttributePath.To("b"), error.Path);
    }

    private static string Detail(AttributeValidator validator, TfValue value)
    {
        var diagnostics = new DiagnosticList();
        validator(value, Path, diagnostics);
        return Assert.Single(diagnostics).Detail;
    }

    private static void Check(AttributeValidator validator, TfValue value, string? summary)
    {
        var diagnostics = new DiagnosticList();

        validator(value, Path, diagnostics);

        Assert.Equal(summary is null ? [] : [summary], diagnostics.Select(d => d.Summary));
        Assert.All(diagnostics, d => Assert.Equal(Path, d.Path));
    }

    private static DiagnosticList Check(ConfigValidator validator, TfValue a, TfValue b)
    {
        var diagnostics = new DiagnosticList();
        validator(Object(("a", a), ("b", b)), diagnostics);
        return diagnostics;
    }
}
