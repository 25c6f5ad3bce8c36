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
        from kind in new[] { RoomFamily.Channel, RoomFamily.Group }
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.create", call => Create(call, kind)),
            Route.Post($"{kind.Prefix}.rename", call => Rename(call, kind)),
            Route.Post($"{kind.Prefix}.archive", call => Archive(call, kind)),
            Route.Post($"{kind.Prefix}.unarchive", call => Unarchive(call, kind)),
            Route.Post($"{kind.Prefix}.delete", call => Delete(call, kind)),
        }

        select route;

    /// <summary>The endpoints that make and remove rooms of any kind.</summary>
    public static IEnumerable<Route> OfAnyKind(VersionProfile profile)
    {
        yield return Route.Post("rooms.delete", DeleteAny) with { Schema = new RequestSchema("roomId") };
        yield return Route.Post("rooms.createDiscussion", Discuss) with
        {
            Schema = profile.HasRequestSchemas
                ? new RequestSchema("prid", "t_name") { Optional = ["pmid", "users", "encrypted", "reply", "topic"] }
                : null,
        };
        foreach (var prefix in new[] { "im", "dm" })
        {
            yield return Route.Post($"{prefix}.create", CreateDirect);
        }
    }

    private static Reply DeleteAny(EndpointCall call)
    {
        const string method = "eraseRoom";
        var room = call.Workspace.Rooms.ById(call.Text("roomId")) ?? throw ApiException.In(method, "error-invalid-room", "Invalid room");
        call.Demand($"delete-{room.Type}", method, room);
        call.Workspace.Rooms.Remove(room);
        return Reply.Success();
    }

    private static Reply Discuss(EndpointCall call)
    {
        const string method = "DiscussionCreation";
        if (call.Text("prid") is not { } parentId)
        {
            return Reply.Failure("Body parameter \"prid\" is required.");
        }

        if (call.Text("t_name") is not { } title)
        {
            return Reply.Failure("Body parameter \"t_name\" is required.");
        }

        if (!call.Can("start-discussion"))
        {
            throw ApiException.In(method, "error-action-not-allowed", "You cannot create a discussion");
        }

        var parent = call.Workspace.Rooms.ById(parentId) is { ParentRoomId: null } room && RoomAccess.IsOpenTo(call, room)
            ? room
            : throw ApiException.In(method, "error-invalid-room", "Invalid room");
        var discussion = call.Workspace.Rooms.Discuss(parent, title, call.Caller);
        Invite(call, discussion, call.Body["users"]);
        return Reply.Success(new JsonObject { ["discussion"] = RoomView.Of(discussion, call.Workspace, call.Profile) });
    }

    private static Reply CreateDirect(EndpointCall call)
    {
        var names = call.Text("usernames")?.Split(',', StringSplitOptions.TrimEntries) ?? [call.Text("username") ?? ""];
        var others = names.Select(call.Workspace.Users.ByName).ToArray();
        if (others.Contains(null))
        {
            throw ApiException.In("createDirectMessage", "error-invalid-user", "Invalid user");
        }

        var room = call.Workspace.Rooms.Direct([call.Caller, .. others.Where(user => user != call.Caller).Distinct().OfType<User>()]);
        var view = RoomView.Of(room, call.Workspace, call.Profile);
        view["rid"] = room.Id;
        return Reply.Success(new JsonObject { ["room"] = view });
    }

    private static Reply Create(EndpointCall call, RoomFamily kind)
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
        var isBroadcast = (call.Body["extraData"] as JsonObject)?["broadcast"]?.ToString() == "true";
        var room = call.Workspace.Rooms.Add(name, kind.Type, call.Caller, isBroadcast: isBroadcast);
        Invite(call, room, call.Body["members"]);
        room.ReadOnly |= call.Flag("readOnly");
        return Shown(call, kind, room);
    }

    private static void Invite(EndpointCall call, Room room, JsonNode? usernames)
    {
        foreach (var member in usernames as JsonArray ?? [])
        {
            if (call.Workspace.Users.ByName(member?.ToString()) is { } user)
            {
                call.Workspace.Rooms.Join(room, user);
            }
        }
    }

    private static Reply Rename(EndpointCall call, RoomFamily kind)
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

    private static Reply Archive(EndpointCall call, RoomFamily kind)
    {
        var room = kind.Find(call);
        call.Demand("archive-room", "archiveRoom", room);
        call.Workspace.Rooms.SetArchived(room, true);
        return Reply.Success();
    }

    private static Reply Unarchive(EndpointCall call, RoomFamily kind)
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

    private static Reply Delete(EndpointCall call, RoomFamily kind)
    {
        var room = kind.Find(call, archivedToo: true);
        call.Demand($"delete-{kind.Type}", "eraseRoom", room);
        call.Workspace.Rooms.Remove(room);
        return Reply.Success();
    }

    /// <exception cref="ApiException">The name is none, or taken.</exception>
    internal static void DemandFreeName(EndpointCall call, string name)
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

    private static Reply Shown(EndpointCall call, RoomFamily kind, Room room) =>
        Reply.Success(new JsonObject { [kind.Noun] = RoomView.Of(room, call.Workspace, call.Profile) });

    [GeneratedRegex("^[0-9a-zA-Z-_.]+$")]
    private static partial Regex ValidName();
}
