using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Methods;

/// <summary>Roles in rooms, as the web client gives and takes them.</summary>
internal static class RoomMethods
{
    public static IEnumerable<KeyValuePair<string, ServerMethod>> Of(VersionProfile profile)
    {
        if (profile.HasRoomRolesMethod)
        {
            yield return new("getRoomRoles", Roles);
        }

        yield return new("addRoomOwner", (call, parameters) => Change(call, parameters, RoomRoleChanges.Add));
        yield return new("removeRoomOwner", (call, parameters) => Change(call, parameters, RoomRoleChanges.Remove));
        if (profile.HasAuthorizationMethods)
        {
            yield return new("authorization:addUserToRole", AddToRole);
            yield return new("authorization:removeUserFromRole", RemoveFromRole);
        }
    }

    private static JsonArray Roles(EndpointCall call, JsonArray parameters)
    {
        var room = call.Workspace.Rooms.ById(ServerMethods.Text(parameters, 0));
        if (call.Profile.RoomRolesMethodIsOpen)
        {
            return room is null ? [] : RoomRolesView.Of(room, call.Workspace, call.Profile);
        }

        if (room is null)
        {
            throw ApiException.In("getRoomRoles", "error-invalid-room", "Invalid room");
        }

        return RoomAccess.IsOpenTo(call, room)
            ? RoomRolesView.Of(room, call.Workspace, call.Profile)
            : throw ApiException.In("getRoomRoles", "error-invalid-user", "Invalid user");
    }

    private static JsonNode? Change(EndpointCall call, JsonArray parameters, Action<EndpointCall, Room, User, RoomRole> change)
    {
        var room = call.Workspace.Rooms.ById(ServerMethods.Text(parameters, 0))
            ?? throw (call.Profile.RoomRolesMethodIsOpen
                ? ApiException.In("addRoomOwner", "error-user-not-in-room", "User is not in this room")
                : new ApiException("error-invalid-room", "Invalid room"));
        var user = call.Workspace.Users.ById(ServerMethods.Text(parameters, 1))
            ?? throw new ApiException("error-invalid-user", "Invalid user");
        change(call, room, user, RoomRole.Owner);
        return true;
    }

    private static JsonNode? AddToRole(EndpointCall call, JsonArray parameters)
    {
        if (call.Workspace.Roles.Find(ServerMethods.Text(parameters, 0)) is { } role)
        {
            RoleGrants.Add(call, role, ServerMethods.Text(parameters, 1), Scope(parameters));
        }

        return true;
    }

    private static JsonNode? RemoveFromRole(EndpointCall call, JsonArray parameters)
    {
        RoleGrants.Remove(call, ServerMethods.Text(parameters, 0), ServerMethods.Text(parameters, 1), Scope(parameters));
        return true;
    }

    private static string? Scope(JsonArray parameters) =>
        parameters.Count > 2 && parameters[2] is not null ? ServerMethods.Text(parameters, 2) : null;
}
