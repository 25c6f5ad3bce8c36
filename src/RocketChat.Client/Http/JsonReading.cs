using System.Globalization;
using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>
/// Tolerant reading: some versions send numbers and booleans as strings, and null for absent members. A missing member is null, and so is
/// a member of an unsuitable type.
/// </summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? String(this JsonElement element, string name) => element.Member(name) is not { } value
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };

    /// <summary>A string member; null if it is empty.</summary>
    public static string? NonEmptyString(this JsonElement element, string name) =>
        element.String(name) is { Length: > 0 } text ? text : null;

    public static bool? Bool(this JsonElement element, string name) => element.String(name)?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    public static long? Integer(this JsonElement element, string name) =>
        double.TryParse(element.String(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15
            ? (long)value
            : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IReadOnlyList<string>? Strings(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : null;
}
