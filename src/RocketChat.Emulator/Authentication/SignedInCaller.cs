using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Authentication;

/// <summary>The caller of a request: user id and token must both be there and belong to each other.</summary>
internal static class SignedInCaller
{
    public static (User? Caller, LoginToken? Token) Of(IncomingRequest request, WorkspaceState workspace)
    {
        var user = workspace.Users.ById(request.Headers["X-User-Id"].ToString());
        var value = request.Headers["X-Auth-Token"].ToString();
        var token = user?.Tokens.Find(token => token.Value == value);
        return user is { Active: true } && token is not null ? (user, token) : (null, null);
    }
}
