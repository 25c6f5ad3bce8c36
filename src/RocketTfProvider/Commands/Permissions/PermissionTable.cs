using System.Collections.Immutable;

namespace RocketTfProvider.Commands.Permissions;

/// <summary>
/// The permissions that each type of object needs on an account without further rights. Rocket.Chat 6.14 to 9.0; a test applies every
/// resource with exactly these.
/// </summary>
internal static class PermissionTable
{
    public const string BypassRateLimit = "api-bypass-rate-limit";

    private static readonly PermissionNeed FindRoom = new("view-room-administration", "find the room", "GET rooms.adminRooms.getRoom");
    private static readonly PermissionNeed ListRooms = new("view-room-administration", "list the rooms", "GET rooms.adminRooms");
    private static readonly PermissionNeed ReadSettings = new("view-privileged-setting", "read settings", "GET settings");
    private static readonly PermissionNeed WriteSettings = new("edit-privileged-setting", "write settings", "POST settings/:id");

    private static readonly ImmutableArray<PermissionNeed> ReadOwners =
    [
        FindRoom,
        new("access-permissions", "read the owners", "GET roles.getUsersInRole"),
        new("view-other-user-channels", "read the owners, and check who is a member", "GET roles.getUsersInRole, users.info"),
    ];

    private static readonly ImmutableArray<PermissionNeed> ChangeOwners =
    [
        .. ReadOwners,
        new("set-owner", "add and remove owners", "POST channels.addOwner, groups.addOwner, …"),
        new("add-user-to-any-c-room", "invite to a channel", "POST channels.invite") { IsForInvitations = true },
        new("add-user-to-any-p-room", "invite to a private room", "POST groups.invite") { IsForInvitations = true },
    ];

    private static readonly ImmutableArray<PermissionNeed> ChangeSettings = [ReadSettings, WriteSettings];

    private static readonly PermissionNeed Cloud =
        new("manage-cloud", "read the registration, and register", "GET cloud.registrationStatus, POST cloud.connectWorkspace");

    /// <summary>The needs of each type of resource.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<PermissionNeed>> Resources { get; } =
        new SortedDictionary<string, ImmutableArray<PermissionNeed>>(StringComparer.Ordinal)
        {
            ["rocketchat_federation"] = ChangeSettings,
            ["rocketchat_license"] =
            [
                ReadSettings,
                new("edit-privileged-setting", "add the license, and remove it", "POST licenses.add, licenses.validate, settings/:id"),
            ],
            ["rocketchat_push_settings"] = ChangeSettings,
            ["rocketchat_push_test"] = [new("test-push-notifications", "send the test", "POST push.test")],
            ["rocketchat_room_owner"] = ChangeOwners,
            ["rocketchat_room_owners"] = ChangeOwners,
            ["rocketchat_setting"] = ChangeSettings,
            ["rocketchat_workspace_registration"] = [Cloud, .. ChangeSettings],
        };

    /// <summary>The needs of each type of data source.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<PermissionNeed>> DataSources { get; } =
        new SortedDictionary<string, ImmutableArray<PermissionNeed>>(StringComparer.Ordinal)
        {
            ["rocketchat_federation_dns"] = [ReadSettings],
            ["rocketchat_room"] = [FindRoom],
            ["rocketchat_room_owners"] = ReadOwners,
            ["rocketchat_rooms"] =
            [
                ListRooms,
                new("view-other-user-channels", "list the rooms of an owner", "GET users.info"),
            ],
            ["rocketchat_server"] =
            [
                Cloud,
                new("view-statistics", "read the third number of the version", "GET info"),
            ],
            ["rocketchat_setting"] = [ReadSettings],
            ["rocketchat_settings"] = [ReadSettings],
            ["rocketchat_user"] = [new("view-full-other-user-info", "find a user by email address", "GET users.info")],
            ["rocketchat_users"] =
            [
                new("view-d-room", "list the users", "GET users.list"),
                new("view-full-other-user-info", "filter by role, activity, type or email address", "GET users.info, users.list"),
            ],
        };
}
