using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

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

    /// <summary>The parameter that is sent first. A request for a user that has it serves as the request for the user's rooms.</summary>
    public (string Name, string Value) First => Parameters[_parameter];

    /// <summary>The user with <c>rooms</c>; null if the server does not show them to this account.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="roomId">The room that the caller asks about; null for all of them.</param>
    /// <param name="call">The public call.</param>
    /// <param name="maxAge">The oldest answer that the caller accepts; null for any that this client has not made wrong itself.</param>
    public async Task<JsonElement?> AskAsync(string userId, string? roomId, ApiCall call, TimeSpan? maxAge = null)
    {
        var request = ApiRequest.Get("users.info", ("userId", userId)) with
        {
            IsLookup = true,
            About = [roomId is null ? Subject.SubscriptionsOf(userId) : Subject.Subscription(userId, roomId)],
            MaxAge = maxAge ?? TimeSpan.MaxValue,
        };
        for (var index = _parameter; index < _count; index++)
        {
            if (await AskAsync(request, userId, index, call).ConfigureAwait(false) is { } user)
            {
                _parameter = index;
                return user;
            }
        }

        return null;
    }

    private async Task<JsonElement?> AskAsync(ApiRequest request, string userId, int index, ApiCall call)
    {
        try
        {
            var answer = await call.SendAsync(request with { Query = [.. request.Query, Parameters[index]] }).ConfigureAwait(false);
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
