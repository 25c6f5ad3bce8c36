using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary><c>rooms.adminRooms</c> and its like: every room, whether or not the caller is in it.</summary>
internal static class AdminRoomRoutes
{
    private const string Discussions = "discussions";
    private const string Teams = "teams";

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("rooms.adminRooms", List) with
        {
            Schema = new RequestSchema
            {
                Optional = ["filter"],
                ChoiceKey = "types",
                Choices = ["c", "p", "d", "l", "v", Discussions, Teams],
                Paged = true,
            },
        };
        yield return Route.Get("rooms.adminRooms.getRoom", Get) with { Schema = new RequestSchema { Optional = ["rid"] } };
        yield return Route.Get("rooms.autocomplete.adminRooms", Complete) with { Schema = new RequestSchema("selector") };
    }

    private static Reply List(EndpointCall call)
    {
        Demand(call);
        var types = call.Parameters["types"] switch
        {
            JsonArray many => many.Select(type => type?.ToString() ?? "").ToArray(),
            JsonValue one => [one.ToString()],
            _ => [],
        };
        var filter = call.Text("filter")?.Trim() ?? "";
        var rooms = call.Workspace.Rooms.All
            .Where(room => IsAmong(room, types))
            .Where(room => filter.Length == 0 || Names(call, room).Any(name => Contains(name, filter)))
            .OrderByDescending(room => room.Default)
            .ThenBy(room => room.Name, StringComparer.Ordinal)
            .ToArray();
        var page = Page.Of(call, Sorting.Of(call, rooms, room => RoomView.ForAdministrators(room, call.Workspace, call.Profile)));
        return Reply.Success(new JsonObject
        {
            ["rooms"] = JsonText.Array(page.Items.Select(room => RoomView.ForAdministrators(room, call.Workspace, call.Profile))),
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
            ["total"] = page.Total,
        });
    }

    private static Reply Get(EndpointCall call)
    {
        Demand(call);
        return call.Workspace.Rooms.ById(call.Text("rid")) is { } room
            ? Reply.Success(RoomView.ForAdministrators(room, call.Workspace, call.Profile))
            : Refusals.NotAllowed(call.Profile);
    }

    private static Reply Complete(EndpointCall call)
    {
        Demand(call);
        var name = EndpointCall.Text(JsonText.ObjectIn(call.Text("selector")), "name") ?? "";
        var rooms = call.Workspace.Rooms.All
            .Where(room => StartsWith(room.Name, name) || StartsWith(room.FName, name))
            .OrderBy(room => room.Name, StringComparer.Ordinal)
            .Take(10);
        return Reply.Success(new JsonObject
        {
            ["items"] = JsonText.Array(rooms.Select(room => RoomView.ForAdministrators(room, call.Workspace, call.Profile))),
        });
    }

    private static void Demand(EndpointCall call)
    {
        if (!call.Can("view-room-administration"))
        {
            throw call.Profile.RefusalsAreForbidden
                ? new ApiException("error-not-authorized", "Not Authorized")
                : new BareFailureException("error-not-authorized");
        }
    }

    // Discussions and main rooms of teams are listed only for those who ask for them.
    private static bool IsAmong(Room room, string[] types)
    {
        var (isDiscussion, isTeam) = (room.ParentRoomId is not null, room.TeamMain);
        return (!isDiscussion || types.Contains(Discussions))
            && (!isTeam || types.Contains(Teams))
            && (isDiscussion || isTeam || types.Length == 0 || types.Contains(room.Type));
    }

    private static IEnumerable<string?> Names(EndpointCall call, Room room) => room.IsDirect
        ? call.Workspace.Rooms.Members(room).Select(member => (string?)member.Username)
        : [room.Name, room.FName];

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static bool StartsWith(string? text, string part) => text?.StartsWith(part, StringComparison.OrdinalIgnoreCase) == true;
}
