using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

public sealed class ConfigCheckTests
{
    private static readonly AttributeValidator Refuse = (_, path, diagnostics) => diagnostics.AddError("Refused", "No.", path);

    private static readonly AttributePath N = AttributePath.To("n");

    [Fact]
    public void Run_ExplicitNullForRequired_IsAnError()
    {
        var found = Assert.Single(Check(Schema(Required("a")), Object(("a", TfValue.Null))));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal("Missing required attribute", found.Summary);
        Assert.Equal(AttributePath.To("a"), found.Path);
    }

    [Fact]
    public void Run_UnknownForRequired_Waits() => Assert.Empty(Check(Schema(Required("a")), Object(("a", TfValue.Unknown))));

    [Fact]
    public void Run_ValueForReadOnly_IsAnErrorEvenWhenUnknown()
    {
        foreach (var value in new[] { String("x"), TfValue.Unknown })
        {
            Assert.Equal("Read-only attribute", Assert.Single(Check(Schema(Computed("a")), Object(("a", value)))).Summary);
        }
    }

    [Fact]
    public void Run_OptionalAndComputed_MayBeGivenOrLeftOut()
    {
        foreach (var value in new[] { String("x"), TfValue.Unknown, TfValue.Null })
        {
            Assert.Empty(Check(Schema(OptionalComputed("a")), Object(("a", value))));
        }
    }

    [Fact]
    public void Run_WriteOnlyValue_NeedsACliThatKnowsIt()
    {
        var schema = Schema(WriteOnly("a"));

        Assert.Empty(Check(schema, Object(("a", String("s3cret")))));
        Assert.Empty(Check(schema, Object(("a", TfValue.Null)), writeOnlyAllowed: false));
        var found = Assert.Single(Check(schema, Object(("a", String("s3cret"))), writeOnlyAllowed: false));
        Assert.Equal("Write-only attribute not supported", found.Summary);
        Assert.DoesNotContain("s3cret", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Validators_SeeKnownValuesOnly()
    {
        var schema = Schema(Checked("a", Refuse));

        Assert.Empty(Check(schema, Object(("a", TfValue.Null))));
        Assert.Empty(Check(schema, Object(("a", TfValue.Unknown))));
        Assert.Equal(AttributePath.To("a"), Assert.Single(Check(schema, Object(("a", String("x"))))).Path);
    }

    [Fact]
    public void Run_EveryFault_IsFoundAtOnce()
    {
        var schema = Schema(Required("a"), Computed("b"), Checked("c", Refuse, Refuse));

        Assert.Equal(4, Check(schema, Object(("a", TfValue.Null), ("b", String("x")), ("c", String("x")))).Count);
    }

    [Fact]
    public void Run_FaultInsideNestedAttributes_IsNamedByItsPath()
    {
        var element = Object(("a", String("x")));

        Assert.Equal(N.Attribute("a"), PathOf(NestingMode.Single, element));
        Assert.Equal(N.Element(1).Attribute("a"), PathOf(NestingMode.List, TfValue.List([TfValue.Unknown, element, TfValue.Null])));
        Assert.Equal(N.Key("x").Attribute("a"), PathOf(NestingMode.Map, Map(("w", TfValue.Unknown), ("x", element), ("y", TfValue.Null))));

        // Elements of sets have no address.
        Assert.Equal(N, PathOf(NestingMode.Set, TfValue.Set([TfValue.Unknown, element, TfValue.Null])));

        static AttributePath? PathOf(NestingMode nesting, TfValue value)
        {
            var config = Object(("n", value));
            var fromAttribute = Assert.Single(Check(Schema(Nested("n", nesting, AttributeUse.Optional, Checked("a", Refuse))), config));
            var fromBlock = Assert.Single(Check(Schema(Block("n", nesting, Checked("a", Refuse))), config));
            Assert.Equal(fromAttribute.Path, fromBlock.Path);
            return fromAttribute.Path;
        }
    }

    [Fact]
    public void Run_FaultDeepInsideASet_IsNamedByTheSet()
    {
        var schema = Schema(Nested(
            "n",
            NestingMode.Set,
            AttributeUse.Optional,
            Nested("list", NestingMode.List, AttributeUse.Optional, Checked("a", Refuse)),
            Nested("map", NestingMode.Map, AttributeUse.Optional, Required("b")),
            Nested("single", NestingMode.Single, AttributeUse.Optional, Computed("c"))));
        var config = Object(("n", TfValue.Set([Object(
            ("list", TfValue.List([Object(("a", String("x")))])),
            ("map", Map(("k", Object(("b", TfValue.Null))))),
            ("single", Object(("c", String("x")))))])));

        var found = Check(schema, config);

        Assert.Equal(3, found.Count);
        Assert.All(found, diagnostic => Assert.Equal(N, diagnostic.Path));
    }

    [Theory]
    [InlineData(NestingMode.Single)]
    [InlineData(NestingMode.List)]
    [InlineData(NestingMode.Set)]
    [InlineData(NestingMode.Map)]
    public void Run_NestedNullOrUnknown_IsNotLookedInto(NestingMode nesting)
    {
        foreach (var value in new[] { TfValue.Null, TfValue.Unknown })
        {
            Assert.Empty(Check(Schema(Nested("n", nesting, AttributeUse.Optional, Required("a"))), Object(("n", value))));
            Assert.Empty(Check(Schema(Block("n", nesting, Required("a"))), Object(("n", value))));
        }
    }

    [Fact]
    public void Run_ValidatorsOfTheWhole_SeeUnknownsToo()
    {
        TfValue? seen = null;
        var config = Object(("a", TfValue.Unknown));
        var schema = new Schema { Description = "A test.", Attributes = [Optional("a")], Validators = [(value, _) => seen = value] };

        Assert.Empty(Check(schema, config));
        Assert.Same(config, seen);
    }

    [Fact]
    public void Run_Fault_IsReportedWithTheAttributeAndTheRemedy()
    {
        Assert.Equal("`a` must be set, and it is null. Give it a value.", Detail(Schema(Required("a")), TfValue.Null));
        Assert.Equal("`a` is set by the provider. Remove it from the configuration.", Detail(Schema(Computed("a")), String("x")));
        Assert.Equal(
            "`a` is write-only, which this CLI does not support. Use the attribute without `_wo`, or Terraform 1.11 or OpenTofu 1.11.",
            Detail(Schema(WriteOnly("a")), String("x")));

        static string Detail(Schema schema, TfValue value) =>
            Assert.Single(Check(schema, Object(("a", value)), writeOnlyAllowed: false)).Detail;
    }

    [Fact]
    public void Run_FaultInsideAMapOrListOfASet_IsNamedByTheSet()
    {
        var schema = Schema(Nested(
            "n",
            NestingMode.Set,
            AttributeUse.Optional,
            Nested("map", NestingMode.Map, AttributeUse.Optional, Nested("list", NestingMode.List, AttributeUse.Optional, Required("a")))));
        var config = Object(
            ("n", TfValue.Set([Object(("map", Map(("k", Object(("list", TfValue.List([Object(("a", TfValue.Null))])))))))])));

        Assert.Equal(N, Assert.Single(Check(schema, config)).Path);
    }

    [Fact]
    public void Run_BlockInsideASetOfBlocks_IsNamedByTheSet()
    {
        var block =
            new SchemaBlock("n", NestingMode.Set) { Description = "A test.", Blocks = [Block("deep", NestingMode.List, Required("a"))] };
        var config = Object(("n", TfValue.Set([Object(("deep", TfValue.List([Object(("a", TfValue.Null))])))])));

        Assert.Equal(N, Assert.Single(Check(Schema(block), config)).Path);
    }

    [Fact]
    public void RunChanged_ValueAsItIsStored_MayBreakARule()
    {
        var schema = Schema(Checked("a", Refuse), Required("b"));
        var prior = Object(("a", String("old")), ("b", TfValue.Null));

        Assert.Empty(CheckChanged(schema, prior, prior));
        Assert.Equal(AttributePath.To("a"), Assert.Single(CheckChanged(schema, prior, prior.With("a", String("new")))).Path);
    }

    [Fact]
    public void RunChanged_ValueTakenAway_IsAnErrorWhateverItsType()
    {
        var schema = Schema(Required("a"), Nested("n", NestingMode.Single, AttributeUse.Required, Checked("inside", Refuse)));
        var prior = Object(("a", String("x")), ("n", Object(("inside", TfValue.Null))));

        var found = CheckChanged(schema, prior, Object(("a", TfValue.Null), ("n", TfValue.Null)));

        Assert.Equal(["Missing required attribute", "Missing required attribute"], found.Select(diagnostic => diagnostic.Summary));
        Assert.Equal([AttributePath.To("a"), N], found.Select(diagnostic => diagnostic.Path));
    }

    [Fact]
    public void RunChanged_NestedValueThatChanged_IsNotJudged()
    {
        var schema = Schema(Nested("n", NestingMode.Single, AttributeUse.Optional, Checked("inside", Refuse)));

        Assert.Empty(CheckChanged(
            schema, Object(("n", Object(("inside", String("old"))))), Object(("n", Object(("inside", String("new")))))));
    }

    [Fact]
    public void RunChanged_NumberOrBoolThatChanged_IsJudged()
    {
        var schema = Schema(
            new SchemaAttribute("number", TfType.Number, AttributeUse.Optional) { Description = "A test.", Validators = [Refuse] },
            new SchemaAttribute("bool", TfType.Bool, AttributeUse.Optional) { Description = "A test.", Validators = [Refuse] },
            new SchemaAttribute("list", TfType.List(TfType.String), AttributeUse.Optional)
            {
                Description = "A test.",
                Validators = [Refuse],
            });
        var prior = Object(("number", Number("1")), ("bool", TfValue.True), ("list", TfValue.List([])));
        var config = Object(("number", Number("2")), ("bool", TfValue.False), ("list", TfValue.List([String("x")])));

        Assert.Equal(
            [AttributePath.To("number"), AttributePath.To("bool")],
            CheckChanged(schema, prior, config).Select(diagnostic => diagnostic.Path));
    }

    private static DiagnosticList Check(Schema schema, TfValue config, bool writeOnlyAllowed = true)
    {
        var diagnostics = new DiagnosticList();
        new ConfigCheck(diagnostics, writeOnlyAllowed).Run(schema, config);
        return diagnostics;
    }

    private static DiagnosticList CheckChanged(Schema schema, TfValue prior, TfValue config)
    {
        var diagnostics = new DiagnosticList();
        new ConfigCheck(diagnostics, writeOnlyAllowed: true).RunChanged(schema, prior, config);
        return diagnostics;
    }
}
