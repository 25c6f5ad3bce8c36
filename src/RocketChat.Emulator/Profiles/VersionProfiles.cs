namespace RocketChat.Emulator.Profiles;

/// <summary>An instance for each version that the emulator can answer as, oldest first.</summary>
internal static class VersionProfiles
{
    public static VersionProfile V3_11 { get; } = new()
    {
        Name = "3.11",
        FullVersion = "3.11.1",
        SettingCatalog = "3.11",
        AnonymousInfoIsTrimmed = false,
        InfoHasVersionBesideDetails = false,
        HasVersionedInfo = true,
        UnknownEndpoint = UnknownEndpointAnswer.WebClientPage,
        AnswersOptions = false,
        MalformedJsonIsRefused = true,
        HasRequestSchemas = false,
        WrongPasswordIsNamed = false,
        EmailChallengeNamesUser = false,
        CountsEmailCodeTries = false,
        InvalidCodeNamesMethods = false,
        TwoFactorHasMainSwitch = false,
        OrganizationNamesTheSite = false,
        UnknownSettingIsRefused = false,
        SettingBodyIsMatched = true,
        TakesQueryParameter = true,
        PushTestIsForAdministrators = true,
        PushTestIsOncePerMinute = false,
        DevicesHaveMetadata = false,
        HasRegistrationStatus = false,
        HasCloudDisconnectMethod = true,
        UnreachableCloudIsAnError = false,
        HasLicenseInfo = false,
        HasFederationBridge = false,
        GeneratesFederationKey = true,
        FederationDispatchIsMute = true,
        FederationTestIsReal = true,
        ResolvesDns = false,
        AcceptsRoleId = false,
        AcceptsRoleName = true,
        HasRemoveUserFromRole = false,
        RefusesRoleTwice = false,
        RefusesUnknownRole = false,
        HasTeams = false,
        RoomsGetIsTrimmed = true,
        ChannelOwnerNeedsRoomParameter = true,
        UsersInfoAnswersWithoutParameter = true,
        UserViewsAreTrimmed = false,
        RoleUsersHaveDates = false,
        MembersHaveUpdateTime = false,
        RoomCreatorHasName = false,
        HasProfileSettings = false,
        MeShowsPasswordHash = true,
    };

    public static VersionProfile V6_5 { get; } = new()
    {
        Name = "6.5",
        FullVersion = "6.5.3",
        SettingCatalog = "6.5",
        UnknownEndpoint = UnknownEndpointAnswer.PlainNotFound,
        MalformedJsonIsRefused = true,
        AcceptsRoleName = true,
        RoleNameIsDeprecated = true,
        TakesQueryParameter = true,
        QueryIsDeprecated = true,
    };

    public static VersionProfile V7_10 { get; } = V6_5 with
    {
        Name = "7.10",
        FullVersion = "7.10.0",
        UnknownEndpoint = UnknownEndpointAnswer.JsonNotFound,
        MalformedJsonIsRefused = false,
        InfoNamesCloudWorkspace = true,
        RefusesFractions = true,
        RouterChecksPermissions = true,
        HasMembersOrderedByRole = true,
        HasRoomsRoles = true,
        UsersInfoIncludesRooms = true,
        HasIsMember = true,
        TakesQueryParameter = false,
        QueryIsDeprecated = false,
        SettingsPublicTakesIds = true,
        PushChangedSinceCatalog = true,
        HasPushTest = true,
        BridgeIsOnThisHost = true,
        VerifiesFederationBridge = true,
        ServesMatrixWellKnown = true,
    };

    public static VersionProfile V8_6 { get; } = V7_10 with
    {
        Name = "8.6",
        FullVersion = "8.6.1",
        SettingCatalog = "8.6",
        CatalogHasHiddenSettings = true,
        PushChangedSinceCatalog = false,
        UnauthorizedHasSuccessAndError = true,
        LoginHasSuccess = true,
        HasClosedSchemas = true,
        AcceptsRoleName = false,
        RoleNameIsDeprecated = false,
        RoomsInfoReadsArchived = true,
        HasTeamSchemas = true,
        TeamRolesReachTheRoom = true,
        UsersInfoByEmail = true,
        NewUsersNeedTheirSecondFactor = true,
        InvalidNumberHasCode = true,
        HasBulkSettings = true,
        HasFederationService = true,
        ResolvesDns = false,
        MethodErrorsAreBadRequests = true,
        HasAuthorizationMethods = false,
    };

    public static VersionProfile V8_8 { get; } = V8_6 with
    {
        Name = "8.8",
        FullVersion = "8.8.1",
        InfoNamesWorkspaceUrl = true,
        PushTestHasMessage = true,
        HasConnectWorkspace = true,
        HasCloudConnectMethod = false,
    };

    public static IReadOnlyList<VersionProfile> All { get; } = [V3_11, V6_5, V7_10, V8_6, V8_8];
}
