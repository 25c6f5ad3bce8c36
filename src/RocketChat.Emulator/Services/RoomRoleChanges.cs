using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>Owners, moderators and leaders of one room, as the endpoints and methods of that room add and remove them.</summary>
internal static class RoomRoleChanges
{
    /// <exception cref="ApiException">The caller may not, or the user is not in the room or has the role already.</exception>
    public static void Add(EndpointCall call, Room room, User user, RoomRole role)
    {
        var method = $"addRoom{role.Title}";
        call.Demand($"set-{role.Id}", method, room);
        var membership = call.Workspace.Rooms.MembershipOf(room, user)
            ?? throw ApiException.In(method, "error-user-not-in-room", "User is not in this room");
        if (membership.Roles.Contains(role.Id))
        {
            throw ApiException.In(method, $"error-user-already-{role.Id}", $"User is already {role.Noun}");
        }

        membership.Roles.Add(role.Id);
        Announce(call, room, user, membership);
    }

    /// <exception cref="ApiException">The caller may not, or the user is not in the room, lacks the role, or is the last owner.</exception>
    public static void Remove(EndpointCall call, Room room, User user, RoomRole role)
    {
        var method = $"removeRoom{role.Title}";
        call.Demand($"set-{role.Id}", method, room);
        var membership = call.Workspace.Rooms.MembershipOf(room, user)
            ?? throw ApiException.In(method, "error-invalid-room", "Invalid room");
        if (!membership.Roles.Contains(role.Id))
        {
            throw ApiException.In(method, $"error-user-not-{role.Id}", $"User is not {role.Noun}");
        }

        if (role == RoomRole.Owner && call.Workspace.Rooms.MembersWithRole(room, role.Id).Count() == 1)
        {
            throw ApiException.In(
                method, "error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one.");
        }

        membership.Roles.Remove(role.Id);
        Announce(call, room, user, membership);
    }

    // The team of a main room keeps the same roles; roles given by name, without the room's endpoints, never get there.
    private static void Announce(EndpointCall call, Room room, User user, Membership membership)
    {
        if (call.Workspace.Teams.Of(room) is { } team)
        {
            team.Members[user.Id] = RoleList.Of(membership.Roles);
        }

        call.Workspace.Rooms.PostSystemMessage(room);
    }
}
