using System.Text.Json;

namespace PluginClient;

/// <summary>The JSON of types. A CLI that reads anything else crashes.</summary>
internal static class TypeRules
{
    /// <summary>Whether the bytes are a type, and whether it is or holds a dynamic one.</summary>
    public static bool IsType(ReadOnlyMemory<byte> bytes, out bool dynamic)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            dynamic = IsDynamic(json.RootElement);
            return IsType(json.RootElement);
        }
        catch (JsonException)
        {
            dynamic = false;
            return false;
        }
    }

    private static bool IsType(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is "string" or "number" or "bool" or "dynamic",
        JsonValueKind.Array when type.GetArrayLength() == 2 && type[0].ValueKind == JsonValueKind.String => type[0].GetString() switch
        {
            "list" or "map" => IsType(type[1]),
            "set" => IsType(type[1]) && !IsDynamic(type[1]),
            "tuple" => type[1].ValueKind == JsonValueKind.Array && type[1].EnumerateArray().All(IsType),
            "object" => type[1].ValueKind == JsonValueKind.Object && type[1].EnumerateObject().All(p => IsType(p.Value)),
            _ => false,
        },
        _ => false,
    };

    private static bool IsDynamic(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.ValueEquals("dynamic"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsDynamic),
        JsonValueKind.Object => type.EnumerateObject().Any(p => IsDynamic(p.Value)),
        _ => false,
    };
}
