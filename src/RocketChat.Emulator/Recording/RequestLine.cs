using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Recording;

/// <summary>A request as one line of JSON.</summary>
internal static class RequestLine
{
    public static string Of(RecordedRequest request) => JsonText.Of(View(request));

    /// <summary>The body without secrets.</summary>
    public static string BodyOf(RecordedRequest request) => Secrets.Hidden(SecretSettings.Hidden(request.Path, request.Body));

    public static JsonObject View(RecordedRequest request) => new()
    {
        ["at"] = JsonText.Moment(request.At),
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["query"] = request.Query,
        ["body"] = BodyOf(request),
        ["status"] = request.Status,
    };
}
