using Google.Protobuf;
using PluginClient;
using Attribute = PluginClient.Protocol.V6.Schema.Types.Attribute;
using BlockNesting = PluginClient.Protocol.V6.Schema.Types.NestedBlock.Types.NestingMode;
using NestedBlock = PluginClient.Protocol.V6.Schema.Types.NestedBlock;
using ObjectNesting = PluginClient.Protocol.V6.Schema.Types.Object.Types.NestingMode;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class SchemaRulesTests(SharedSample sample)
{
    private static readonly ByteString String = ByteString.CopyFromUtf8("\"string\"");
    private static readonly ByteString Dynamic = ByteString.CopyFromUtf8("[\"list\",\"dynamic\"]");

    [Fact]
    public async Task Violations_OfTheSample_AreNone()
    {
        var client = (await sample.ConnectAsync()).Client;

        Assert.Empty(SchemaRules.Violations(await client.GetProviderSchemaAsync(new(), SampleCalls.Options)));
    }

    [Fact]
    public void Violations_OfABlockThatIsMissing_IsFound() => Assert.Single(SchemaRules.Violations(new() { Provider = new() }));

    [Fact]
    public void Violations_OfEachRule_AreFound()
    {
        AssertFound("must set Optional", new Attribute { Name = "a", Type = String });
        AssertFound("required, and", new Attribute { Name = "a", Type = String, Required = true, Computed = true });
        AssertFound("a type or nested", new Attribute { Name = "a", Optional = true });
        AssertFound("no type", new Attribute { Name = "a", Optional = true, Type = ByteString.CopyFromUtf8("\"text\"") });
        AssertFound("no type", new Attribute { Name = "a", Optional = true, Type = ByteString.CopyFromUtf8("[\"set\",\"dynamic\"]") });
        AssertFound("the name", new Attribute { Name = "A-b", Optional = true, Type = String });
        AssertFound(
            "write-only and computed", new Attribute { Name = "a", Optional = true, Computed = true, WriteOnly = true, Type = String });
        AssertFound("no nesting", Nest(ObjectNesting.Invalid, new Attribute { Name = "b", Optional = true, Type = String }));
        AssertFound(
            "write-only inside",
            Nest(ObjectNesting.Set, new Attribute { Name = "b", Optional = true, WriteOnly = true, Type = String }));
        AssertFound("dynamic inside", Nest(ObjectNesting.Set, new Attribute { Name = "b", Optional = true, Type = Dynamic }));
        AssertFound("Single with", new NestedBlock { TypeName = "a", Block = new(), Nesting = BlockNesting.Single, MaxItems = 1 });
        AssertFound("Map with", new NestedBlock { TypeName = "a", Block = new(), Nesting = BlockNesting.Map, MaxItems = 1 });
        AssertFound(
            "List with", new NestedBlock { TypeName = "a", Block = new(), Nesting = BlockNesting.List, MinItems = 2, MaxItems = 1 });
        AssertFound("Invalid with", new NestedBlock { TypeName = "a", Block = new() });
        AssertFound("no block", new NestedBlock { TypeName = "a", Nesting = BlockNesting.List });
    }

    private static Attribute Nest(ObjectNesting nesting, Attribute inner) =>
        new() { Name = "a", Optional = true, NestedType = new() { Nesting = nesting, Attributes = { inner } } };

    private static void AssertFound(string words, Attribute attribute) =>
        AssertFound(words, new V6.Schema.Types.Block { Attributes = { attribute } });

    private static void AssertFound(string words, NestedBlock block) =>
        AssertFound(words, new V6.Schema.Types.Block { BlockTypes = { block } });

    private static void AssertFound(string words, V6.Schema.Types.Block block) => Assert.Contains(
        words,
        Assert.Single(SchemaRules.Violations(new()
        {
            Provider = new() { Block = new() },
            ResourceSchemas = { ["x"] = new() { Block = block } },
        })),
        StringComparison.Ordinal);
}
