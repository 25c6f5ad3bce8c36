using System.Text;
using System.Text.Json;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Values of settings, as the server has them and as attributes have them.</summary>
internal static class SettingJson
{
    private const char Separator = ',';

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The JSON of a known primitive value, or of a set of strings.</summary>
    public static JsonElement Of(TfValue value) => value.Kind switch
    {
        TfValueKind.Set => Of(TfValue.Of(string.Join(Separator, value.Elements.Select(e => e.String).Order(StringComparer.Ordinal)))),
        _ => Parse(Encoding.UTF8.GetString(TfJson.Encode(value, TypeOf(value)))),
    };

    /// <summary>
    /// The attribute's value; null where the server has a value of another JSON type. The API stores such values unchecked, and null makes
    /// the plan show that the value will be corrected.
    /// </summary>
    public static TfValue Read(JsonElement value, SettingKind kind) => (kind, value.ValueKind) switch
    {
        (SettingKind.Any, _) => SettingValue.FromJson(value),
        (SettingKind.Bool, JsonValueKind.True or JsonValueKind.False) => TfValue.Of(value.GetBoolean()),
        (SettingKind.Number, JsonValueKind.Number) when TfNumber.TryParse(value.GetRawText(), out var number) => TfValue.Of(number),
        (SettingKind.String, JsonValueKind.String) => TfValue.Of(value.GetString()),
        (SettingKind.StringSet, JsonValueKind.String) => TfValue.Set(value.GetString()!
            .Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(TfValue.Of)),
        _ => TfValue.Null,
    };

    private static TfType TypeOf(TfValue value) => value.Kind switch
    {
        TfValueKind.Bool => TfType.Bool,
        TfValueKind.Number => TfType.Number,
        _ => TfType.String,
    };
}
