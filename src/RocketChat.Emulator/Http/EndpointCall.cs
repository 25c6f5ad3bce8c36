using System.Text.Json.Nodes;
using RocketChat.Emulator.Limits;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Http;

/// <summary>A call of an endpoint, with everything that a handler may use.</summary>
internal sealed class EndpointCall
{
    public required IncomingRequest Request { get; init; }

    public required WorkspaceState Workspace { get; init; }

    public required VersionProfile Profile { get; init; }

    public required JsonObject Query { get; init; }

    public required JsonObject Body { get; init; }

    /// <summary>The address of the server for its clients, without a slash at the end.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>The value of the route's variable part.</summary>
    public string? PathValue { get; init; }

    /// <summary>The caller, when the headers name a user and a token of that user.</summary>
    public User? OptionalCaller { get; init; }

    public required RateLimiter Limiter { get; init; }

    public LoginToken? Token { get; init; }

    public User Caller => OptionalCaller ?? throw new InvalidOperationException("the route needs no login, so there may be no caller");

    /// <summary>The parameters of the call: the query for GET, the body otherwise.</summary>
    public JsonObject Parameters => Request.Method is "GET" or "HEAD" ? Query : Body;

    /// <summary>A parameter that is text; null when it is missing, of another type or empty.</summary>
    public string? Text(string name) => Text(Parameters, name);

    public static string? Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    public bool Flag(string name) => Parameters[name] is JsonValue value
        && (value.TryGetValue<bool>(out var flag) ? flag : value.TryGetValue<string>(out var text) && text == "true");

    /// <summary>Whether the caller may do this at all, or in this room through a role there.</summary>
    public bool Can(string permission, Room? room = null) => Workspace.Can(OptionalCaller, permission, room);

    public void Demand(string permission, string method, Room? room = null)
    {
        if (!Can(permission, room))
        {
            throw ApiException.In(method, "error-not-allowed", "Not allowed");
        }
    }

    /// <summary>A header's value; null when it is missing or empty.</summary>
    public string? Header(string name) => Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
