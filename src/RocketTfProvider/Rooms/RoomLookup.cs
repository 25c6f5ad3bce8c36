using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Finds rooms, or says why not.</summary>
internal static class RoomLookup
{
    /// <summary>The room with this id, which must be of a kind that has owners.</summary>
    /// <exception cref="DiagnosticException">There is no such room, or nobody can own it.</exception>
    public static async Task<Room> FindOwnableRoomAsync(this RocketChatClient client, string roomId, AttributePath path, CancellationToken cancellationToken)
    {
        var room = await client.Rooms.FindByIdAsync(roomId, cancellationToken) ?? throw Missing.RoomById(roomId, path);
        return room.Kind switch
        {
            RoomKind.Channel or RoomKind.Private => room,
            RoomKind.Direct => throw NotOwnable(roomId, "a direct message: its two sides are equal and nobody owns it", path),
            RoomKind.LiveChat or RoomKind.Voip => throw NotOwnable(roomId, "a live chat: it belongs to the agent who serves it and has no owner", path),
            _ => throw NotOwnable(roomId, "of a kind that this provider does not know", path),
        };
    }

    private static DiagnosticException NotOwnable(string roomId, string what, AttributePath path) => new(
        "Room cannot have an owner",
        $"The room `{roomId}` is {what}. Choose a channel, a private room, a discussion, or a team's main room.",
        path);
}
