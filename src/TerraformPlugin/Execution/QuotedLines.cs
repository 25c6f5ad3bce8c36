using System.Collections.Immutable;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// The lines of a configuration that a CLI quotes when a diagnostic points at an attribute: all of the attribute, also where the path
/// leads further into it. A secret that is written out there would be shown.
/// </summary>
internal static class QuotedLines
{
    /// <summary>Whether the attribute that the path leads to is sensitive, or holds a sensitive one, and has a value.</summary>
    public static bool MayShowSecret(Schema schema, TfValue config, AttributePath path) =>
        MayShowSecret(schema.Attributes, schema.Blocks, [config], path.Steps.AsSpan());

    private static bool MayShowSecret(
        ImmutableArray<SchemaAttribute> attributes,
        ImmutableArray<SchemaBlock> blocks,
        IEnumerable<TfValue> objects,
        ReadOnlySpan<AttributePathStep> steps)
    {
        if (steps is not [{ Name: { } name }, .. var inside])
        {
            return false;
        }

        var values = objects.Select(value => value.Attributes[name]);
        if (attributes.FirstOrDefault(attribute => attribute.Name == name) is { } attribute)
        {
            return values.Any(value => HoldsSecret(attribute, value));
        }

        // Of a block alone only the first line is quoted; of an attribute in it, the attribute.
        return blocks.FirstOrDefault(block => block.Name == name) is { } block && MayShowSecret(
            block.Attributes,
            block.Blocks,
            values.SelectMany(value => ObjectsIn(block.Nesting, value)),
            inside is [{ Name: null }, .. var afterIndex] ? afterIndex : inside);
    }

    // A value that is not known yet may be a text with a secret in it: "${local.name} secret".
    private static bool HoldsSecret(SchemaAttribute attribute, TfValue value) => attribute switch
    {
        { Sensitive: true } => !value.IsNull,
        { Nested: { } nested } when value.IsUnknown => nested.Attributes.Any(inner => HoldsSecret(inner, TfValue.Unknown)),
        { Nested: { } nested } => ObjectsIn(nested.Nesting, value)
            .Any(element => nested.Attributes.Any(inner => HoldsSecret(inner, element.Attributes[inner.Name]))),
        _ => false,
    };

    private static IEnumerable<TfValue> ObjectsIn(NestingMode nesting, TfValue value)
    {
        IEnumerable<TfValue> objects = !value.IsPresent ? [] : nesting switch
        {
            NestingMode.Single => [value],
            NestingMode.Map => value.Attributes.Values,
            _ => value.Elements,
        };
        return objects.Where(element => element.IsPresent);
    }
}
