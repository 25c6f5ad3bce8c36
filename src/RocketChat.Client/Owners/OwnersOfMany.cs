using RocketChat.Client.Capabilities;
using RocketChat.Client.Http;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// Finds an active owner of a room without a read of the room: among the users who own several rooms, each asked for all of theirs.
/// </summary>
internal sealed class OwnersOfMany(KnownOwners known, UserRoomsQuery userRooms)
{
    // Each costs a call, and most workspaces have one account that owns all of them.
    private const int Most = 3;

    /// <summary>An active owner of the room; null when none of these users is.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="isExcluded">Whether the user with this id does not count.</param>
    /// <param name="call">The public call.</param>
    public async Task<User?> FindAsync(string roomId, Func<string, bool> isExcluded, ApiCall call)
    {
        foreach (var userId in known.OwnersOfMany.Order(StringComparer.Ordinal).Take(Most))
        {
            if (!isExcluded(userId)
                && await userRooms.AskAsync(userId, roomId, call, ApiRequest.Recent).ConfigureAwait(false) is { } element
                && OwnerIndex.IsOwner(element, roomId)
                && User.From(element) is { Active: true } user)
            {
                return user;
            }
        }

        return null;
    }
}
