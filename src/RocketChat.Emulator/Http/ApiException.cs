using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Http;

/// <summary>An error as the server throws it: a code, a reason and details. Reaches the client as 400 unless said otherwise.</summary>
internal sealed class ApiException(string code, string? reason = null, JsonObject? details = null) : Exception(reason ?? code)
{
    public string Code { get; } = code;

    public string? Reason { get; } = reason;

    public JsonObject? Details { get; } = details;

    public int Status { get; init; } = 400;

    /// <summary>The reason with the code in brackets, as the server joins them.</summary>
    public string Text => Reason is null ? $"[{Code}]" : $"{Reason} [{Code}]";

    /// <summary>An error that names the server method that threw it.</summary>
    public static ApiException In(string method, string code, string reason) =>
        new(code, reason, new JsonObject { ["method"] = method });
}
