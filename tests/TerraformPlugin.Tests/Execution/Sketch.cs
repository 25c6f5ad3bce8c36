using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Execution;

/// <summary>Short names for schemas, so that a test shows what matters in them.</summary>
internal static class Sketch
{
    public static Schema Schema(params SchemaAttribute[] attributes) => new() { Description = "A test.", Attributes = [.. attributes] };

    public static Schema Schema(SchemaBlock block, params SchemaAttribute[] attributes) =>
        new() { Description = "A test.", Attributes = [.. attributes], Blocks = [block] };

    public static SchemaBlock Block(string name, NestingMode nesting, params SchemaAttribute[] attributes) =>
        new(name, nesting) { Description = "A test.", Attributes = [.. attributes] };

    public static SchemaAttribute Required(string name, params PlanModifier[] modifiers) => Text(name, AttributeUse.Required, modifiers);

    public static SchemaAttribute Optional(string name, params PlanModifier[] modifiers) => Text(name, AttributeUse.Optional, modifiers);

    public static SchemaAttribute Computed(string name, params PlanModifier[] modifiers) => Text(name, AttributeUse.Computed, modifiers);

    public static SchemaAttribute OptionalComputed(string name, params PlanModifier[] modifiers) =>
        Text(name, AttributeUse.OptionalComputed, modifiers);

    public static SchemaAttribute Defaulted(string name, string value, params PlanModifier[] modifiers) =>
        new(name, TfType.String, AttributeUse.OptionalComputed)
        {
            Description = "A test.",
            Default = TfValue.Of(value),
            PlanModifiers = [.. modifiers],
        };

    public static SchemaAttribute WriteOnly(string name) =>
        new(name, TfType.String, AttributeUse.Optional) { Description = "A test.", WriteOnly = true };

    public static SchemaAttribute Sensitive(string name) =>
        new(name, TfType.String, AttributeUse.Optional) { Description = "A test.", Sensitive = true };

    public static SchemaAttribute Checked(string name, params AttributeValidator[] validators) =>
        new(name, TfType.String, AttributeUse.Optional) { Description = "A test.", Validators = [.. validators] };

    public static SchemaAttribute Nested(string name, NestingMode nesting, AttributeUse use, params SchemaAttribute[] attributes) =>
        new(name, new NestedAttributes(nesting, [.. attributes]), use) { Description = "A test." };

    private static SchemaAttribute Text(string name, AttributeUse use, PlanModifier[] modifiers) =>
        new(name, TfType.String, use) { Description = "A test.", PlanModifiers = [.. modifiers] };
}
