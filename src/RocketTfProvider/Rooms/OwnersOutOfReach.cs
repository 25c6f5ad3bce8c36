using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Rooms whose owners this account cannot change on this server, found before anything is written.</summary>
internal static class OwnersOutOfReach
{
    /// <summary>The error that an apply would end with; null if there is a way.</summary>
    public static async Task<Diagnostic?> FindAsync(
        Room room, RocketChatClient client, OwnershipRun run, AttributePath path, CancellationToken cancellationToken)
    {
        if (!(room.IsTeamMain || room.Federated) || (await client.Server.GetInfoAsync(cancellationToken)).ChangesOwnersFromOutside)
        {
            return null;
        }

        var what = room.IsTeamMain ? "the main room of a team" : "a federated room";
        var self = !room.Archived && room.Kind == RoomKind.Private ? await run.SelfAsync(client, cancellationToken) : null;
        return room.Archived || (self is not null && await client.RoomMembers.IsMemberAsync(room, self, cancellationToken) == false)
            ? Diagnostic.Error(
                "Owners of … cannot be changed".About(room.Name),
                self is null
                    ? $"{room.Quoted()} is {what} and archived, and since Rocket.Chat 9.0 no server call changes the owners of such a "
                        + "room. Unarchive the room first."
                    : $"{room.Quoted()} is private and {what}, and since Rocket.Chat 9.0 only members can change the owners of such a "
                        + $"room. Add {self.Quoted()} to the room first.",
                path)
            : null;
    }
}
