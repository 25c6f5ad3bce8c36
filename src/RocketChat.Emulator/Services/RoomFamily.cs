using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>The two families of room endpoints: <c>channels.*</c> for public rooms and <c>groups.*</c> for private ones.</summary>
/// <param name="Prefix">The first part of the endpoints' names.</param>
/// <param name="Type">The type of the rooms that the family serves.</param>
/// <param name="Noun">The word for a room, in keys and in messages.</param>
internal sealed record RoomFamily(string Prefix, string Type, string Noun)
{
    public static RoomFamily Channel { get; } = new("channels", "c", "channel");

    public static RoomFamily Group { get; } = new("groups", "p", "group");

    private bool IsPrivate => Type == "p";

    /// <summary>The room that the call names by <c>roomId</c> or <c>roomName</c>.</summary>
    /// <exception cref="ApiException">None named, none found, of another type, private and not the caller's, or archived.</exception>
    public Room Find(EndpointCall call, bool archivedToo = false, bool invisibleToo = false)
    {
        var id = call.Text("roomId");
        var name = call.Text("roomName");
        if (id is null && name is null && (IsPrivate || call.Profile.ChannelOwnerNeedsRoomParameter))
        {
            throw new ApiException(
                IsPrivate ? "error-room-param-not-provided" : "error-roomid-param-not-provided",
                "The parameter \"roomId\" or \"roomName\" is required");
        }

        var room = id is not null ? call.Workspace.Rooms.ById(id) : call.Workspace.Rooms.ByName(name);
        if (room is null || room.Type != Type || (IsPrivate && !invisibleToo && !RoomAccess.IsOpenTo(call, room)))
        {
            throw new ApiException(
                "error-room-not-found", $"The required \"roomId\" or \"roomName\" param provided does not match any {Noun}");
        }

        if (room.Archived && !archivedToo)
        {
            throw new ApiException("error-room-archived", $"The {(IsPrivate ? "private group" : "channel")}, {room.Name}, is archived");
        }

        return room;
    }
}
