using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace Tool.Docs;

/// <summary>An attribute or a block, as one line of a page shows it.</summary>
/// <param name="Name">The name in HCL.</param>
/// <param name="Group">The heading below which the line stands.</param>
/// <param name="Traits">The type, and what else stands in parentheses.</param>
/// <param name="Description">The description in Markdown.</param>
/// <param name="AnchorPrefix">The first part of the anchor of <paramref name="Members"/>.</param>
/// <param name="Members">The nodes inside, or null for a plain type.</param>
internal sealed record SchemaNode(
    string Name, string Group, IReadOnlyList<string> Traits, string Description, string AnchorPrefix, IReadOnlyList<SchemaNode>? Members)
{
    public const string Required = "Required";
    public const string Optional = "Optional";
    public const string ReadOnly = "Read-Only";

    public static IReadOnlyList<SchemaNode> Of(Schema schema) => Of(schema.Attributes, schema.Blocks);

    /// <summary>The type as the registries call it.</summary>
    public static string TypeName(TfType type) => type.Kind switch
    {
        TfTypeKind.Bool => "Boolean",
        TfTypeKind.List or TfTypeKind.Set or TfTypeKind.Map => $"{type.Kind} of {TypeName(type.Element)}",
        _ => type.Kind.ToString(),
    };

    private static IReadOnlyList<SchemaNode> Of(IEnumerable<SchemaAttribute> attributes, IEnumerable<SchemaBlock> blocks) =>
        [.. attributes.Select(Of).Concat(blocks.Select(Of)).OrderBy(node => node.Name, StringComparer.Ordinal)];

    private static SchemaNode Of(SchemaAttribute attribute)
    {
        List<string> traits = [attribute.Nested is { } nested ? Nesting(nested.Nesting, "Attributes") : TypeName(attribute.Type)];
        AddIf(traits, attribute.Sensitive, "Sensitive");
        AddIf(traits, attribute.DeprecationMessage is not null, "Deprecated");
        var group = attribute.Use switch
        {
            AttributeUse.Required => Required,
            AttributeUse.Computed => ReadOnly,
            _ => Optional,
        };
        var members = attribute.Nested is null ? null : Of(attribute.Nested.Attributes, []);
        return new SchemaNode(attribute.Name, group, traits, attribute.Description, "nestedatt", members);
    }

    private static SchemaNode Of(SchemaBlock block)
    {
        List<string> traits = [Nesting(block.Nesting, "Block")];
        AddIf(traits, block.MinItems > 0, $"Min: {block.MinItems}");
        AddIf(traits, block.MaxItems > 0, $"Max: {block.MaxItems}");
        AddIf(traits, block.DeprecationMessage is not null, "Deprecated");
        var group = block.MinItems > 0 ? Required : Optional;
        return new SchemaNode(block.Name, group, traits, block.Description, "nestedblock", Of(block.Attributes, block.Blocks));
    }

    private static void AddIf(List<string> traits, bool applies, string trait)
    {
        if (applies)
        {
            traits.Add(trait);
        }
    }

    private static string Nesting(NestingMode mode, string noun) => mode == NestingMode.Single ? noun : $"{noun} {mode}";
}
