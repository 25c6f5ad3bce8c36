using System.Text.Json;

namespace RocketChat.Client;

/// <summary>
/// How <c>users.info</c> is asked for the rooms of a user with the roles there: <c>includeUserRooms</c> since 7.0, <c>fields</c> before.
/// A server ignores what it does not know, so its answer shows which one it is. The rooms need <c>view-other-user-channels</c>.
/// </summary>
internal sealed class UserRoomsQuery
{
    private static readonly (string Name, string Value)[] Parameters = [("includeUserRooms", "true"), ("fields", """{"userRooms":1}""")];

    private volatile int _parameter;

    // How many of the ways, from the first on, this server may take.
    private volatile int _count = Parameters.Length;

    /// <summary>The user with <c>rooms</c>; null when the server does not tell them to this account.</summary>
    public async Task<JsonElement?> AskAsync(string userId, ApiCall call)
    {
        for (var way = _parameter; way < _count; way++)
        {
            if (await AskAsync(userId, way, call).ConfigureAwait(false) is { } user)
            {
                _parameter = way;
                return user;
            }
        }

        return null;
    }

    private async Task<JsonElement?> AskAsync(string userId, int way, ApiCall call)
    {
        try
        {
            var answer = await call.SendAsync(ApiRequest.Get("users.info", ("userId", userId), Parameters[way]) with { IsLookup = true }).ConfigureAwait(false);
            var user = answer.Required("user");
            return user.Member("rooms") is { ValueKind: JsonValueKind.Array } && user.String("_id") == userId ? user : null;
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.Rejected)
        {
            // Parameters of former versions are refused by 8.x, whoever the user is; a deactivated user is hidden from accounts without
            // view-full-other-user-info.
            if (way > 0 && ApiCapabilities.RefusesParameters(exception))
            {
                _count = way;
            }

            return null;
        }
    }
}
