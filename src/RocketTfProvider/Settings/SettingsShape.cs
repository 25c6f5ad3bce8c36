using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Gives the objects of a schema their form when a value says nothing of it.</summary>
internal static class SettingsShape
{
    /// <summary>An object whose every plain attribute is null.</summary>
    public static TfValue Empty(IEnumerable<SchemaAttribute> attributes) => TfValue.Object(attributes.Select(a =>
        KeyValuePair.Create(a.Name, a.Nested is { } nested ? Empty(nested.Attributes) : TfValue.Null)));

    /// <summary>The value with every nested object written out: what was unknown as a whole becomes an object of unknowns.</summary>
    public static TfValue Expand(TfValue value, IEnumerable<SchemaAttribute> attributes) => TfValue.Object(attributes.Select(a =>
        KeyValuePair.Create(a.Name, Expand(value.Attributes[a.Name], a))));

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
