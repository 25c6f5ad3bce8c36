using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>The rules for seeing a room.</summary>
internal static class RoomAccess
{
    public static bool IsOpenTo(EndpointCall call, Room room)
    {
        if (room.Type == "c" && IsPublic(call, room))
        {
            return true;
        }

        if (call.OptionalCaller is { } caller && call.Workspace.Rooms.MembershipOf(room, caller) is not null)
        {
            return true;
        }

        // A discussion is open to whoever sees the room that it belongs to.
        return call.Workspace.Rooms.ById(room.ParentRoomId) is { } parent && IsOpenTo(call, parent);
    }

    // A public channel of a private team is public to the members of the team only.
    private static bool IsPublic(EndpointCall call, Room room) => call.Workspace.Teams.ById(room.TeamId) is { Type: 1 } team
        ? call.OptionalCaller is { } caller && team.Members.ContainsKey(caller.Id)
        : call.Can("view-c-room");
}
