using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// <c>roles.addUserToRole</c> and <c>roles.removeUserFromRole</c>, which the administration pages use: work for every room, but do not
/// protect the last owner and do not update teams or Matrix. They take the user name, so it is looked up right before.
/// </summary>
internal sealed class RoleRoute(ApiCapabilities capabilities) : IOwnerRoute
{
    private const string Owner = "owner";

    public async Task AddAsync(Room room, User user, ApiCall call)
    {
        var username = await UsernameAsync(user, call).ConfigureAwait(false);
        await capabilities.WithRoleKeyAsync(key =>
        {
            var body = JsonBody.Of((key, Owner), ("username", username), ("roomId", Scope(room)));
            return call.SendAsync(ApiRequest.Post("roles.addUserToRole", body) with { Changes = Subject.OfOwner(room.Id, user.Id) });
        }).ConfigureAwait(false);
    }

    public async Task RemoveAsync(Room room, User user, ApiCall call)
    {
        var username = await UsernameAsync(user, call).ConfigureAwait(false);

        var changes = Subject.OfOwner(room.Id, user.Id);

        // "scope" is the room id; "roomId" would be ignored.
        await capabilities.RemoveUserFromRole.UseAsync(
            () => capabilities.WithRoleKeyAsync(key =>
            {
                var body = JsonBody.Of((key, Owner), ("username", username), ("scope", Scope(room)));
                return call.SendAsync(ApiRequest.Post("roles.removeUserFromRole", body) with { Changes = changes });
            }),
            () => call.CallMethodAsync("authorization:removeUserFromRole", [Owner, username, Scope(room)], changes: changes))
            .ConfigureAwait(false);
    }

    // Without a room, servers since 6.13 make the user an owner of every room; before, they change nothing.
    private static string Scope(Room room)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(room.Id, nameof(room));
        return room.Id;
    }

    private static async Task<string> UsernameAsync(User user, ApiCall call)
    {
        var current = await UserLookup.FindRecentByIdAsync(user.Id, call).ConfigureAwait(false);
        return current?.Username is { Length: > 0 } username
            ? username
            : throw new RocketChatException(
                RocketChatErrorKind.Rejected,
                $"The user {user.Id} ({ForeignText.Clean(user.Username)}) no longer exists, or has no user name.")
            {
                Code = "error-invalid-user",
            };
    }
}
