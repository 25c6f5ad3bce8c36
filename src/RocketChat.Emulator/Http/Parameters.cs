using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using RocketChat.Emulator.Json;

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

        return JsonText.TryParse(request.Body, out var body) ? body as JsonObject ?? [] : null;
    }

    /// <summary>The fields of a form; null when the body is not said to be one.</summary>
    public static JsonObject? OfForm(IncomingRequest request) => request.MediaType != "application/x-www-form-urlencoded"
        ? null
        : new JsonObject(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body))
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));
}
