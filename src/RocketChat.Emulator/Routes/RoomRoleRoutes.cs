using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Owners, moderators and leaders of one room: given and taken by <c>channels.addOwner</c> and its like.</summary>
internal static class RoomRoleRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile) =>
        from kind in new[] { RoomKind.Channel, RoomKind.Group }
        from role in RoomRole.All
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.add{role.Title}", call => Answer(call, kind, role, Add)),
            Route.Post($"{kind.Prefix}.remove{role.Title}", call => Answer(call, kind, role, Remove)),
        }

        select route;

    /// <exception cref="ApiException">The caller may not, the user is not in the room, or has the role already.</exception>
    public static void Add(ApiCall call, Room room, User user, RoomRole role)
    {
        var method = $"addRoom{role.Title}";
        call.Demand($"set-{role.Id}", method, room);
        var membership = call.Workspace.MembershipOf(room, user)
            ?? throw ApiException.In(method, "error-user-not-in-room", "User is not in this room");
        if (membership.Roles.Contains(role.Id))
        {
            throw ApiException.In(method, $"error-user-already-{role.Id}", $"User is already {role.Noun}");
        }

        membership.Roles.Add(role.Id);
        Tell(call, room, user, membership);
    }

    /// <exception cref="ApiException">The caller may not, the user is not in the room or has not the role, or is the last owner.</exception>
    public static void Remove(ApiCall call, Room room, User user, RoomRole role)
    {
        var method = $"removeRoom{role.Title}";
        call.Demand($"set-{role.Id}", method, room);
        var membership = call.Workspace.MembershipOf(room, user) ?? throw ApiException.In(method, "error-invalid-room", "Invalid room");
        if (!membership.Roles.Contains(role.Id))
        {
            throw ApiException.In(method, $"error-user-not-{role.Id}", $"User is not {role.Noun}");
        }

        if (role == RoomRole.Owner && call.Workspace.MembersWithRole(room, role.Id).Count() == 1)
        {
            throw ApiException.In(
                method, "error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one.");
        }

        membership.Roles.Remove(role.Id);
        Tell(call, room, user, membership);
    }

    // The team of a main room keeps the same roles; roles given by name, without the room's endpoints, never get there.
    private static void Tell(ApiCall call, Room room, User user, Membership membership)
    {
        if (call.Workspace.TeamOf(room) is { } team)
        {
            team.Members[user.Id] = [.. membership.Roles];
        }

        call.Workspace.PostSystemMessage(room);
    }

    private static Reply Answer(ApiCall call, RoomKind kind, RoomRole role, Action<ApiCall, Room, User, RoomRole> change)
    {
        change(call, kind.Find(call), TargetUser.Of(call), role);
        return Reply.Success();
    }
}
