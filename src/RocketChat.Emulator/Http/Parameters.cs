using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace RocketChat.Emulator.Http;

/// <summary>Reads queries and bodies into JSON objects.</summary>
internal static class Parameters
{
    public static JsonObject OfQuery(IncomingRequest request)
    {
        var parameters = new JsonObject();
        foreach (var (key, values) in request.Query)
        {
            var isArray = key.EndsWith("[]", StringComparison.Ordinal) || values.Count > 1;
            var name = key.EndsWith("[]", StringComparison.Ordinal) ? key[..^2] : key;
            parameters[name] = isArray ? JsonText.Array(values.Select(value => value ?? "")) : JsonValue.Create(values.ToString());
        }

        return parameters;
    }

    /// <summary>The body's object; null when it is meant to be JSON and is not.</summary>
    public static JsonObject? OfBody(IncomingRequest request)
    {
        if (request.Body.Length == 0)
        {
            return [];
        }

        if (OfForm(request) is { } form)
        {
            return form;
        }

        if (request.MediaType != "application/json")
        {
            return [];
        }

        return TryParse(request.Body, out var body) ? body as JsonObject ?? [] : null;
    }

    /// <summary>The fields of a form; null when the body is not said to be one.</summary>
    public static JsonObject? OfForm(IncomingRequest request) => request.MediaType != "application/x-www-form-urlencoded"
        ? null
        : new JsonObject(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body))
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));

    /// <summary>The object that a parameter holds as JSON text; an empty one when it holds none.</summary>
    public static JsonObject ObjectIn(string? text) =>
        text is not null && TryParse(text, out var node) && node is JsonObject parsed ? parsed : [];

    public static bool TryParse(string json, out JsonNode? node) => TryParse(Encoding.UTF8.GetBytes(json), out node);

    public static bool TryParse(byte[] json, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(json);
            // Duplicate keys surface only when the object is first looked into, so look at once.
            _ = (node as JsonObject)?.Count;
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            node = null;
            return false;
        }
    }
}
