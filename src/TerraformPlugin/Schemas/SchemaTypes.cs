using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>The types that schemas imply (plugin protocol, implied types).</summary>
internal static class SchemaTypes
{
    public static TfType ObjectOf(IEnumerable<SchemaAttribute> attributes, IEnumerable<SchemaBlock> blocks) =>
        TfType.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Type))
            .Concat(blocks.Select(b => KeyValuePair.Create(b.Name, b.Type))));

    public static TfType Wrap(this NestingMode nesting, TfType type) => nesting switch
    {
        NestingMode.List => TfType.List(type),
        NestingMode.Set => TfType.Set(type),
        NestingMode.Map => TfType.Map(type),
        _ => type,
    };

    /// <summary>The value of an absent block: null only for a block that can occur once.</summary>
    public static TfValue AbsentBlock(this NestingMode nesting) => nesting switch
    {
        NestingMode.List => TfValue.List([]),
        NestingMode.Set => TfValue.Set([]),
        NestingMode.Map => TfValue.Map([]),
        _ => TfValue.Null,
    };
}
