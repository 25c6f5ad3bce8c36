using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary><c>teams.*</c>: teams, and who is in them.</summary>
internal static class TeamRoutes
{
    private static readonly string[] Keys = ["teamId", "teamName"];

    public static IEnumerable<Route> Of(VersionProfile profile) => profile.HasTeams
        ?
        [
            Route.Post("teams.create", Create) with { Schema = new RequestSchema("name", "type") { Optional = ["members", "room", "owner"] } },
            Route.Get("teams.list", List) with { Schema = new RequestSchema { Paged = true } },
            Route.Get("teams.listAll", List) with { Schema = new RequestSchema { Paged = true } },
            Route.Get("teams.info", Info) with { Schema = new RequestSchema { AnyOf = Keys } },
            Route.Get("teams.members", Members) with { Schema = new RequestSchema { AnyOf = Keys, Optional = ["status", "username", "name"], Paged = true } },
            Route.Post("teams.addMembers", AddMembers) with { Schema = new RequestSchema("members") { AnyOf = Keys } },
            Route.Post("teams.updateMember", UpdateMember) with { Schema = new RequestSchema("member") { AnyOf = Keys } },
            Route.Post("teams.removeMember", RemoveMember) with { Schema = new RequestSchema("userId") { AnyOf = Keys, Optional = ["rooms"] } },
        ]
        : [];

    private static Reply Create(ApiCall call)
    {
        if (!call.Can("create-team"))
        {
            return Reply.Failure("unauthorized", status: 403);
        }
        var name = call.Text("name") ?? "";
        if (call.Workspace.FindTeam(name) is not null || call.Workspace.RoomByName(name) is not null)
        {
            return Reply.Failure("team-name-already-exists");
        }
        var type = call.Body["type"]?.ToString() == "1" ? 1 : 0;
        var room = call.Workspace.AddTeamRoom(name, type == 1 ? "p" : "c", call.Caller);
        foreach (var member in (call.Body["members"] as JsonArray ?? []).Select(id => call.Workspace.UserById(id?.ToString())).OfType<User>())
        {
            call.Workspace.Join(room, member);
        }
        return Reply.Success(new JsonObject { ["team"] = TeamView.Of(call.Workspace.Found(room, type)) });
    }

    private static Reply List(ApiCall call)
    {
        var all = call.Request.Path.EndsWith("All", StringComparison.Ordinal);
        if (all && !call.Can("view-all-teams"))
        {
            return Reply.Failure("unauthorized", status: 403);
        }
        var teams = call.Workspace.Teams.Where(team => all || team.Members.ContainsKey(call.Caller.Id));
        var page = Page.Of(call, teams.OrderBy(team => team.Name, StringComparer.Ordinal).ToArray());
        return Listed("teams", page, team => TeamView.Listed(team, call.Workspace));
    }

    private static Reply Info(ApiCall call) =>
        WithTeam(call, team => Reply.Success(new JsonObject { ["teamInfo"] = TeamView.Of(team) }));

    private static Reply Members(ApiCall call) => WithTeam(call, team =>
    {
        if (!team.Members.ContainsKey(call.Caller.Id) && !call.Can("view-all-teams"))
        {
            return Reply.Failure("unauthorized", status: 403);
        }
        var members = team.Members.Select(member => (User: call.Workspace.UserById(member.Key), Roles: member.Value)).Where(member => member.User is not null);
        var page = Page.Of(call, members.OrderBy(member => member.User!.Username, StringComparer.Ordinal).ToArray());
        return Listed("members", page, member => TeamView.Member(member.User!, member.Roles, team));
    });

    private static Reply AddMembers(ApiCall call) => Changing(call, "add-team-member", (team, _) =>
    {
        foreach (var member in (call.Body["members"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (call.Workspace.UserById(ApiCall.Text(member, "userId")) is not { } user)
            {
                return Reply.Failure("invalid-user");
            }
            call.Workspace.SetTeamRoles(team, user, RolesIn(member) ?? []);
        }
        return Reply.Success();
    });

    private static Reply UpdateMember(ApiCall call) => Changing(call, "edit-team-member", (team, _) =>
    {
        var member = call.Body["member"] as JsonObject ?? [];
        if (call.Workspace.UserById(ApiCall.Text(member, "userId")) is not { } user || !team.Members.ContainsKey(user.Id))
        {
            return Reply.Failure("member-does-not-exist");
        }
        if (RolesIn(member) is { } roles)
        {
            call.Workspace.SetTeamRoles(team, user, roles);
        }
        return Reply.Success();
    });

    private static Reply RemoveMember(ApiCall call) => Changing(call, "edit-team-member", (team, room) =>
    {
        if (call.Workspace.UserById(call.Text("userId")) is not { } user || !team.Members.TryGetValue(user.Id, out var roles))
        {
            return Reply.Failure("member-does-not-exist");
        }
        if (roles.Contains("owner") && team.Members.Count(member => member.Value.Contains("owner")) == 1)
        {
            return Reply.Failure("last-owner-can-not-be-removed");
        }
        team.Members.Remove(user.Id);
        call.Workspace.Leave(room, user);
        return Reply.Success();
    });

    private static Reply Changing(ApiCall call, string permission, Func<Team, Room, Reply> change) => WithTeam(call, team =>
        call.Workspace.RoomById(team.RoomId) is not { } room
            ? Reply.Failure("team-does-not-exist")
            : call.Can(permission, room) ? change(team, room) : Reply.Failure("unauthorized", status: 403));

    private static Reply WithTeam(ApiCall call, Func<Team, Reply> answer) =>
        call.Workspace.FindTeam(call.Text("teamId") ?? call.Text("teamName")) is { } team ? answer(team) : Reply.Failure("team-does-not-exist");

    private static string[]? RolesIn(JsonObject member) => (member["roles"] as JsonArray)?.Select(role => role?.ToString()).OfType<string>().ToArray();

    private static Reply Listed<T>(string key, Page<T> page, Func<T, JsonNode?> view) => Reply.Success(new JsonObject
    {
        [key] = JsonText.Array(page.Items.Select(view)),
        ["total"] = page.Total,
        ["count"] = page.Items.Count,
        ["offset"] = page.Offset,
    });
}
