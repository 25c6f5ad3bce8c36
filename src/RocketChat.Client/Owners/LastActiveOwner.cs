using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>Keeps a room from being left to deactivated accounts, which the server's own guard counts as owners.</summary>
internal static class LastActiveOwner
{
    /// <summary>Refuses to remove the last owner, or the last active one, whom only deactivated accounts would follow.</summary>
    /// <returns>Another owner who is active; null where only deactivated accounts own the room, so that its owner may as well go.</returns>
    /// <exception cref="RocketChatException"><see cref="RocketChatErrorKind.LastOwner"/>.</exception>
    public static async Task<User?> RefuseAsync(Room room, User user, IReadOnlyList<User> owners, ApiCall call)
    {
        var others = owners.Where(owner => owner.Id != user.Id).ToList();
        if (others.Count == 0)
        {
            throw OwnerRefusal.LastOwner(room, user);
        }

        // Removing a deactivated owner never makes the room worse off.
        var active = await FindAsync(others, call).ConfigureAwait(false);
        return active is not null || !await IsActiveAsync(user, call).ConfigureAwait(false)
            ? active
            : throw OwnerRefusal.LastActiveOwner(room, user, others);
    }

    /// <summary>The first of these users who is active; null when there is none.</summary>
    public static async Task<User?> FindAsync(IEnumerable<User> candidates, ApiCall call)
    {
        foreach (var user in candidates)
        {
            if (await IsActiveAsync(user, call).ConfigureAwait(false))
            {
                return user;
            }
        }

        return null;
    }

    /// <summary>Whether the account exists and is active, as the server has shown it a moment ago.</summary>
    public static async Task<bool> IsActiveAsync(User user, ApiCall call) =>
        // An account without view-full-other-user-info sees no deactivated users.
        await UserLookup.FindRecentByIdAsync(user.Id, call).ConfigureAwait(false) is { } found && found.Active != false;
}
