using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Owners, moderators and leaders of one room: given and taken by <c>channels.addOwner</c> and its like.</summary>
internal static class RoomRoleRoutes
{
    private static readonly (string Role, string Title, string Article)[] Roles =
        [("owner", "Owner", "an"), ("moderator", "Moderator", "a"), ("leader", "Leader", "a")];

    public static IEnumerable<Route> Of(VersionProfile profile) =>
        from kind in new[] { RoomKind.Channel, RoomKind.Group }
        from role in Roles
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.add{role.Title}", call => Add(call, kind.Find(call), TargetUser.Of(call), role)),
            Route.Post($"{kind.Prefix}.remove{role.Title}", call => Remove(call, kind.Find(call), TargetUser.Of(call), role)),
        }
        select route;

    private static Reply Add(ApiCall call, Room room, User user, (string Role, string Title, string Article) role)
    {
        var method = $"addRoom{role.Title}";
        call.Demand($"set-{role.Role}", method, room);
        var membership = call.Workspace.MembershipOf(room, user)
            ?? throw ApiException.In(method, "error-user-not-in-room", "User is not in this room");
        if (membership.Roles.Contains(role.Role))
        {
            throw ApiException.In(method, $"error-user-already-{role.Role}", $"User is already {role.Article} {role.Role}");
        }
        membership.Roles.Add(role.Role);
        call.Workspace.PostSystemMessage(room);
        return Reply.Success();
    }

    private static Reply Remove(ApiCall call, Room room, User user, (string Role, string Title, string Article) role)
    {
        var method = $"removeRoom{role.Title}";
        call.Demand($"set-{role.Role}", method, room);
        var membership = call.Workspace.MembershipOf(room, user) ?? throw ApiException.In(method, "error-invalid-room", "Invalid room");
        if (!membership.Roles.Contains(role.Role))
        {
            throw ApiException.In(method, $"error-user-not-{role.Role}", $"User is not {role.Article} {role.Role}");
        }
        if (role.Role == "owner" && call.Workspace.MembersWithRole(room, "owner").Count() == 1)
        {
            throw ApiException.In(
                method, "error-remove-last-owner", "This is the last owner. Please set a new owner before removing this one.");
        }
        membership.Roles.Remove(role.Role);
        call.Workspace.PostSystemMessage(room);
        return Reply.Success();
    }
}
