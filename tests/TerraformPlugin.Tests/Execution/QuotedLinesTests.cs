using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

/// <summary>A CLI quotes all lines of the attribute that a diagnostic points at.</summary>
public sealed class QuotedLinesTests
{
    private static readonly AttributePath A = AttributePath.To("a");
    private static readonly AttributePath Secret = AttributePath.To("secret");
    private static readonly AttributePath Login = AttributePath.To("login");

    public static TheoryData<NestingMode> Nestings => [NestingMode.Single, NestingMode.List, NestingMode.Set, NestingMode.Map];

    [Fact]
    public void SensitiveAttribute_WithAValue_ShowsIt()
    {
        var schema = Schema(Optional("a"), Sensitive("secret"));

        Assert.True(QuotedLines.MayShowSecret(schema, Object(("a", String("x")), ("secret", String("s3cret"))), Secret));
        Assert.True(QuotedLines.MayShowSecret(schema, Object(("a", String("x")), ("secret", TfValue.Unknown)), Secret));
    }

    [Fact]
    public void AttributeWithoutASecret_ShowsNone()
    {
        var schema = Schema(Optional("a"), Sensitive("secret"));

        var config = Object(("a", String("x")), ("secret", String("s3cret")));

        Assert.False(QuotedLines.MayShowSecret(schema, Object(("a", String("x")), ("secret", TfValue.Null)), Secret));
        Assert.False(QuotedLines.MayShowSecret(schema, config, A));
        Assert.False(QuotedLines.MayShowSecret(schema, config, AttributePath.Root));
        Assert.False(QuotedLines.MayShowSecret(schema, config, AttributePath.To("other")));
    }

    [Theory, MemberData(nameof(Nestings))]
    public void AttributeThatHoldsASecret_IsShownAsAWhole(NestingMode nesting)
    {
        var schema = Schema(Nested("login", nesting, AttributeUse.Optional, Optional("a"), Sensitive("secret")));

        Assert.True(ShowsSecret(String("s3cret"), Login));
        Assert.True(ShowsSecret(String("s3cret"), Login.Attribute("a")));
        Assert.True(ShowsSecret(TfValue.Unknown, Login.Attribute("a")));
        Assert.False(ShowsSecret(TfValue.Null, Login.Attribute("a")));
        Assert.True(QuotedLines.MayShowSecret(schema, Object(("login", TfValue.Unknown)), Login));
        Assert.False(QuotedLines.MayShowSecret(schema, Object(("login", TfValue.Null)), Login));
        Assert.False(QuotedLines.MayShowSecret(schema, Object(("login", Collect(nesting, TfValue.Null))), Login));

        bool ShowsSecret(TfValue secret, AttributePath path) => QuotedLines.MayShowSecret(
            schema, Object(("login", Collect(nesting, Object(("a", String("x")), ("secret", secret))))), path);
    }

    [Theory, MemberData(nameof(Nestings))]
    public void Block_IsShownByItsFirstLine_AndAnAttributeInItAlone(NestingMode nesting)
    {
        var schema = Schema(Block("login", nesting, Optional("a"), Sensitive("secret")));
        var config = Object(("login", Collect(nesting, Object(("a", String("x")), ("secret", String("s3cret"))))));
        var inside = nesting == NestingMode.List ? Login.Element(0) : nesting == NestingMode.Map ? Login.Key("k") : Login;

        Assert.False(QuotedLines.MayShowSecret(schema, config, Login));
        Assert.False(QuotedLines.MayShowSecret(schema, config, inside));
        Assert.False(QuotedLines.MayShowSecret(schema, config, inside.Attribute("a")));
        Assert.True(QuotedLines.MayShowSecret(schema, config, inside.Attribute("secret")));
    }

    private static TfValue Collect(NestingMode nesting, TfValue element) => nesting switch
    {
        NestingMode.Single => element,
        NestingMode.List => TfValue.List([element]),
        NestingMode.Set => TfValue.Set([element]),
        _ => TfValue.Map([KeyValuePair.Create("k", element)]),
    };
}
