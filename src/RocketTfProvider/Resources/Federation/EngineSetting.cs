using System.Text.Json;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>A setting that an engine's nested attribute manages when the user sets it, and leaves alone otherwise.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Id">The server's setting.</param>
/// <param name="Type">String, bool, number, or a set of strings that the server holds as a list with commas.</param>
/// <param name="Description">What it means.</param>
internal sealed record EngineSetting(string Name, string Id, TfType Type, string Description)
{
    public AttributeValidator? Validator { get; init; }

    public SchemaAttribute ToAttribute() => new(Name, Type, AttributeUse.Optional)
    {
        Description = $"{Description} The setting `{Id}`; left alone if not set.",
        Validators = Validator is null ? [] : [Validator],
    };

    public static JsonElement ToJson(TfValue value) => value.Kind switch
    {
        TfValueKind.Bool => SettingJson.Of(value.Truth),
        TfValueKind.Number => SettingJson.Of(value.Number.TryToInt64(out var whole) ? whole : 0),
        TfValueKind.Set => SettingJson.Of(string.Join(',', value.Elements.Select(e => e.Text).Order(StringComparer.Ordinal))),
        _ => SettingJson.Of(value.Text),
    };

    /// <summary>The stored value as the attribute has it; null when it is of another type.</summary>
    public TfValue FromJson(JsonElement value) => (Type.Kind, value.ValueKind) switch
    {
        (TfTypeKind.Bool, JsonValueKind.True or JsonValueKind.False) => TfValue.Of(value.GetBoolean()),
        (TfTypeKind.Number, JsonValueKind.Number) when value.TryGetInt64(out var whole) => TfValue.Of(whole),
        (TfTypeKind.Set, JsonValueKind.String) => TfValue.Set(value.GetString()!
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(TfValue.Of)),
        (TfTypeKind.String, JsonValueKind.String) => TfValue.Of(value.GetString()),
        _ => TfValue.Null,
    };
}
