using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>
/// <c>roles.*</c>: the path that the administration panel takes, which looks neither at last owners nor at archived rooms.
/// </summary>
internal static class RoleRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("roles.getUsersInRole", UsersInRole) with
        {
            LaterPermission = "access-permissions",
            Schema = profile.HasClosedSchemas ? new RequestSchema("role") { Optional = ["roomId"], Paged = true } : null,
        };
        yield return Route.Post("roles.addUserToRole", Add) with
        {
            Schema = profile.HasClosedSchemas ? new RequestSchema("username") { Optional = ["roleId", "roomId"] } : null,
        };
        if (profile.HasRemoveUserFromRole)
        {
            yield return Route.Post("roles.removeUserFromRole", Remove) with
            {
                LaterPermission = "access-permissions",
                Schema = profile.HasClosedSchemas ? new RequestSchema("username") { Optional = ["roleId", "roomId", "scope"] } : null,
            };
        }
    }

    private static Reply UsersInRole(EndpointCall call)
    {
        var id = call.Text("role") ?? throw new ApiException("error-param-not-provided", "Query param \"role\" is required");
        var roomId = call.Text("roomId");
        if (!call.Can("access-permissions") || (roomId is not null && !call.Can("view-other-user-channels")))
        {
            throw new ApiException("error-not-allowed", "Not allowed");
        }

        var role = call.Workspace.Roles.Find(id);
        if (role is null && call.Profile.RefusesUnknownRole)
        {
            throw new ApiException("error-invalid-roleId");
        }

        var users = Holders(call.Workspace, role, roomId).OrderBy(user => user.Username, StringComparer.Ordinal).ToArray();
        var page = Page.Of(call, users);
        return Reply.Success(new JsonObject
        {
            ["users"] = JsonText.Array(page.Items.Select(user => UserView.InRole(user, call.Profile))),
            ["total"] = page.Total,
        });
    }

    private static IEnumerable<User> Holders(WorkspaceState workspace, Role? role, string? roomId)
    {
        if (role is not { IsForRooms: true })
        {
            return workspace.Users.All.Where(user => role is not null && user.Roles.Contains(role.Id));
        }

        if (roomId is null)
        {
            return workspace.Rooms.HoldersInAnyRoom(role.Id);
        }

        return workspace.Rooms.ById(roomId) is { } room ? workspace.Rooms.MembersWithRole(room, role.Id) : [];
    }

    private static Reply Add(EndpointCall call)
    {
        var (roleId, username) = Named(call);
        // Real servers look the user up before they announce the deprecation, and everything else after.
        var user = RoleGrants.UserLike(call.Workspace, username) ?? throw TargetUser.NotFound();
        return WithDeprecation(call, () => Add(call, roleId, user));
    }

    // Whether there is something to do is noticed before the caller's permission.
    private static Reply Add(EndpointCall call, string roleId, User user)
    {
        if (call.Workspace.Roles.Find(roleId) is not { } role)
        {
            return call.Profile.RefusesUnknownRole ? Reply.Failure("error-role-not-found", "Role not found") : Reply.Success();
        }

        var roomId = call.Text("roomId");
        if (call.Profile.RefusesRoleTwice && RoleGrants.Has(call, role, user, roomId))
        {
            throw new ApiException("error-user-already-in-role", "User already in role");
        }

        RoleGrants.Add(call, role, user.Username, roomId);
        return Reply.Success(new JsonObject { ["role"] = RoleView.WithTime(role, call.Workspace.StartedAt) });
    }

    // `roomId` passes the schema and is ignored: the room is what `scope` says.
    private static Reply Remove(EndpointCall call)
    {
        var (roleId, username) = Named(call);
        return WithDeprecation(call, () => Reply.Success(new JsonObject
        {
            ["role"] = RoleView.WithTime(RoleGrants.Remove(call, roleId, username, call.Text("scope")), call.Workspace.StartedAt),
        }));
    }

    /// <summary>The role, as this version lets it be named, and the user.</summary>
    private static (string RoleId, string Username) Named(EndpointCall call)
    {
        var id = (call.Profile.AcceptsRoleId ? call.Text("roleId") : null) ?? (call.Profile.AcceptsRoleName ? call.Text("roleName") : null);
        if (id is not null && call.Text("username") is { } username)
        {
            return (id, username);
        }

        throw new BareFailureException(call.Profile.AcceptsRoleId
            ? "error-invalid-role-properties"
            : $"Match error: Missing key '{(id is null ? "roleName" : "username")}'");
    }

    private static Reply WithDeprecation(EndpointCall call, Func<Reply> answer)
    {
        Reply reply;
        try
        {
            reply = answer();
        }
        catch (ApiException error)
        {
            reply = Refusals.Thrown(error, call.Profile);
        }

        return call.Profile.RoleNameIsDeprecated && call.Text("roleName") is not null
            ? Deprecated.Parameter(reply, call, "roleName")
            : reply;
    }
}
