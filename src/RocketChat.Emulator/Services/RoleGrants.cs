using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>Roles added and removed by name, in the workspace or in one room.</summary>
internal static class RoleGrants
{
    /// <exception cref="ApiException">The caller may not, there is no such user, or the user is not in the room.</exception>
    public static void Add(EndpointCall call, Role role, string username, string? roomId)
    {
        const string method = "authorization:addUserToRole";
        DemandPermission(call, method, "error-action-not-allowed");
        var user = UserLike(call.Workspace, username) ?? throw ApiException.In(method, "error-invalid-user", "Invalid user");
        var isForRoom = role.IsForRooms && roomId is not null;
        var roles = isForRoom
            ? RolesIn(call, roomId!, user) ?? throw ApiException.In(method, "error-invalid-user", "User is not part of given room")
            : user.Roles;
        if (!roles.Contains(role.Id) && (role.IsForRooms == isForRoom || call.Profile.RoomRoleWithoutRoomIsGlobal))
        {
            roles.Add(role.Id);
        }
    }

    /// <summary>
    /// Whether the user has the role. Without a room, the server does not find a role for rooms, not even where it gave it without one.
    /// </summary>
    public static bool Has(EndpointCall call, Role role, User user, string? roomId) =>
        HeldIn(call, role, user, roomId)?.Contains(role.Id) == true;

    /// <exception cref="ApiException">The caller may not, there is no such user or role, or the user has it not.</exception>
    public static Role Remove(EndpointCall call, string roleId, string username, string? roomId)
    {
        const string method = "authorization:removeUserFromRole";
        DemandPermission(call, method, "error-not-allowed");

        var user = call.Workspace.Users.ByName(username)
            ?? throw new ApiException("error-invalid-user", "There is no user with this username");
        var role = call.Workspace.Roles.Find(roleId) ?? throw new ApiException("error-invalid-roleId", "This role does not exist");
        if (role.Id == "admin" && call.Workspace.Users.All.Count(candidate => candidate.Roles.Contains("admin")) == 1)
        {
            throw new ApiException("error-admin-required", "You need to have at least one admin");
        }

        return HeldIn(call, role, user, roomId)?.Remove(role.Id) == true
            ? role
            : throw new ApiException("error-user-not-in-role", "User is not in this role");
    }

    /// <summary>Adding a role does not look at upper and lower case in the username; removing one does.</summary>
    public static User? UserLike(WorkspaceState workspace, string username) =>
        workspace.Users.All.FirstOrDefault(user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase));

    private static IList<string>? HeldIn(EndpointCall call, Role role, User user, string? roomId) =>
        !role.IsForRooms ? user.Roles
        : roomId is null ? null
        : RolesIn(call, roomId, user);

    private static IList<string>? RolesIn(EndpointCall call, string roomId, User user) =>
        call.Workspace.Rooms.ById(roomId) is { } room ? call.Workspace.Rooms.MembershipOf(room, user)?.Roles : null;

    private static void DemandPermission(EndpointCall call, string method, string code)
    {
        if (!call.Can("access-permissions"))
        {
            throw new ApiException(code, "Accessing permissions is not allowed", new JsonObject
            {
                ["method"] = method,
                ["action"] = "Accessing_permissions",
            });
        }
    }
}
