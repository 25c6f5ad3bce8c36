namespace RocketChat.Emulator.Profiles;

/// <summary>One instance for each version that the emulator can answer as, oldest first.</summary>
internal static class VersionProfiles
{
    public static VersionProfile V3_11 { get; } = new()
    {
        Name = "3.11",
        FullVersion = "3.11.1",
        AnonymousInfoIsTrimmed = false,
        InfoHasVersionBesideDetails = false,
        HasVersionedInfo = true,
        UnknownEndpoint = UnknownEndpointAnswer.WebClientPage,
        AnswersOptions = false,
        MalformedJsonIsRefused = true,
        HasRequestSchemas = false,
        WrongPasswordIsNamed = false,
        EmailChallengeNamesUser = false,
        AcceptsRoleId = false,
        AcceptsRoleName = true,
        HasRemoveUserFromRole = false,
        RefusesRoleTwice = false,
        RefusesUnknownRole = false,
        ChannelOwnerNeedsRoomParameter = true,
        UsersInfoAnswersWithoutParameter = true,
        UserViewsAreTrimmed = false,
        RoleUsersHaveDates = false,
        MembersHaveUpdateTime = false,
        RoomCreatorHasName = false,
        PushPreference = "mobileNotifications",
        FurtherPreferences = FurtherPreference.UntilHideAvatars,
        HasProfileSettings = false,
        MeShowsPasswordHash = true,
    };

    public static VersionProfile V6_5 { get; } = new()
    {
        Name = "6.5",
        FullVersion = "6.5.3",
        UnknownEndpoint = UnknownEndpointAnswer.PlainNotFound,
        MalformedJsonIsRefused = true,
        AcceptsRoleName = true,
        RoleNameIsDeprecated = true,
    };

    public static VersionProfile V7_10 { get; } = V6_5 with
    {
        Name = "7.10",
        FullVersion = "7.10.0",
        UnknownEndpoint = UnknownEndpointAnswer.JsonNotFound,
        MalformedJsonIsRefused = false,
        RouterChecksPermissions = true,
        HasMembersOrderedByRole = true,
        HasRoomsRoles = true,
        HasIsMember = true,
    };

    public static VersionProfile V8_8 { get; } = V7_10 with
    {
        Name = "8.8",
        FullVersion = "8.8.1",
        InfoNamesWorkspaceUrl = true,
        UnauthorizedHasSuccessAndError = true,
        LoginHasSuccess = true,
        HasClosedSchemas = true,
        AcceptsRoleName = false,
        RoleNameIsDeprecated = false,
        RoomsInfoReadsArchived = true,
        UsersInfoByEmail = true,
    };

    public static IReadOnlyList<VersionProfile> All { get; } = [V3_11, V6_5, V7_10, V8_8];
}
