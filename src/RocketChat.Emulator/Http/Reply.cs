using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Http;

/// <summary>An answer, complete and not yet sent.</summary>
internal sealed class Reply(int status, string contentType, byte[] body)
{
    public int Status { get; } = status;

    public string ContentType { get; } = contentType;

    public byte[] Body { get; } = body;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static Reply Json(int status, JsonNode body) => new(status, "application/json", JsonText.Utf8(body));

    /// <summary>200 with the given keys and <c>success: true</c>.</summary>
    public static Reply Success(JsonObject? body = null)
    {
        body ??= [];
        body["success"] = true;
        return Json(200, body);
    }

    /// <summary>A refusal that has no code of its own: 400 with a text, or with nothing at all.</summary>
    public static Reply Failure(string? error = null, string? errorType = null, int status = 400)
    {
        var body = new JsonObject { ["success"] = false };
        if (error is not null)
        {
            body["error"] = error;
        }

        if (errorType is not null)
        {
            body["errorType"] = errorType;
        }

        return Json(status, body);
    }

    public static Reply Failure(ApiException error)
    {
        var body = new JsonObject { ["success"] = false, ["error"] = error.Text, ["errorType"] = error.Code };
        if (error.Details is not null)
        {
            body["details"] = error.Details.DeepClone();
        }

        return Json(error.Status, body);
    }

    public static Reply Text(int status, string mediaType, string text) =>
        new(status, $"{mediaType}; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>The same with another content type.</summary>
    public Reply Called(string contentType)
    {
        var other = new Reply(Status, contentType, Body);
        foreach (var (name, value) in Headers)
        {
            other.Headers[name] = value;
        }

        return other;
    }

    public Reply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
