using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary><c>teams.*</c>: teams, and who is in them.</summary>
internal static class TeamRoutes
{
    private const string NoMatch = "Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation";
    private static readonly string[] Keys = ["teamId", "teamName"];

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        if (!profile.HasTeams)
        {
            return [];
        }

        return
        [
            Described(
                Route.Post("teams.create", Create),
                new RequestSchema("name", "type") { Optional = ["members", "room", "owner"] },
                "create-team"),
            Route.Get("teams.list", call => List(call, call.Workspace.Teams.All.Where(team => team.Members.ContainsKey(call.Caller.Id)))),
            Described(Route.Get("teams.listAll", ListAll), null, "view-all-teams"),
            Described(Route.Get("teams.info", Info), new RequestSchema { AnyOf = Keys, OnlyOne = true }),
            Described(
                Route.Get("teams.members", Members),
                new RequestSchema { AnyOf = Keys, OnlyOne = true, Optional = ["status", "username", "name"], Paged = true }),
            Route.Post("teams.addMembers", AddMembers) with { Schema = new RequestSchema("members") { AnyOf = Keys, OnlyOne = true } },
            Route.Post("teams.updateMember", UpdateMember) with { Schema = new RequestSchema("member") { AnyOf = Keys, OnlyOne = true } },
            Route.Post("teams.removeMember", RemoveMember) with
            {
                Schema = new RequestSchema("userId") { AnyOf = Keys, OnlyOne = true, Optional = ["rooms"] },
            },
        ];

        // 8.x validates in the router what older versions validated in the handler.
        Route Described(Route route, RequestSchema? schema, string? permission = null) =>
            profile.HasTeamSchemas ? route with { Schema = schema, Permission = permission } : route;
    }

    private static Reply Create(EndpointCall call)
    {
        if (!call.Can("create-team"))
        {
            return Forbidden(call);
        }

        var name = call.Text("name") ?? throw new BareFailureException("Match error: Missing key 'name'");
        var type = call.Body["type"]?.ToString();
        if (type is not ("0" or "1"))
        {
            throw new BareFailureException(NoMatch + " in field type");
        }

        var taken = call.Workspace.Teams.All.Select(team => team.Name).Concat(call.Workspace.Users.All.Select(user => user.Username));
        if (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Reply.Failure("team-name-already-exists");
        }

        if (call.Workspace.Rooms.ByName(name) is not null)
        {
            return Reply.Failure("room-name-already-exists");
        }

        if ((call.Text("owner") is { } wanted ? call.Workspace.Users.ById(wanted) : call.Caller) is not { } owner)
        {
            return Reply.Failure("error-team-creation");
        }

        var room = call.Workspace.Rooms.Add(name, type == "1" ? "p" : "c", owner, MeteorId.NewId());
        foreach (var member in TextsIn(call.Body, "members") ?? [])
        {
            if ((call.Workspace.Users.ById(member) ?? call.Workspace.Users.ByName(member)) is { Active: true } user)
            {
                call.Workspace.Rooms.Join(room, user);
            }
        }

        var team = call.Workspace.Teams.Add(
            room, call.Workspace.Rooms.MembershipsIn(room), type == "1" ? 1 : 0, RoomCreator.Of(call.Caller));
        return Reply.Success(new JsonObject { ["team"] = TeamView.Of(team) });
    }

    private static Reply ListAll(EndpointCall call) => call.Can("view-all-teams") ? List(call, call.Workspace.Teams.All) : Forbidden(call);

    private static Reply List(EndpointCall call, IEnumerable<Team> teams)
    {
        var page = Page.Of(call, teams.OrderBy(team => team.Name, StringComparer.Ordinal).ToArray());
        return Listed("teams", page, team => TeamView.Listed(team, call.Workspace));
    }

    private static Reply Info(EndpointCall call)
    {
        if (Wanted(call) is not { } team)
        {
            return Reply.Failure("Team not found");
        }

        if (call.Workspace.Rooms.ById(team.RoomId) is not { } room)
        {
            return Reply.Failure("Room not found");
        }

        return RoomAccess.IsOpenTo(call, room) || call.Can("view-all-teams")
            ? Reply.Success(new JsonObject { ["teamInfo"] = TeamView.Of(team) })
            : Forbidden(call);
    }

    // Callers outside the team who may not see all teams get an empty list.
    private static Reply Members(EndpointCall call) => WithTeam(call, (team, room) =>
    {
        var sees = team.Members.ContainsKey(call.Caller.Id) || call.Can("view-all-teams", room);
        var members =
            from member in team.Members
            let user = call.Workspace.Users.ById(member.Key)
            where sees && user is { Active: true } && Fits(user.Username, "username") && Fits(user.Name ?? "", "name")
            orderby user.Username
            select (User: user, Roles: member.Value);
        return Listed(
            "members", Page.Of(call, members.ToArray()), member => TeamView.Member(member.User, member.Roles, team, call.Profile));

        bool Fits(string value, string parameter) => value.Contains(call.Text(parameter) ?? "", StringComparison.OrdinalIgnoreCase);
    });

    private static Reply AddMembers(EndpointCall call) => WithTeam(call, (team, room) =>
    {
        if (!call.Can("add-team-member", room) && !call.Can("edit-team-member", room))
        {
            return Forbidden(call);
        }

        foreach (var member in (call.Body["members"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (call.Workspace.Users.ById(EndpointCall.Text(member, "userId")) is not { } user)
            {
                // Real servers use the user without a check, and fail like this.
                return Reply.Failure("Cannot read properties of null (reading '_id')");
            }

            var roles = TextsIn(member, "roles") ?? [];
            call.Workspace.Rooms.Join(room, user, call.Profile.TeamRolesReachTheRoom ? roles : []);
            team.Members[user.Id] = RoleList.Of(team.Members[user.Id].Union(roles));
        }

        return Reply.Success();
    });

    // Users outside the team are ignored.
    private static Reply UpdateMember(EndpointCall call) => WithTeam(call, (team, room) =>
    {
        if (!call.Can("edit-team-member", room))
        {
            return Forbidden(call);
        }

        var member = call.Body["member"] as JsonObject ?? [];
        if (EndpointCall.Text(member, "userId") is not { } userId)
        {
            return Reply.Failure("invalid-user");
        }

        var roles = TextsIn(member, "roles") ?? [];
        if (team.Members.ContainsKey(userId))
        {
            team.Members[userId] = RoleList.Of(roles);
        }

        if (call.Workspace.Users.ById(userId) is { } user && call.Workspace.Rooms.MembershipOf(room, user) is { } inRoom)
        {
            inRoom.Roles.Clear();
            call.Workspace.Rooms.Join(room, user, roles);
        }

        return Reply.Success();
    });

    private static Reply RemoveMember(EndpointCall call) => WithTeam(call, (team, room) =>
    {
        if (!call.Can("edit-team-member", room))
        {
            return Forbidden(call);
        }

        if (call.Workspace.Users.ById(call.Text("userId")) is not { Active: true } user)
        {
            return Reply.Failure("invalid-user");
        }

        var isMember = team.Members.TryGetValue(user.Id, out var roles);
        if (!isMember && call.Workspace.Rooms.MembershipOf(room, user) is null)
        {
            return Reply.Failure("member-does-not-exist");
        }

        if (isMember && roles!.Contains("owner") && team.Members.Values.Count(others => others.Contains("owner")) == 1)
        {
            return Reply.Failure("last-owner-can-not-be-removed");
        }

        var others = TextsIn(call.Body, "rooms") ?? [];
        foreach (var left in call.Workspace.Rooms.All.Where(left => left == room || (left.TeamId == team.Id && others.Contains(left.Id))))
        {
            call.Workspace.Rooms.Leave(left, user);
        }

        return Reply.Success();
    });

    internal static Reply WithTeam(EndpointCall call, Func<Team, Room, Reply> answer) =>
        Wanted(call) is { } team && call.Workspace.Rooms.ById(team.RoomId) is { } room
            ? answer(team, room)
            : Reply.Failure("team-does-not-exist");

    private static Team? Wanted(EndpointCall call) =>
        call.Text("teamId") is { } id ? call.Workspace.Teams.All.FirstOrDefault(team => team.Id == id)
        : call.Text("teamName") is { } name ? call.Workspace.Teams.All.FirstOrDefault(team => team.Name == name)
        : throw new BareFailureException(NoMatch);

    internal static string[]? TextsIn(JsonObject from, string key) =>
        (from[key] as JsonArray)?.Select(text => text?.ToString()).OfType<string>().ToArray();

    private static Reply Forbidden(EndpointCall call) => Refusals.Forbidden(call.Profile);

    private static Reply Listed<T>(string key, Page<T> page, Func<T, JsonNode?> view) => Reply.Success(new JsonObject
    {
        [key] = JsonText.Array(page.Items.Select(view)),
        ["total"] = page.Total,
        ["count"] = page.Items.Count,
        ["offset"] = page.Offset,
    });
}
