using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Settings;

/// <summary>The JSON types of values, by the type of the setting.</summary>
internal static class SettingTypes
{
    /// <summary>The JavaScript type that the server demands of a value.</summary>
    public static string Expected(string type) => type switch
    {
        "boolean" => "boolean",
        "int" or "timespan" or "range" => "number",
        "multiSelect" or "multiLookup" => "array",
        _ => "string",
    };

    public static bool Fits(string type, JsonNode? value) => (Expected(type), value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        _ => false,
    };

    /// <summary>The JavaScript type of a value, as the server names it.</summary>
    public static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array or JsonValueKind.Object => "object",
        _ => "null",
    };

    /// <summary>The mistake in a value that a person wrote for a setting, with its remedy; null when there is none.</summary>
    public static string? Mistake(SettingDefinition definition, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (kind == JsonValueKind.Null || Fits(definition.Type, value) || kind == definition.Default?.GetValueKind())
        {
            return null;
        }

        var expected = Expected(definition.Type) switch
        {
            "boolean" => "true or false, without quotes",
            "number" => "a number, without quotes",
            "array" => "a list in [ ]",
            _ => definition.Default?.GetValueKind() == JsonValueKind.Object ? "an object in { }" : "a string in quotes",
        };
        return $"the value is {(kind is JsonValueKind.Array ? "a list" : $"of type {Kind(value)}")}, "
            + $"but a setting of type {definition.Type} must be {expected}";
    }
}
