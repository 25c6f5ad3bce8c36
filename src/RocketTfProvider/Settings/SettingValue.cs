using System.Globalization;
using System.Text;
using System.Text.Json;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>A setting's value as an attribute of any type: boolean, number, string, or a list of strings.</summary>
internal static class SettingValue
{
    /// <summary>
    /// The JSON of a known dynamic value; null for values that no setting can have: objects, lists of anything but strings, null elements,
    /// numbers that do not survive a round trip.
    /// </summary>
    public static JsonElement? ToJson(TfValue value)
    {
        var inner = value.Kind == TfValueKind.Dynamic ? value.Inner : value;
        return inner.Kind switch
        {
            TfValueKind.Bool or TfValueKind.String => SettingJson.Of(inner),
            TfValueKind.Number when IsKept(inner.Number) => SettingJson.Of(inner),
            TfValueKind.List or TfValueKind.Tuple or TfValueKind.Set when inner.Elements.All(e => e.Kind == TfValueKind.String) =>
                SettingJson.Parse(Encoding.UTF8.GetString(TfJson.Encode(TfValue.List(inner.Elements), TfType.List(TfType.String)))),
            _ => null,
        };
    }

    /// <summary>
    /// Whether Rocket.Chat returns the number as it was sent: it stores doubles, and writes the shortest decimal that identifies one.
    /// </summary>
    public static bool IsKept(TfNumber number) => Nearest(number) is { } nearest && nearest == number;

    /// <summary>The number as Rocket.Chat stores it; null when it is out of the range of a double.</summary>
    public static TfNumber? Nearest(TfNumber number) =>
        number.ToDouble() is var nearest && double.IsFinite(nearest)
            ? TfNumber.Parse(nearest.ToString("R", CultureInfo.InvariantCulture)) : null;

    /// <summary>The value as HCL would write it; null for JSON that no attribute can have.</summary>
    public static TfValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => TfValue.Dynamic(TfType.Bool, TfValue.Of(json.GetBoolean())),
        JsonValueKind.Number when TfNumber.TryParse(json.GetRawText(), out var number) =>
            TfValue.Dynamic(TfType.Number, TfValue.Of(number)),
        JsonValueKind.String => TfValue.Dynamic(TfType.String, TfValue.Of(json.GetString())),
        JsonValueKind.Array when json.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) => TfValue.Dynamic(
            TfType.Tuple(json.EnumerateArray().Select(_ => TfType.String)),
            TfValue.Tuple(json.EnumerateArray().Select(e => TfValue.Of(e.GetString())))),
        _ => TfValue.Null,
    };

    /// <summary>The name of the JSON type in messages.</summary>
    public static string NameOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "something else",
    };

    /// <summary>The remedy for a configuration that gives another JSON type, as a sentence with a leading space.</summary>
    public static string Cure(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => Declare("bool", "tobool"),
        JsonValueKind.Number => Declare("number", "tonumber"),
        JsonValueKind.String => Declare("string", "tostring"),
        JsonValueKind.Array => " Write a list of strings: `[\"…\"]`.",
        JsonValueKind.Object => " No attribute can have an object: change it in the administration panel.",
        _ => "",
    };

    /// <summary>Whether both have the JSON type that one setting has.</summary>
    public static bool SameType(JsonElement left, JsonElement right) => NameOf(left) == NameOf(right);

    private static string Declare(string type, string function) =>
        $" Write the value as a {(type == "bool" ? "boolean" : type)}. A variable converts it if it is declared with `type = {type}`, and "
        + $"keeps its type with `type = any`; elsewhere, convert it with `{function}()`.";
}
