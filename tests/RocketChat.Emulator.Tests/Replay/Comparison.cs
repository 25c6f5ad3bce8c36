using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>Compares an answer with the recorded one: status, media type, keys at every depth, flags, error codes and texts.</summary>
internal static partial class Comparison
{
    private static readonly string[] ErrorKeys = ["error", "errorType"];

    /// <summary>The first difference, or null.</summary>
    public static string? Difference(RecordedExchange recorded, Answer actual)
    {
        if (recorded.Status != actual.Status)
        {
            return $"status {actual.Status} instead of {recorded.Status}, body {actual.Body}";
        }

        if (recorded.Headers.TryGetValue("content-type", out var contentType) && contentType.Split(';')[0] != actual.MediaType)
        {
            return $"media type {actual.MediaType} instead of {contentType}";
        }

        if (contentType?.StartsWith("application/json", StringComparison.Ordinal) != true || recorded.BodyIsCut)
        {
            return null;
        }

        return Difference("", Parse(recorded.Body), Parse(actual.Body));
    }

    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Difference(string path, JsonNode? recorded, JsonNode? actual) => (recorded, actual) switch
    {
        (JsonObject expected, JsonObject found) => ObjectDifference(path, expected, found),
        (JsonArray expected, JsonArray found) => expected.Count == 0 || found.Count == 0
            ? null
            : Difference($"{path}[0]", expected[0], found[0]),
        (JsonObject, _) or (JsonArray, _) or (_, JsonObject) or (_, JsonArray) => $"{path} has another shape",
        _ when recorded?.GetValueKind() is JsonValueKind.True or JsonValueKind.False && !JsonNode.DeepEquals(recorded, actual) =>
            $"{path} is {actual?.ToJsonString() ?? "null"} instead of {recorded.ToJsonString()}",
        _ => null,
    };

    private static string? ObjectDifference(string path, JsonObject expected, JsonObject found)
    {
        var missing = expected.Select(pair => pair.Key).Except(found.Select(pair => pair.Key)).ToArray();
        var superfluous = found.Select(pair => pair.Key).Except(expected.Select(pair => pair.Key)).ToArray();
        if (missing.Length + superfluous.Length > 0)
        {
            return $"{path} lacks [{string.Join(", ", missing)}] and has [{string.Join(", ", superfluous)}] too much, "
                + $"body {found.ToJsonString()}";
        }

        foreach (var (key, value) in expected)
        {
            var difference = ErrorKeys.Contains(key) && value is JsonValue
                ? ErrorDifference($"{path}.{key}", value, found[key])
                : key == "message" && Inner(value) is { } inner ? Difference($"{path}.message", inner, Inner(found[key]))
                : Difference($"{path}.{key}", value, found[key]);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? ErrorDifference(string path, JsonNode expected, JsonNode? found) =>
        Numbers().Replace(expected.ToJsonString(), "N") == Numbers().Replace(found?.ToJsonString() ?? "null", "N")
            ? null
            : $"{path} is {found?.ToJsonString()} instead of {expected.ToJsonString()}";

    /// <summary>The JSON that a method call carries as text.</summary>
    private static JsonObject? Inner(JsonNode? message) => message is JsonValue value ? Parse(value.ToString()) as JsonObject : null;

    [GeneratedRegex(@"\b\d+(?= seconds)")]
    private static partial Regex Numbers();
}
