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
        .. RoomChangeRoutes.Of(profile),
        .. AdminRoomRoutes.Of(profile),
        .. RoomRoleRoutes.Of(profile),
        .. RoleDefinitionRoutes.Of(profile),
        .. RoleRoutes.Of(profile),
        .. TeamRoutes.Of(profile),
        .. PermissionRoutes.Of(profile),
        .. UserPreferenceRoutes.Of(profile),
        .. SettingReadingRoutes.Of(profile),
        .. SettingWritingRoutes.Of(profile),
        .. MethodCallRoutes.Of(profile),
        .. PushRoutes.Of(profile),
        .. CloudRoutes.Of(profile),
        .. FederationRoutes.Of(profile),
        .. DnsRoutes.Of(profile),
        .. LicenseRoutes.Of(profile),
    ];
}
