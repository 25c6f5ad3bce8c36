using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>Every endpoint that a server of a profile offers.</summary>
internal static class AllRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile) =>
    [
        .. InfoRoutes.Of(profile),
        .. AuthRoutes.Of(profile),
        .. UserLookupRoutes.Of(profile),
        .. UserRoutes.Of(profile),
        .. TokenRoutes.Of(profile),
        .. RoomRoutes.Of(profile),
        .. RoomReadingRoutes.Of(profile),
        .. RoomMemberRoutes.Of(profile),
        .. RoomMemberRoutes.OfPublicRooms(profile),
        .. RoomChangeRoutes.Of(profile),
        .. RoomChangeRoutes.OfAnyKind(profile),
        .. RoomSettingRoutes.Of(profile),
        .. AdminRoomRoutes.Of(profile),
        .. RoomRoleRoutes.Of(profile),
        .. RoleDefinitionRoutes.Of(profile),
        .. RoleRoutes.Of(profile),
        .. TeamRoutes.Of(profile),
        .. TeamRoomRoutes.Of(profile),
        .. PermissionRoutes.Of(profile),
        .. UserPreferenceRoutes.Of(profile),
        .. UserSearchRoutes.Of(profile),
        .. LoginServiceRoutes.Of(profile),
        .. StatisticsRoutes.Of(profile),
        .. SettingReadingRoutes.Of(profile),
        .. SettingWritingRoutes.Of(profile),
        .. MethodCallRoutes.Of(profile),
        .. PushRoutes.Of(profile),
        .. CloudRoutes.Of(profile),
        .. CloudIntentRoutes.Of(profile),
        .. FederationRoutes.Of(profile),
        .. DnsRoutes.Of(profile),
        .. LicenseRoutes.Of(profile),
    ];
}
