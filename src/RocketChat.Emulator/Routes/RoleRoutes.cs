using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary><c>roles.*</c>: the path that the administration panel takes, which looks neither at last owners nor at archived rooms.</summary>
internal static class RoleRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("roles.list", List);
        yield return Route.Get("roles.getUsersInRole", UsersInRole) with
        {
            LaterPermission = "access-permissions",
            Schema = profile.HasClosedSchemas ? new RequestSchema("role") { Optional = ["roomId"], Paged = true } : null,
        };
        yield return Route.Post("roles.addUserToRole", Add) with
        {
            LaterPermission = "access-permissions",
            Schema = profile.HasClosedSchemas ? new RequestSchema("username", "roleId") { Optional = ["roomId"] } : null,
        };
        if (profile.HasRemoveUserFromRole)
        {
            yield return Route.Post("roles.removeUserFromRole", Remove) with
            {
                LaterPermission = "access-permissions",
                Schema = profile.HasClosedSchemas ? new RequestSchema("username", "roleId") { Optional = ["roomId", "scope"] } : null,
            };
        }
    }

    private static Reply List(ApiCall call) =>
        Reply.Success(new JsonObject { ["roles"] = JsonText.Array(call.Workspace.Roles.Select(RoleView.Of)) });

    private static Reply UsersInRole(ApiCall call)
    {
        const string method = "getUsersInRole";
        var id = call.Text("role") ?? throw new ApiException("error-param-not-provided", "Query param \"role\" is required");
        call.Demand("access-permissions", method);
        var roomId = call.Text("roomId");
        if (roomId is not null)
        {
            call.Demand("view-other-user-channels", method);
        }
        var role = call.Workspace.RoleNamed(id);
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

    private static IEnumerable<User> Holders(Workspace workspace, Role? role, string? roomId)
    {
        if (role is not { IsForRooms: true })
        {
            return workspace.Users.Where(user => role is not null && user.Roles.Contains(role.Id));
        }
        if (roomId is null)
        {
            return workspace.UsersWithRoomRole(role.Id);
        }
        return workspace.RoomById(roomId) is { } room ? workspace.MembersWithRole(room, role.Id) : [];
    }

    private static Reply Add(ApiCall call)
    {
        const string method = "authorization:addUserToRole";
        var roleId = NamedRole(call);
        var user = call.Workspace.Users.FirstOrDefault(candidate =>
            string.Equals(candidate.Username, call.Text("username"), StringComparison.OrdinalIgnoreCase)) ?? throw TargetUser.NotFound();
        if (!call.Can("access-permissions"))
        {
            throw new ApiException("error-action-not-allowed", "Accessing permissions is not allowed", new JsonObject
            {
                ["method"] = method,
                ["action"] = "Accessing_permissions",
            });
        }
        if (call.Workspace.RoleNamed(roleId) is not { } role)
        {
            return WithDeprecation(call, call.Profile.RefusesUnknownRole ? Reply.Failure("error-role-not-found", "Role not found") : Reply.Success());
        }
        return WithDeprecation(call, AddTo(call, user, role, call.Text("roomId"), method));
    }

    private static Reply AddTo(ApiCall call, User user, Role role, string? roomId, string method)
    {
        var roles = user.Roles;
        if (role.IsForRooms && roomId is not null)
        {
            var room = call.Workspace.RoomById(roomId);
            var membership = room is null ? null : call.Workspace.MembershipOf(room, user);
            if (membership is null)
            {
                return Reply.Failure(ApiException.In(method, "error-invalid-user", "User is not part of given room"));
            }
            roles = membership.Roles;
        }
        if (!roles.Contains(role.Id))
        {
            // Without a room this makes a role of one room a role of the whole workspace. Real servers do it, too.
            roles.Add(role.Id);
        }
        else if (call.Profile.RefusesRoleTwice)
        {
            return Reply.Failure(new ApiException("error-user-already-in-role", "User already in role"));
        }
        return Reply.Success(new JsonObject { ["role"] = RoleView.WithTime(role, call.Workspace.StartedAt) });
    }

    private static Reply Remove(ApiCall call)
    {
        const string method = "authorization:removeUserFromRole";
        var roleId = NamedRole(call);
        if (!call.Can("access-permissions"))
        {
            throw new ApiException("error-not-allowed", "Accessing permissions is not allowed", new JsonObject
            {
                ["method"] = method,
                ["action"] = "Accessing_permissions",
            });
        }
        if (call.Workspace.UserByName(call.Text("username")) is not { } user)
        {
            return WithDeprecation(call, Reply.Failure(new ApiException("error-invalid-user", "There is no user with this username")));
        }
        if (call.Workspace.RoleNamed(roleId) is not { } role)
        {
            return WithDeprecation(call, Reply.Failure(new ApiException("error-invalid-roleId", "This role does not exist")));
        }
        if (role.Id == "admin" && call.Workspace.Users.Count(candidate => candidate.Roles.Contains("admin")) == 1)
        {
            return WithDeprecation(call, Reply.Failure(new ApiException("error-admin-required", "You need to have at least one admin")));
        }
        // `roomId` passes the schema and is ignored: the room is what `scope` says.
        var roles = role.IsForRooms && call.Text("scope") is { } scope ? RolesIn(call, scope, user) : user.Roles;
        return WithDeprecation(call, roles?.Remove(role.Id) == true
            ? Reply.Success(new JsonObject { ["role"] = RoleView.WithTime(role, call.Workspace.StartedAt) })
            : Reply.Failure(new ApiException("error-user-not-in-role", "User is not in this role")));
    }

    private static IList<string>? RolesIn(ApiCall call, string roomId, User user) =>
        call.Workspace.RoomById(roomId) is { } room ? call.Workspace.MembershipOf(room, user)?.Roles : null;

    /// <summary>The role as this version lets it be named.</summary>
    private static string NamedRole(ApiCall call)
    {
        var id = (call.Profile.AcceptsRoleId ? call.Text("roleId") : null) ?? (call.Profile.AcceptsRoleName ? call.Text("roleName") : null);
        if (id is not null && call.Text("username") is not null)
        {
            return id;
        }
        throw new BareFailureException(call.Profile.AcceptsRoleId
            ? "error-invalid-role-properties"
            : $"Match error: Missing key '{(id is null ? "roleName" : "username")}'");
    }

    private static Reply WithDeprecation(ApiCall call, Reply reply)
    {
        if (!call.Profile.RoleNameIsDeprecated || call.Text("roleName") is null)
        {
            return reply;
        }
        return reply
            .With("x-deprecation-type", "parameter-deprecation")
            .With(
                "x-deprecation-message",
                $"The parameter \"roleName\" in the endpoint \"{call.Request.Path}\" is deprecated and will be removed on version 7.0.0")
            .With("x-deprecation-version", "7.0.0");
    }
}
