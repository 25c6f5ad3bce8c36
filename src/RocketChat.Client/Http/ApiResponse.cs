using System.Text.Json;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Http;

/// <summary>An answer that reports success.</summary>
internal sealed record ApiResponse(ApiRequest Request, int Status, JsonElement Root)
{
    /// <summary>A member that every answer of the endpoint has.</summary>
    public JsonElement Required(string name) =>
        Root.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : throw Unexpected($"\"{name}\" is missing");

    /// <summary>The items of a list that every answer of the endpoint has.</summary>
    public JsonElement RequiredList(string name) =>
        Root.Member(name) is { ValueKind: JsonValueKind.Array } list ? list : throw Unexpected($"\"{name}\" is missing");

    public RocketChatException Unexpected(string what) =>
        new(RocketChatErrorKind.UnexpectedAnswer, $"The answer to {Request} has an unexpected shape: {what}.")
        {
            Method = Request.Method,
            Path = Request.Path,
            StatusCode = Status,
        };
}
