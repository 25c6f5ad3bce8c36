using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace SampleProvider.Kinds;

/// <summary>An attribute of every kind that the SDK has, and blocks.</summary>
public static class KindsSchema
{
    /// <summary>The schema of <c>sample_kinds</c>.</summary>
    public static Schema Instance { get; } = new()
    {
        Version = 1,
        Description = "One attribute of every kind.",
        Attributes =
        [
            Text("id", AttributeUse.Computed, PlanModifiers.UseStateForUnknown),
            new("name", TfType.String, AttributeUse.Required)
            {
                Description = "The name; another one makes another object.",
                Validators = [Validate.NotWhiteSpace],
                PlanModifiers = [PlanModifiers.RequiresReplace],
            },
            new("fault", TfType.String, AttributeUse.Optional)
            {
                Description = "What goes wrong: an operation and a fault, as `create:fail`.",
            },
            Text("text", AttributeUse.Optional),
            new("number", TfType.Number, AttributeUse.Optional) { Description = "A number.", Validators = [Validate.Integer(-1000, 1000)] },
            Plain("bool", TfType.Bool),
            Plain("list", TfType.List(TfType.String)),
            Plain("set", TfType.Set(TfType.String)),
            Plain("map", TfType.Map(TfType.String)),
            Plain("shape", TfType.Object([new("label", TfType.String), new("counts", TfType.List(TfType.Number))])),
            Plain("anything", TfType.Dynamic),
            Mode(),
            new("size", TfType.Number, AttributeUse.OptionalComputed) { Description = "A number that the provider has an opinion about." },
            new("revision", TfType.Number, AttributeUse.Computed) { Description = "Changes with every change." },
            new("secret", TfType.String, AttributeUse.Optional) { Description = "A secret.", Sensitive = true },
            new("secret_wo", TfType.String, AttributeUse.Optional) { Description = "A secret that is not stored.", WriteOnly = true },
            Nested("single", NestingMode.Single, AttributeUse.Optional, Inside(Mode(), Deep())),
            Nested("items", NestingMode.List, AttributeUse.Optional, Inside(Mode(), Deep())),
            Nested("members", NestingMode.Set, AttributeUse.Optional, Inside(Deep())),
            Nested("sites", NestingMode.Map, AttributeUse.Optional, Inside(Mode(), Deep())),
            Nested("zone", NestingMode.Single, AttributeUse.OptionalComputed, [Text("label", AttributeUse.OptionalComputed), Token()]),
            Nested("report", NestingMode.Single, AttributeUse.Computed, [Text("label", AttributeUse.Computed), Token()]),
            OperationTimeouts.Default.ToAttribute(),
        ],
        Blocks =
        [
            new("rule", NestingMode.List)
            {
                Description = "A block in order.",
                Attributes = [.. Inside(Mode())],
                Blocks = [new("match", NestingMode.List) { Description = "A block in a block.", Attributes = [.. Inside()] }],
            },
            new("tag", NestingMode.Set) { Description = "A block without order.", Attributes = [.. Inside()] },
            new("label", NestingMode.Map) { Description = "A block under a key.", Attributes = [.. Inside(Mode())] },
            new("place", NestingMode.Single) { Description = "A block that occurs once.", Attributes = [.. Inside(Mode())] },
        ],
    };

    private static SchemaAttribute[] Inside(params SchemaAttribute[] more) =>
        [Text("key", AttributeUse.Required), Text("note", AttributeUse.Optional), Token(), .. more];

    private static SchemaAttribute Deep() => Nested(
        "deep", NestingMode.List, AttributeUse.Optional, [Text("key", AttributeUse.Required), Token(), Mode()]);

    private static SchemaAttribute Token() => Text("token", AttributeUse.Computed);

    private static SchemaAttribute Mode() => new("mode", TfType.String, AttributeUse.OptionalComputed)
    {
        Description = "A text; `standard` if not set.",
        Default = TfValue.Of("standard"),
    };

    private static SchemaAttribute Text(string name, AttributeUse use, params PlanModifier[] modifiers) =>
        new(name, TfType.String, use) { Description = "A text.", PlanModifiers = [.. modifiers] };

    private static SchemaAttribute Plain(string name, TfType type) => new(name, type, AttributeUse.Optional) { Description = "A value." };

    private static SchemaAttribute Nested(string name, NestingMode nesting, AttributeUse use, SchemaAttribute[] attributes) =>
        new(name, new NestedAttributes(nesting, [.. attributes]), use) { Description = "Attributes inside an attribute." };
}
