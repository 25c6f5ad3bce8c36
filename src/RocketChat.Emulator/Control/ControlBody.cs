using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Control;

/// <summary>The body of a control call. Missing keys, unknown keys and values of another type are refused with the remedy.</summary>
internal sealed class ControlBody
{
    private readonly JsonObject _body;

    private ControlBody(JsonObject body) => _body = body;

    /// <summary>JSON of any content type, because curl sends everything as a form unless told otherwise; and real forms.</summary>
    /// <exception cref="JsonException">The body is neither.</exception>
    public static ControlBody Of(IncomingRequest request, params IReadOnlyList<string> keys)
    {
        var body = request.Body.Length == 0 ? []
            : JsonText.TryParse(request.Body, out var json) ? json as JsonObject
                ?? throw new JsonException("the body must be an object in { }")
            : Parameters.OfForm(request) ?? throw new JsonException("the body is not JSON");
        var unknown = body.Select(entry => entry.Key).FirstOrDefault(key => !keys.Contains(key));
        return unknown is null
            ? new ControlBody(body)
            : throw new ArgumentException(keys.Count == 0
                ? $"the body has the key '{unknown}', but this call takes none"
                : $"the body has the key '{unknown}', but this call takes {string.Join(", ", keys)}");
    }

    /// <summary>The value of a key that must be there.</summary>
    public JsonNode? Value(string key) => _body.TryGetPropertyValue(key, out var value) ? value : throw Missing(key);

    public string String(string key) => _body[key] switch
    {
        null => throw Missing(key),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
        _ => throw Wrong(key, "a string in quotes that is not empty"),
    };

    public bool? Boolean(string key) => _body[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<string>(out var text) && bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong(key, "true or false"),
    };

    /// <summary>An integer that is not less than 0.</summary>
    public int? Integer(string key) => _body[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) && number >= 0 => number,
        _ => throw Wrong(key, "an integer from 0, without quotes"),
    };

    public string[]? Strings(string key) => _body[key] switch
    {
        null => null,
        JsonArray list when list.All(IsString) => [.. list.Select(item => item!.GetValue<string>())],
        _ => throw Wrong(key, "a list of strings in [ ]"),
    };

    public Dictionary<string, string> Map(string key) => _body[key] switch
    {
        null => [],
        JsonObject map when map.All(entry => IsString(entry.Value)) =>
            map.ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>()),
        _ => throw Wrong(key, "an object whose values are strings"),
    };

    private static bool IsString(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static ArgumentException Missing(string key) => new($"the body needs the key '{key}'");

    private static ArgumentException Wrong(string key, string expected) => new($"{key} must be {expected}");
}
