using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Capabilities;

/// <summary>
/// The parameter with which <c>users.info</c> shows the rooms of a user and the roles in them: <c>includeUserRooms</c> since 7.0,
/// <c>fields</c> before. A server ignores the other one, so its answer shows which one works. Needs <c>view-other-user-channels</c>.
/// </summary>
internal sealed class UserRoomsQuery
{
    private static readonly (string Name, string Value)[] Parameters = [("includeUserRooms", "true"), ("fields", """{"userRooms":1}""")];

    private volatile int _parameter;

    // The number of parameters that are left to try, from the first on.
    private volatile int _count = Parameters.Length;

    /// <summary>The user with <c>rooms</c>; null if the server does not show them to this account.</summary>
    public async Task<JsonElement?> AskAsync(string userId, ApiCall call)
    {
        for (var index = _parameter; index < _count; index++)
        {
            if (await AskAsync(userId, index, call).ConfigureAwait(false) is { } user)
            {
                _parameter = index;
                return user;
            }
        }

        return null;
    }

    private async Task<JsonElement?> AskAsync(string userId, int index, ApiCall call)
    {
        try
        {
            var request = ApiRequest.Get("users.info", ("userId", userId), Parameters[index]) with { IsLookup = true };
            var answer = await call.SendAsync(request).ConfigureAwait(false);
            var user = answer.Required("user");
            return user.Member("rooms") is { ValueKind: JsonValueKind.Array } && user.String("_id") == userId ? user : null;
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Rejected)
        {
            // Rejected parameters say something about the server, other rejections about the user: accounts without
            // view-full-other-user-info see no deactivated users.
            if (index > 0 && ApiCapabilities.RefusesParameters(exception))
            {
                _count = index;
            }

            return null;
        }
    }
}
