using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>Finds rooms, or throws the error that names the reason.</summary>
internal static class RoomLookup
{
    public static readonly AttributePath IdPath = AttributePath.To("room_id");
    public static readonly AttributePath NamePath = AttributePath.To("room_name");

    /// <summary>The room with this id, with this name, or with both, of a kind that has owners; null while that is not known.</summary>
    /// <exception cref="DiagnosticException">
    /// There is no such room, nobody can own it, or the id and the name mean different rooms.
    /// </exception>
    public static async Task<Room?> FindChosenRoomAsync(
        this RocketChatClient client, Tf<string> id, Tf<string> name, CancellationToken cancellationToken)
    {
        if (id.IsNull)
        {
            return name.TryGet(out var roomName)
                ? Ownable(
                    await client.Rooms.FindByNameAsync(roomName, cancellationToken) ?? throw RoomErrors.NameNotFound(roomName, NamePath),
                    NamePath)
                : null;
        }

        if (!id.TryGet(out var roomId))
        {
            return null;
        }

        var room = await client.FindOwnableRoomAsync(roomId, IdPath, cancellationToken);
        return !name.IsPresent || name.Value == room.Name ? room : throw RoomErrors.OtherName(room.Id, room.Name, name.Value);
    }

    /// <summary>The room with this id, which must be of a kind that has owners.</summary>
    /// <exception cref="DiagnosticException">There is no such room, or nobody can own it.</exception>
    public static async Task<Room> FindOwnableRoomAsync(
        this RocketChatClient client, string roomId, AttributePath path, CancellationToken cancellationToken) =>
        Ownable(
            await client.Rooms.FindByIdAsync(roomId, cancellationToken) ?? throw RoomErrors.IdNotFound(roomId, path), path);

    /// <summary>A room and its owners, read at once; null if the room is gone.</summary>
    /// <param name="client">The workspace.</param>
    /// <param name="roomId">The room.</param>
    /// <param name="readOwners">Reads the owners of the room; a failure of it counts only where there is a room.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public static async Task<OwnedRoom?> FindOwnedRoomAsync(
        this RocketChatClient client,
        string roomId,
        Func<string, CancellationToken, Task<IReadOnlyList<User>>> readOwners,
        CancellationToken cancellationToken)
    {
        var findingRoom = client.Rooms.FindByIdAsync(roomId, cancellationToken);
        var readingOwners = readOwners(roomId, cancellationToken);
        await Calls.EndAsync(findingRoom, readingOwners);
        return await findingRoom is { } room ? new OwnedRoom(room, await readingOwners) : null;
    }

    /// <summary>The owners of a stored object's room; null if the room is gone, which a state without a refresh does not know.</summary>
    /// <exception cref="RocketChatException">The owners cannot be read.</exception>
    public static async Task<IReadOnlyList<User>?> FindOwnersAsync(
        this RocketChatClient client, string roomId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RoomOwners.GetOneOfManyAsync(roomId, cancellationToken);
        }
        catch (RocketChatException)
        {
            if (await client.Rooms.FindByIdAsync(roomId, cancellationToken) is null)
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>The room with this id or, for imports, with this exact name.</summary>
    /// <exception cref="DiagnosticException">There is no such room.</exception>
    public static async Task<Room> FindRoomByIdOrNameAsync(
        this RocketChatClient client, string idOrName, CancellationToken cancellationToken) =>
        await client.Rooms.FindByIdAsync(idOrName, cancellationToken)
        ?? await client.Rooms.FindByNameAsync(idOrName, cancellationToken)
        ?? throw RoomErrors.NameNotFound(idOrName, null);

    private static Room Ownable(Room room, AttributePath path) => room.Kind switch
    {
        RoomKind.Channel or RoomKind.Private => room,
        RoomKind.Direct => throw RoomErrors.NotOwnable(room.Id, "a direct message: both sides are equal and nobody owns it", path),
        RoomKind.LiveChat or RoomKind.Voip => throw RoomErrors.NotOwnable(
            room.Id, "a live chat: it belongs to the agent who serves it and nobody owns it", path),
        _ => throw RoomErrors.NotOwnable(room.Id, "of a kind that this provider does not know", path),
    };
}
