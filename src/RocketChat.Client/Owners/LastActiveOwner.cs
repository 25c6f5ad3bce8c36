using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>Protects the last active owner of a room: the server also counts deactivated owners.</summary>
internal static class LastActiveOwner
{
    /// <exception cref="RocketChatException"><see cref="RocketChatErrorKind.LastOwner"/>.</exception>
    public static async Task RefuseAsync(Room room, User user, IReadOnlyList<User> owners, ApiCall call)
    {
        var others = owners.Where(owner => owner.Id != user.Id).ToList();
        if (others.Count == 0)
        {
            throw OwnerRefusal.LastOwner(room, user);
        }

        // Removing a deactivated owner never makes the room worse off.
        if (!await IsAmongAsync(others, call).ConfigureAwait(false) && await IsActiveAsync(user, call).ConfigureAwait(false))
        {
            throw OwnerRefusal.LastActiveOwner(room, user, others);
        }
    }

    public static async Task<bool> IsAmongAsync(IEnumerable<User> users, ApiCall call)
    {
        foreach (var user in users)
        {
            if (await IsActiveAsync(user, call).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    // An account without view-full-other-user-info sees no deactivated users.
    private static async Task<bool> IsActiveAsync(User user, ApiCall call) =>
        user.Active ?? (await UsersApi.FindByIdAsync(user.Id, call).ConfigureAwait(false) is { } found && found.Active != false);
}
