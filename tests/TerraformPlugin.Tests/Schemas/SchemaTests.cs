using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Execution.Sketch;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Schemas;

public sealed class SchemaTests
{
    [Fact]
    public void Type_AskedForAgain_IsTheSameObject()
    {
        var block = Block("n", NestingMode.List, Optional("a"));
        var schema = Schema(block, Optional("b"));

        Assert.Equal(TfType.List(ObjectType(("a", TfType.String))), block.Type);
        Assert.Same(block.Type, block.Type);
        Assert.Equal(ObjectType(("b", TfType.String), ("n", block.Type)), schema.Type);
        Assert.Same(schema.Type, schema.Type);
    }

    [Theory]
    [InlineData(AttributeUse.Computed)]
    [InlineData(AttributeUse.OptionalComputed)]
    public void NestedAttribute_ComputedWithAWriteOnlyOneAtAnyDepth_IsRefused(AttributeUse use)
    {
        var direct = new NestedAttributes(NestingMode.Single, [WriteOnly("key_wo")]);
        var deep = new NestedAttributes(
            NestingMode.List, [new("inner", direct, AttributeUse.Optional) { Description = "A test." }]);

        Assert.Throws<ArgumentException>(() => new SchemaAttribute("outer", direct, use) { Description = "A test." });
        Assert.Throws<ArgumentException>(() => new SchemaAttribute("outer", deep, use) { Description = "A test." });
    }
}
