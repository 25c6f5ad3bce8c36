using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Making, naming, archiving and deleting rooms.</summary>
internal static partial class RoomChangeRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile) =>
        from kind in new[] { RoomKind.Channel, RoomKind.Group }
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.create", call => Create(call, kind)),
            Route.Post($"{kind.Prefix}.rename", call => Rename(call, kind)),
            Route.Post($"{kind.Prefix}.archive", call => Archive(call, kind)),
            Route.Post($"{kind.Prefix}.unarchive", call => Unarchive(call, kind)),
            Route.Post($"{kind.Prefix}.delete", call => Delete(call, kind)),
        }

        select route;

    private static Reply Create(ApiCall call, RoomKind kind)
    {
        if (!call.Can($"create-{kind.Type}"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        if (call.Text("name") is not { } name)
        {
            return Reply.Failure("Param \"name\" is required");
        }

        DemandFreeName(call, name);
        var room = call.Workspace.Rooms.Add(name, kind.Type, call.Caller);
        foreach (var member in call.Body["members"] as JsonArray ?? [])
        {
            if (call.Workspace.Users.ByName(member?.ToString()) is { } user)
            {
                call.Workspace.Rooms.Join(room, user);
            }
        }

        room.ReadOnly = call.Flag("readOnly");
        return Shown(call, kind, room);
    }

    private static Reply Rename(ApiCall call, RoomKind kind)
    {
        if (call.Text("name") is not { } name)
        {
            return Reply.Failure("The bodyParam \"name\" is required");
        }

        var room = kind.Find(call);
        call.Demand("edit-room", "saveRoomSettings", room);
        if (room.Name == name)
        {
            return Reply.Failure($"The {kind.Noun} name is the same as what it would be renamed to.");
        }

        DemandFreeName(call, name);
        call.Workspace.Rooms.Rename(room, name);
        call.Workspace.Rooms.PostSystemMessage(room);
        return Shown(call, kind, room);
    }

    private static Reply Archive(ApiCall call, RoomKind kind)
    {
        var room = kind.Find(call);
        call.Demand("archive-room", "archiveRoom", room);
        call.Workspace.Rooms.SetArchived(room, true);
        return Reply.Success();
    }

    private static Reply Unarchive(ApiCall call, RoomKind kind)
    {
        var room = kind.Find(call, archivedToo: true);
        if (!room.Archived)
        {
            return Reply.Failure($"The {kind.Noun}, {room.Name}, is not archived");
        }

        call.Demand("unarchive-room", "unarchiveRoom", room);
        call.Workspace.Rooms.SetArchived(room, false);
        return Reply.Success();
    }

    private static Reply Delete(ApiCall call, RoomKind kind)
    {
        var room = kind.Find(call, archivedToo: true);
        call.Demand($"delete-{kind.Type}", "eraseRoom", room);
        call.Workspace.Rooms.Remove(room);
        return Reply.Success();
    }

    private static void DemandFreeName(ApiCall call, string name)
    {
        if (!ValidName().IsMatch(name))
        {
            throw new ApiException("error-invalid-room-name", $"{name} is not a valid room name.", Details(name));
        }

        if (call.Workspace.Rooms.ByName(name) is { } other)
        {
            throw other.Archived
                ? new ApiException("error-archived-duplicate-name", $"There's an archived channel with name {name}", Details(name))
                : new ApiException("error-duplicate-channel-name", $"A channel with name '{name}' exists", Details(name));
        }

        static JsonObject Details(string name) => new() { ["function"] = "RocketChat.getValidRoomName", ["channel_name"] = name };
    }

    private static Reply Shown(ApiCall call, RoomKind kind, Room room) =>
        Reply.Success(new JsonObject { [kind.Noun] = RoomView.Of(room, call.Workspace, call.Profile) });

    [GeneratedRegex("^[0-9a-zA-Z-_.]+$")]
    private static partial Regex ValidName();
}
