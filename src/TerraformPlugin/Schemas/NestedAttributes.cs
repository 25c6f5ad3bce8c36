using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>The attributes inside an attribute, written <c>name = { … }</c>.</summary>
/// <param name="Nesting">How often they occur.</param>
/// <param name="Attributes">The nested attributes.</param>
public sealed record NestedAttributes(NestingMode Nesting, ImmutableArray<SchemaAttribute> Attributes)
{
    /// <summary>The type of the whole.</summary>
    public TfType Type { get; } = Nesting.Wrap(SchemaTypes.ObjectOf(Attributes, []));

    internal bool HoldsWriteOnly => Attributes.Any(a => a.WriteOnly || a.Nested is { HoldsWriteOnly: true });
}
