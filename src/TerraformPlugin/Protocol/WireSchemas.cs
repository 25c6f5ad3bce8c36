using Google.Protobuf;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using Wire = TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <summary>Schemas as messages.</summary>
internal static class WireSchemas
{
    public static Wire.Schema Encode(Schema schema) => new()
    {
        Version = schema.Version,
        Block = Block(schema.Attributes, schema.Blocks, schema.Description, schema.DeprecationMessage),
    };

    public static Wire.ResourceIdentitySchema Encode(ResourceIdentity identity) => new()
    {
        Version = identity.Version,
        IdentityAttributes =
        {
            identity.Attributes.Select(attribute => new Wire.ResourceIdentitySchema.Types.IdentityAttribute
            {
                Name = attribute.Name,
                Type = ByteString.CopyFrom(TfTypeJson.Encode(TfType.String)),
                RequiredForImport = true,
                Description = attribute.Description,
            }),
        },
    };

    private static Wire.Schema.Types.Block Block(
        IEnumerable<SchemaAttribute> attributes, IEnumerable<SchemaBlock> blocks, string description, string? deprecation) => new()
        {
            Attributes = { attributes.Select(Attribute) },
            BlockTypes = { blocks.Select(NestedBlock) },
            Description = description,
            DescriptionKind = Wire.StringKind.Markdown,
            Deprecated = deprecation is not null,
            DeprecationMessage = deprecation ?? "",
        };

    private static Wire.Schema.Types.Attribute Attribute(SchemaAttribute attribute)
    {
        var message = new Wire.Schema.Types.Attribute
        {
            Name = attribute.Name,
            Description = attribute.Description,
            DescriptionKind = Wire.StringKind.Markdown,
            Required = attribute.Use == AttributeUse.Required,
            Optional = attribute.Use is AttributeUse.Optional or AttributeUse.OptionalComputed,
            Computed = attribute.IsComputed,
            Sensitive = attribute.Sensitive,
            WriteOnly = attribute.WriteOnly,
            Deprecated = attribute.DeprecationMessage is not null,
            DeprecationMessage = attribute.DeprecationMessage ?? "",
        };

        // Core refuses an attribute that has both a type and nested attributes.
        if (attribute.Nested is { } nested)
        {
            message.NestedType = new() { Nesting = ObjectNesting(nested.Nesting), Attributes = { nested.Attributes.Select(Attribute) } };
        }
        else
        {
            message.Type = ByteString.CopyFrom(TfTypeJson.Encode(attribute.Type));
        }

        return message;
    }

    private static Wire.Schema.Types.NestedBlock NestedBlock(SchemaBlock block) => new()
    {
        TypeName = block.Name,
        Block = Block(block.Attributes, block.Blocks, block.Description, block.DeprecationMessage),
        Nesting = BlockNesting(block.Nesting),
        MinItems = block.MinItems,
        MaxItems = block.MaxItems,
    };

    private static Wire.Schema.Types.Object.Types.NestingMode ObjectNesting(NestingMode nesting) => nesting switch
    {
        NestingMode.List => Wire.Schema.Types.Object.Types.NestingMode.List,
        NestingMode.Set => Wire.Schema.Types.Object.Types.NestingMode.Set,
        NestingMode.Map => Wire.Schema.Types.Object.Types.NestingMode.Map,
        _ => Wire.Schema.Types.Object.Types.NestingMode.Single,
    };

    private static Wire.Schema.Types.NestedBlock.Types.NestingMode BlockNesting(NestingMode nesting) => nesting switch
    {
        NestingMode.List => Wire.Schema.Types.NestedBlock.Types.NestingMode.List,
        NestingMode.Set => Wire.Schema.Types.NestedBlock.Types.NestingMode.Set,
        NestingMode.Map => Wire.Schema.Types.NestedBlock.Types.NestingMode.Map,
        _ => Wire.Schema.Types.NestedBlock.Types.NestingMode.Single,
    };
}
