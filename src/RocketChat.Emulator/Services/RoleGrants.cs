using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>Roles added and removed by name, in the workspace or in one room.</summary>
internal static class RoleGrants
{
    /// <returns>The role; null when there is no such role.</returns>
    /// <exception cref="ApiException">
    /// The caller may not, there is no such user, the user is not in the room, or has the role already.
    /// </exception>
    public static Role? Add(ApiCall call, string roleId, string username, string? roomId)
    {
        const string method = "authorization:addUserToRole";
        if (!call.Can("access-permissions"))
        {
            throw NotAllowed(method, "error-action-not-allowed");
        }

        if (call.Workspace.Roles.Find(roleId) is not { } role)
        {
            return null;
        }

        var user = UserLike(call.Workspace, username) ?? throw ApiException.In(method, "error-invalid-user", "Invalid user");
        var roles = role.IsForRooms && roomId is not null
            ? RolesIn(call, roomId, user) ?? throw ApiException.In(method, "error-invalid-user", "User is not part of given room")
            : user.Roles;
        if (!roles.Contains(role.Id))
        {
            // A role for rooms that is given without a room becomes a role of the workspace. Real servers do the same.
            roles.Add(role.Id);
        }
        else if (call.Profile.RefusesRoleTwice)
        {
            throw new ApiException("error-user-already-in-role", "User already in role");
        }

        return role;
    }

    /// <exception cref="ApiException">The caller may not, there is no such user or role, or the user has it not.</exception>
    public static Role Remove(ApiCall call, string roleId, string username, string? roomId)
    {
        const string method = "authorization:removeUserFromRole";
        if (!call.Can("access-permissions"))
        {
            throw NotAllowed(method, "error-not-allowed");
        }

        var user = call.Workspace.Users.ByName(username)
            ?? throw new ApiException("error-invalid-user", "There is no user with this username");
        var role = call.Workspace.Roles.Find(roleId) ?? throw new ApiException("error-invalid-roleId", "This role does not exist");
        if (role.Id == "admin" && call.Workspace.Users.All.Count(candidate => candidate.Roles.Contains("admin")) == 1)
        {
            throw new ApiException("error-admin-required", "You need to have at least one admin");
        }

        var roles = role.IsForRooms && roomId is not null ? RolesIn(call, roomId, user) : user.Roles;
        return roles?.Remove(role.Id) == true ? role : throw new ApiException("error-user-not-in-role", "User is not in this role");
    }

    /// <summary>Adding a role does not look at upper and lower case in the username; removing one does.</summary>
    public static User? UserLike(WorkspaceState workspace, string username) =>
        workspace.Users.All.FirstOrDefault(user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase));

    private static IList<string>? RolesIn(ApiCall call, string roomId, User user) =>
        call.Workspace.Rooms.ById(roomId) is { } room ? call.Workspace.Rooms.MembershipOf(room, user)?.Roles : null;

    private static ApiException NotAllowed(string method, string code) => new(code, "Accessing permissions is not allowed", new JsonObject
    {
        ["method"] = method,
        ["action"] = "Accessing_permissions",
    });
}
