using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Execution;

public sealed class ObjectFormTests
{
    [Theory]
    [InlineData(NestingMode.List)]
    [InlineData(NestingMode.Set)]
    [InlineData(NestingMode.Map)]
    public void Complete_AbsentBlock_IsEmptyAtEveryDepth(NestingMode nesting)
    {
        var outer = new SchemaBlock("outer", NestingMode.List) { Description = "A test.", Blocks = [Block("n", nesting, Optional("a"))] };

        var value = ObjectForm.Complete(Schema(outer), Object(("outer", TfValue.List([Object(("n", TfValue.Null))]))));

        Assert.Equal(Object(("outer", TfValue.List([Object(("n", nesting.AbsentBlock()))]))), value);
        Assert.Equal(Object(("outer", TfValue.List([]))), ObjectForm.Complete(Schema(outer), Object(("outer", TfValue.Null))));
    }

    [Fact]
    public void Complete_AbsentSingleBlock_StaysNull()
    {
        var value = Object(("n", TfValue.Null));

        Assert.Equal(value, ObjectForm.Complete(Schema(Block("n", NestingMode.Single, Optional("a"))), value));
    }

    [Fact]
    public void WithoutSensitive_TakesOutSensitiveValuesAtEveryDepth()
    {
        var schema = Schema(Sensitive("a"), Nested("n", NestingMode.Map, AttributeUse.Optional, Sensitive("b"), Optional("c")));
        var value = Object(("a", String("s")), ("n", TfValue.Map([new("k", Object(("b", String("s")), ("c", String("x"))))])));

        Assert.Equal(
            Object(("a", TfValue.Null), ("n", TfValue.Map([new("k", Object(("b", TfValue.Null), ("c", String("x"))))]))),
            ObjectForm.WithoutSensitive(schema, value));

        static SchemaAttribute Sensitive(string name) =>
            new(name, TfType.String, AttributeUse.Optional) { Description = "A test.", Sensitive = true };
    }

    [Fact]
    public void Complete_WriteOnlyValue_IsTakenOut()
    {
        var schema = Schema(WriteOnly("a"), Nested("n", NestingMode.Single, AttributeUse.Optional, WriteOnly("b"), Optional("c")));
        var value = Object(("a", String("s")), ("n", Object(("b", String("s")), ("c", String("x")))));

        Assert.Equal(
            Object(("a", TfValue.Null), ("n", Object(("b", TfValue.Null), ("c", String("x"))))), ObjectForm.Complete(schema, value));
    }

    [Fact]
    public void Complete_Null_StaysNull() => Assert.True(ObjectForm.Complete(Schema(Optional("a")), TfValue.Null).IsNull);

    [Fact]
    public void RequireKnown_UnknownInside_NamesTheAttributes()
    {
        var value = Object(("b", TfValue.List([TfValue.Unknown])), ("a", TfValue.Unknown), ("c", String("x")));

        var error = Assert.Throws<DiagnosticException>(() => ObjectForm.RequireKnown(value));

        Assert.Equal("Value left unknown", error.Diagnostic.Summary);
        Assert.Equal(
            "The provider returned no value for `a`, `b`, although the operation has ended. "
            + "This is a bug in the provider. Please report it.",
            error.Diagnostic.Detail);
        ObjectForm.RequireKnown(Object(("c", TfValue.Null)));
        ObjectForm.RequireKnown(TfValue.Null);
    }
}
