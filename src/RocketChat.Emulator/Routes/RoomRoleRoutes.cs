using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Owners, moderators and leaders of one room: given and taken by <c>channels.addOwner</c> and its like.</summary>
internal static class RoomRoleRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile) =>
        from kind in new[] { RoomFamily.Channel, RoomFamily.Group }
        from role in RoomRole.All
        from route in new[]
        {
            Route.Post($"{kind.Prefix}.add{role.Title}", call => Answer(call, kind, role, RoomRoleChanges.Add)),
            Route.Post($"{kind.Prefix}.remove{role.Title}", call => Answer(call, kind, role, RoomRoleChanges.Remove)),
        }

        select route;

    private static Reply Answer(EndpointCall call, RoomFamily kind, RoomRole role, Action<EndpointCall, Room, User, RoomRole> change)
    {
        change(call, kind.Find(call), TargetUser.Of(call), role);
        return Reply.Success();
    }
}
