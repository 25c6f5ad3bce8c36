using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>A team and its members as <c>teams.*</c> shows them.</summary>
internal static class TeamView
{
    public static JsonObject Of(Team team) => new()
    {
        ["_id"] = team.Id,
        ["name"] = team.Name,
        ["type"] = team.Type,
        ["createdAt"] = JsonText.Moment(team.CreatedAt),
        ["createdBy"] = new JsonObject { ["_id"] = team.Creator.Id, ["username"] = team.Creator.Username },
        ["_updatedAt"] = JsonText.Moment(team.CreatedAt),
        ["roomId"] = team.RoomId,
    };

    /// <summary>The team beside its room.</summary>
    public static JsonObject BesideRoom(Team team) =>
        new() { ["_id"] = team.Id, ["name"] = team.Name, ["type"] = team.Type, ["roomId"] = team.RoomId };

    public static JsonObject Listed(Team team, WorkspaceState workspace)
    {
        var view = Of(team);
        view["rooms"] = workspace.Rooms.All.Count(room => room.TeamId == team.Id && !room.TeamMain);
        view["numberOfUsers"] = team.Members.Count;
        return view;
    }

    public static JsonObject Member(User user, RoleList roles, Team team, VersionProfile profile)
    {
        var person = new JsonObject { ["_id"] = user.Id, ["username"] = user.Username, ["name"] = user.Name, ["status"] = "offline" };
        if (profile.TeamMembersHaveSettings)
        {
            person["settings"] = new JsonObject();
        }

        var view = new JsonObject
        {
            ["user"] = person,
            ["createdBy"] = new JsonObject { ["_id"] = team.Creator.Id, ["username"] = team.Creator.Username },
            ["createdAt"] = JsonText.Moment(team.CreatedAt),
        };
        if (roles.IsStored)
        {
            view["roles"] = JsonText.Array(roles);
        }

        return view;
    }
}
