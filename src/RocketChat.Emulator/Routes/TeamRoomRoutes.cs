using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>The rooms of a team, and the team as a whole: renamed, left and deleted.</summary>
internal static class TeamRoomRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile) => !profile.HasTeams ? [] :
    [
        Route.Get("teams.listRooms", ListRooms),
        Route.Post("teams.addRooms", AddRooms),
        Route.Post("teams.removeRoom", RemoveRoom),
        Route.Post("teams.update", Update),
        Route.Post("teams.leave", Leave),
        Route.Post("teams.delete", Delete),
    ];

    private static Reply ListRooms(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        var seesAll = call.Can("view-all-team-channels", main);
        var rooms = call.Workspace.Rooms.All
            .Where(room => room.TeamId == team.Id && !room.TeamMain)
            .Where(room => seesAll || room.Type == "c" || call.Workspace.Rooms.MembershipOf(room, call.Caller) is not null)
            .OrderBy(room => room.Name, StringComparer.Ordinal)
            .ToArray();
        var page = Page.Of(call, rooms);
        return Reply.Success(new JsonObject
        {
            ["rooms"] = JsonText.Array(page.Items.Select(room => RoomView.Of(room, call.Workspace, call.Profile))),
            ["total"] = page.Total,
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
        });
    });

    private static Reply AddRooms(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        if (!call.Can("add-team-channel", main) && !call.Can("move-room-to-team", main))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var rooms = (call.Body["rooms"] as JsonArray ?? []).Select(id => call.Workspace.Rooms.ById(id?.ToString())).ToArray();
        if (rooms.Contains(null))
        {
            return Reply.Failure("invalid-room");
        }

        foreach (var room in rooms.OfType<Room>())
        {
            if (room.TeamId is not null)
            {
                return Reply.Failure("room-already-on-team");
            }

            call.Workspace.Rooms.Change(room, changed => changed.TeamId = team.Id);
        }

        return Reply.Success(new JsonObject
        {
            ["rooms"] = JsonText.Array(rooms.OfType<Room>().Select(room => RoomView.Of(room, call.Workspace, call.Profile))),
        });
    });

    private static Reply RemoveRoom(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        if (!call.Can("remove-team-channel", main))
        {
            return Refusals.Forbidden(call.Profile);
        }

        if (call.Workspace.Rooms.ById(call.Text("roomId")) is not { TeamMain: false } room || room.TeamId != team.Id)
        {
            return Reply.Failure("room-not-on-that-team");
        }

        call.Workspace.Rooms.Change(room, changed => changed.TeamId = null);
        return Reply.Success(new JsonObject { ["room"] = RoomView.Of(room, call.Workspace, call.Profile) });
    });

    private static Reply Update(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        if (!call.Can("edit-team", main))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var data = call.Body["data"] as JsonObject ?? [];
        var name = EndpointCall.Text(data, "name") ?? team.Name;
        if (name != team.Name && (call.Workspace.Teams.ByName(name) is not null || call.Workspace.Rooms.ByName(name) is not null))
        {
            return Reply.Failure("team-name-already-exists");
        }

        var type = data["type"]?.ToString() switch
        {
            "0" => 0,
            "1" => 1,
            _ => team.Type,
        };
        call.Workspace.Teams.Change(team, name, type);
        call.Workspace.Rooms.Change(main, changed =>
        {
            (changed.Name, changed.FName) = (name, name);
            changed.Type = type == 1 ? "p" : "c";
        });
        return Reply.Success();
    });

    private static Reply Leave(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        if (!team.Members.TryGetValue(call.Caller.Id, out var roles))
        {
            return Reply.Failure("not-on-team");
        }

        if (roles.Contains("owner") && team.Members.Values.Count(others => others.Contains("owner")) == 1)
        {
            return Reply.Failure("last-owner-can-not-be-removed");
        }

        call.Workspace.Rooms.Leave(main, call.Caller);
        return Reply.Success();
    });

    // Rooms that are not to be removed leave the team.
    private static Reply Delete(EndpointCall call) => TeamRoutes.WithTeam(call, (team, main) =>
    {
        if (!call.Can("delete-team", main))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var removed = TeamRoutes.TextsIn(call.Body, "roomsToRemove") ?? [];
        foreach (var room in call.Workspace.Rooms.All.Where(room => room.TeamId == team.Id && !room.TeamMain).ToArray())
        {
            if (removed.Contains(room.Id))
            {
                call.Workspace.Rooms.Remove(room);
            }
            else
            {
                call.Workspace.Rooms.Change(room, changed => changed.TeamId = null);
            }
        }

        call.Workspace.Rooms.Remove(main);
        return Reply.Success();
    });
}
