using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Json;

/// <summary>
/// Numbers as a real server, which is written in JavaScript, stores them: in double precision, null where they are out of range.
/// </summary>
internal static class JavaScriptNumbers
{
    /// <summary>A copy of the value.</summary>
    public static JsonNode? In(JsonNode? value) => value switch
    {
        JsonValue number when number.GetValueKind() == JsonValueKind.Number =>
            Stored(double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture)),
        JsonArray list => new JsonArray([.. list.Select(In)]),
        _ => value?.DeepClone(),
    };

    private static JsonNode? Stored(double number) =>
        double.IsFinite(number) ? JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture)) : null;
}
