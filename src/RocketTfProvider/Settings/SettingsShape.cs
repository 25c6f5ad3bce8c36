using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Gives the objects of a schema their form when a value says nothing of it.</summary>
internal static class SettingsShape
{
    /// <summary>An object whose every plain attribute is null; so are nested objects that only the configuration can give.</summary>
    public static TfValue Empty(IEnumerable<SchemaAttribute> attributes) => TfValue.Object(attributes.Select(a =>
        KeyValuePair.Create(a.Name, a is { Nested: { } nested, IsComputed: true } ? Empty(nested.Attributes) : TfValue.Null)));

    /// <summary>The value with null in place of each nested object that is empty and that only the configuration can give.</summary>
    public static TfValue WithoutEmptyObjects(TfValue value, IEnumerable<SchemaAttribute> attributes) =>
        TfValue.Object(attributes.Select(a => KeyValuePair.Create(a.Name, WithoutEmptyObjects(value.Attributes[a.Name], a))));

    /// <summary>The value with every nested object written out: what was unknown as a whole becomes an object of unknowns.</summary>
    public static TfValue Expand(TfValue value, IEnumerable<SchemaAttribute> attributes) => TfValue.Object(attributes.Select(a =>
        KeyValuePair.Create(a.Name, Expand(value.Attributes[a.Name], a))));

    private static TfValue WithoutEmptyObjects(TfValue value, SchemaAttribute attribute)
    {
        if (!value.IsPresent || attribute is not { Nested: { Nesting: NestingMode.Single } nested })
        {
            return value;
        }

        var whole = WithoutEmptyObjects(value, nested.Attributes);
        return attribute.IsComputed || whole.Attributes.Values.Any(inner => !inner.IsNull) ? whole : TfValue.Null;
    }

    private static TfValue Expand(TfValue value, SchemaAttribute attribute)
    {
        if (attribute is not { Nested: { Nesting: NestingMode.Single } nested } || !attribute.IsComputed || value.IsNull)
        {
            return value;
        }

        var whole = value.IsUnknown
            ? TfValue.Object(nested.Attributes.Select(a => KeyValuePair.Create(a.Name, a.IsComputed ? TfValue.Unknown : TfValue.Null)))
            : value;
        return Expand(whole, nested.Attributes);
    }
}
