using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>
/// Finds out at plan what the server would refuse to the provider's account. Silent where the account cannot see its own rights: the
/// server decides at apply.
/// </summary>
internal sealed class OwnerRights(RocketChatClient client, OwnershipRun run)
{
    private const string SetOwner = "set-owner";
    private const string AccessPermissions = "access-permissions";
    private const string AddToJoinedRoom = "add-user-to-joined-room";

    /// <summary>The reason why the account cannot change the owners of the room; null if it can, or if that is not known.</summary>
    public async Task<Diagnostic?> FindChangeFaultAsync(Room room, AttributePath path, CancellationToken cancellationToken)
    {
        var self = await run.SelfAsync(client, cancellationToken);
        if (self.IsAdministrator() || await ReadAsync(self, room, cancellationToken) is not var (roles, holders))
        {
            return null;
        }

        // The role route does not update teams and other servers, so it is closed for their rooms.
        var hasRoleRoute = !room.IsTeamMain && !room.Federated;
        var isOnlyByRole = room.Archived && hasRoleRoute
            && !(await client.Server.GetInfoAsync(cancellationToken)).ChangesOwnersFromOutside;
        string[] wanted = isOnlyByRole ? [AccessPermissions] : hasRoleRoute ? [SetOwner, AccessPermissions] : [SetOwner];
        var reason = isOnlyByRole
            ? $"The room {room.Quoted()} is archived. Since Rocket.Chat 9.0, a change of its owners needs the permission "
                + $"`{AccessPermissions}`, which the provider's account, {self.Quoted()}, does not have. Unarchive the room, or use the "
                + "token of an administrator."
            : $"The provider's account, {self.Quoted()}, does not own the room {room.Quoted()} and has no role with the permission "
                + $"`{SetOwner}`. Make it an owner of the room, grant the permission to one of its roles, or use the token of an "
                + "administrator.";
        return HasAny(roles, wanted, holders) != false
            ? null
            : Diagnostic.Error("Owners of … cannot be set".About(room.Name), reason, path);
    }

    /// <summary>The reason why the account cannot invite the user to the room; null if it can, or if that is not known.</summary>
    public async Task<Diagnostic?> FindInviteFaultAsync(Room room, User user, AttributePath path, CancellationToken cancellationToken)
    {
        var self = await run.SelfAsync(client, cancellationToken);
        if (await ReadAsync(self, room, cancellationToken) is not var (roles, holders))
        {
            return null;
        }

        var isInside = await client.RoomMembers.IsMemberAsync(room, self, cancellationToken) != false;
        var anyRoom = room.Kind == RoomKind.Private ? "add-user-to-any-p-room" : "add-user-to-any-c-room";
        string[] wanted = isInside ? [anyRoom, AddToJoinedRoom] : [anyRoom];
        if (HasAny(roles, wanted, holders) != false)
        {
            return null;
        }

        var reason = isInside ? $"{self.Quoted()} may not invite anybody there"
            : room.Kind == RoomKind.Private ? $"the room is private and {self.Quoted()} is not in it"
            : $"{self.Quoted()} is not in the room";
        var none = room.Kind == RoomKind.Private ? ", which no role has at first" : "";
        return Diagnostic.Error(
            "User … cannot be invited to …".About(user.Username, room.Name),
            $"{user.Quoted()} cannot be invited to {room.Quoted()}: {reason}. That needs the permission `{anyRoom}`{none}. Grant it, or "
            + "invite the user in Rocket.Chat.",
            path);
    }

    /// <summary>
    /// The roles of the account in the workspace and in the room, and the roles that have each permission; null where the account cannot
    /// see one of them.
    /// </summary>
    private async Task<(IReadOnlyList<string> Roles, IReadOnlyDictionary<string, IReadOnlyList<string>> Holders)?> ReadAsync(
        User self, Room room, CancellationToken cancellationToken)
    {
        var (readingRoles, readingHolders) = (RolesAsync(self, room, cancellationToken), HoldersAsync(cancellationToken));
        await Calls.EndAsync(readingRoles, readingHolders);
        return await readingRoles is { } roles && await readingHolders is { } holders ? (roles, holders) : null;
    }

    private async Task<IReadOnlyList<string>?> RolesAsync(User self, Room room, CancellationToken cancellationToken) =>
        self.Roles is { } everywhere && await client.RoomMembers.GetRolesAsync(room, self, cancellationToken) is { } here
            ? [.. everywhere, .. here]
            : null;

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> HoldersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await run.PermissionsAsync(client, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    /// <summary>Whether the roles have one of these permissions; null if the server lacks one of them.</summary>
    private static bool? HasAny(
        IReadOnlyList<string> roles, IEnumerable<string> permissions, IReadOnlyDictionary<string, IReadOnlyList<string>> holders)
    {
        var known = permissions.Select(permission => holders.GetValueOrDefault(permission)).ToList();
        return known.Exists(some => some?.Intersect(roles).Any() == true) ? true : known.Contains(null) ? null : false;
    }
}
