using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>The reading endpoints of <c>channels.*</c> and <c>groups.*</c>.</summary>
internal static class RoomReadingRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        foreach (var kind in new[] { RoomFamily.Channel, RoomFamily.Group })
        {
            yield return Route.Get($"{kind.Prefix}.info", call => Info(call, kind));
            yield return Route.Get($"{kind.Prefix}.members", call => Members(call, kind));
            yield return Route.Get($"{kind.Prefix}.roles", call => Roles(call, kind));
            yield return Route.Get($"{kind.Prefix}.moderators", call => Moderators(call, kind));
            yield return Route.Get($"{kind.Prefix}.list", call => List(call, kind)) with
            {
                Schema = new RequestSchema { Paged = true, Optional = ["_id"] },
            };
        }

        yield return Route.Get("groups.listAll", ListAllGroups) with { Schema = new RequestSchema { Paged = true } };
    }

    private static Reply Info(EndpointCall call, RoomFamily kind)
    {
        var room = kind.Find(call, archivedToo: true);
        return IsClosed(call, room)
            ? Refusals.Forbidden(call.Profile)
            : Reply.Success(new JsonObject { [kind.Noun] = RoomView.Of(room, call.Workspace, call.Profile) });
    }

    private static bool IsClosed(EndpointCall call, Room room) => room.TeamId is not null && !RoomAccess.IsOpenTo(call, room);

    private static Reply Members(EndpointCall call, RoomFamily kind)
    {
        var room = kind.Find(call, archivedToo: !call.Profile.ArchivedRoomsHideMembers || kind == RoomFamily.Channel);
        if (IsClosed(call, room))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var filter = call.Text("filter") ?? "";
        var page = Page.Of(call, call.Workspace.Rooms.Members(room)
            .Where(member => Contains(member.Username, filter) || Contains(member.Name, filter))
            .OrderBy(member => member.Username, StringComparer.Ordinal)
            .ToArray());
        return Listed("members", page, member => UserView.Member(member, call.Profile));
    }

    private static Reply Roles(EndpointCall call, RoomFamily kind) =>
        Reply.Success(new JsonObject { ["roles"] = RoomRolesView.Of(kind.Find(call), call.Workspace, call.Profile) });

    private static Reply Moderators(EndpointCall call, RoomFamily kind) => Reply.Success(new JsonObject
    {
        ["moderators"] = JsonText.Array(call.Workspace.Rooms.MembersWithRole(kind.Find(call), "moderator")
            .Select(user => call.Profile.RoomRolesHaveNames ? UserView.Named(user) : UserView.Reference(user))),
    });

    private static Reply List(EndpointCall call, RoomFamily kind)
    {
        bool Visible(Room room) => kind == RoomFamily.Channel
            ? RoomAccess.IsOpenTo(call, room)
            : call.Workspace.Rooms.MembershipOf(room, call.Caller) is not null;

        var ids = call.Text("_id")?.Split(',', StringSplitOptions.TrimEntries);
        var page = Page.Of(call, Rooms(call, kind).Where(Visible).Where(room => ids?.Contains(room.Id) != false).ToArray());
        return Listed(kind.Prefix, page, room => RoomView.Of(room, call.Workspace, call.Profile));
    }

    private static Reply ListAllGroups(EndpointCall call)
    {
        if (!call.Can("view-room-administration"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        return Listed(
            "groups", Page.Of(call, Rooms(call, RoomFamily.Group).ToArray()), room => RoomView.Of(room, call.Workspace, call.Profile));
    }

    private static IEnumerable<Room> Rooms(EndpointCall call, RoomFamily kind) =>
        call.Workspace.Rooms.All.Where(room => room.Type == kind.Type).OrderBy(room => room.Name, StringComparer.Ordinal);

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static Reply Listed<T>(string key, Page<T> page, Func<T, JsonNode?> view) => Reply.Success(new JsonObject
    {
        [key] = JsonText.Array(page.Items.Select(view)),
        ["count"] = page.Items.Count,
        ["offset"] = page.Offset,
        ["total"] = page.Total,
    });
}
