using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Coming and going: invite, kick and leave.</summary>
internal static class RoomMemberRoutes
{
    private const string LastOwner = "You are the last owner. Please set new owner before leaving the room.";

    public static IEnumerable<Route> OfPublicRooms(VersionProfile profile) => [Route.Post("channels.join", Join)];

    public static IEnumerable<Route> Of(VersionProfile profile) =>
        from kind in new[] { RoomFamily.Channel, RoomFamily.Group }
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.invite", call => Invite(call, kind)),
            Route.Post($"{kind.Prefix}.kick", call => Kick(call, kind)),
            Route.Post($"{kind.Prefix}.leave", call => Leave(call, kind)),
        }

        select route;

    private static Reply Invite(EndpointCall call, RoomFamily kind)
    {
        var room = kind.Find(call, invisibleToo: true);
        var users = TargetUser.ManyOf(call);
        var isMember = call.Workspace.Rooms.MembershipOf(room, call.Caller) is not null;
        if (!(isMember && call.Can("add-user-to-joined-room", room)) && !call.Can($"add-user-to-any-{kind.Type}-room", room))
        {
            throw ApiException.In("addUsersToRoom", "error-not-allowed", "Not allowed");
        }

        foreach (var user in users.Where(user => call.Workspace.Rooms.MembershipOf(room, user) is null))
        {
            call.Workspace.Rooms.Join(room, user);
            call.Workspace.Rooms.PostSystemMessage(room);
        }

        return Shown(call, kind, room);
    }

    private static Reply Join(EndpointCall call)
    {
        var room = RoomFamily.Channel.Find(call);
        if (!RoomAccess.IsOpenTo(call, room))
        {
            throw ApiException.In("joinRoom", "error-not-allowed", "Not allowed");
        }

        if (call.Workspace.Rooms.MembershipOf(room, call.Caller) is null)
        {
            call.Workspace.Rooms.Join(room, call.Caller);
            call.Workspace.Rooms.PostSystemMessage(room);
        }

        return Shown(call, RoomFamily.Channel, room);
    }

    private static Reply Kick(EndpointCall call, RoomFamily kind)
    {
        const string method = "removeUserFromRoom";
        var room = kind.Find(call);
        var user = TargetUser.Of(call);
        call.Demand("remove-user", method, room);
        Remove(call, room, user, method, "User is not in this room");
        return kind == RoomFamily.Channel ? Shown(call, kind, room) : Reply.Success();
    }

    private static Reply Leave(EndpointCall call, RoomFamily kind)
    {
        const string method = "leaveRoom";
        var room = kind.Find(call);
        call.Demand($"leave-{kind.Type}", method, room);
        Remove(call, room, call.Caller, method, "You are not in this room");
        return kind == RoomFamily.Channel ? Shown(call, kind, room) : Reply.Success();
    }

    private static void Remove(EndpointCall call, Room room, User user, string method, string notInRoom)
    {
        var membership = call.Workspace.Rooms.MembershipOf(room, user)
            ?? throw ApiException.In(method, "error-user-not-in-room", notInRoom);
        if (membership.Roles.Contains("owner") && call.Workspace.Rooms.MembersWithRole(room, "owner").Count() == 1)
        {
            throw ApiException.In(method, "error-you-are-last-owner", LastOwner);
        }

        call.Workspace.Rooms.Leave(room, user);
        call.Workspace.Rooms.PostSystemMessage(room);
    }

    private static Reply Shown(EndpointCall call, RoomFamily kind, Room room) =>
        Reply.Success(new JsonObject { [kind.Noun] = RoomView.Of(room, call.Workspace, call.Profile) });
}
