using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Finds rooms, or throws the error that names the reason.</summary>
internal static class RoomLookup
{
    /// <summary>The room with this id, which must be of a kind that has owners.</summary>
    /// <exception cref="DiagnosticException">There is no such room, or nobody can own it.</exception>
    public static async Task<Room> FindOwnableRoomAsync(
        this RocketChatClient client, string roomId, AttributePath path, CancellationToken cancellationToken)
    {
        var room = await client.Rooms.FindByIdAsync(roomId, cancellationToken) ?? throw RoomErrors.IdNotFound(roomId, path);
        return room.Kind switch
        {
            RoomKind.Channel or RoomKind.Private => room,
            RoomKind.Direct => throw RoomErrors.NotOwnable(roomId, "a direct message: both sides are equal and nobody owns it", path),
            RoomKind.LiveChat or RoomKind.Voip => throw RoomErrors.NotOwnable(
                roomId, "a live chat: it belongs to the agent who serves it and nobody owns it", path),
            _ => throw RoomErrors.NotOwnable(roomId, "of a kind that this provider does not know", path),
        };
    }

    /// <summary>The room with this id or, for imports, with this exact name.</summary>
    /// <exception cref="DiagnosticException">There is no such room.</exception>
    public static async Task<Room> FindRoomByIdOrNameAsync(
        this RocketChatClient client, string idOrName, CancellationToken cancellationToken) =>
        await client.Rooms.FindByIdAsync(idOrName, cancellationToken)
        ?? await client.Rooms.FindByNameAsync(idOrName, cancellationToken)
        ?? throw RoomErrors.NameNotFound(idOrName, null);
}
