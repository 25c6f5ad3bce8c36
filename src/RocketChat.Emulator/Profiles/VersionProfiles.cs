namespace RocketChat.Emulator.Profiles;

/// <summary>An instance for each version that the emulator can answer as, oldest first.</summary>
internal static class VersionProfiles
{
    public static VersionProfile V3_11 { get; } = new()
    {
        Name = "3.11",
        FullVersion = "3.11.1",
        SettingCatalogs = ["3.11"],
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
        PushTestIsOncePerSecond = false,
        UnknownSettingBreaksMany = true,
        RoomRolesMethodIsOpen = true,
        HasRegistrationIntents = false,
        DevicesHaveMetadata = false,
        HasRegistrationStatus = false,
        HasCloudDisconnectMethod = true,
        UnreachableCloudIsAnError = false,
        HasLicenseInfo = false,
        InvitesMany = false,
        HasNameExists = false,
        LastAdminStaysActive = false,
        HasLicenseGet = true,
        CustomRolesNeedLicense = false,
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
        SettingCatalogs = ["6.5"],
        UnknownEndpoint = UnknownEndpointAnswer.PlainNotFound,
        MalformedJsonIsRefused = true,
        AcceptsRoleName = true,
        RoleNameIsDeprecated = true,
        TakesQueryParameter = true,
        QueryIsDeprecated = true,
        HasLicenseGet = true,
    };

    public static VersionProfile V7_10 { get; } = V6_5 with
    {
        Name = "7.10",
        FullVersion = "7.10.0",
        SettingCatalogs = ["6.5", "7.10"],
        UnknownEndpoint = UnknownEndpointAnswer.JsonNotFound,
        MalformedJsonIsRefused = false,
        InfoNamesCloudWorkspace = true,
        RefusesFractions = true,
        RouterChecksPermissions = true,

        // Recorded from 8.6.1, and in the sources of 6.13 (Roles.ts) and 8.3 (addUserRoles.ts).
        RoomRoleWithoutRoomIsGlobal = true,

        // adminFields.ts and rooms.ts of 6.13.
        AdminRoomsHaveTime = true,
        RoomsInfoHasSurroundings = true,
        ReadsPropertiesOfUndefined = true,
        HasMembersOrderedByRole = true,
        HasRoomsRoles = true,
        UsersInfoIncludesRooms = true,
        HasListByStatus = true,
        HasIsMember = true,
        TakesQueryParameter = false,
        QueryIsDeprecated = false,
        HasLicenseGet = false,
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
        SettingCatalogs = ["8.6"],
        CatalogHasHiddenSettings = true,
        PushChangedSinceCatalog = false,
        UnknownEndpoint = UnknownEndpointAnswer.TextNotFound,
        OptionsAnswerHasBody = true,
        LoginHidesReasons = true,
        SelfHasCalendar = true,
        NewRoomsAreBare = true,
        RoomRolesHaveNames = true,
        ArchivedRoomsHideMembers = true,
        TeamMembersHaveSettings = true,
        OrderedMembersHaveSubscription = true,
        UnseenRoomIsARoom = true,
        AnswersHead = true,
        RouterComesBeforeLimit = true,
        PushTestReportsAMinute = false,
        DevicesHaveSchema = true,
        NamesJsonMistakes = true,
        HasRoomRolesMethod = false,
        RegistersOnlyConnected = true,
        ChecksBounds = true,
        LogoutIsMute = true,
        LimitsNeedRestart = true,
        DeviceAnswerIsTrimmed = true,
        PushTestButtonIsRefused = true,
        UsersInfoByExtension = true,
        CreateTokenNeedsUserId = true,
        UnauthorizedHasSuccessAndError = true,
        LoginHasSuccess = true,
        HasClosedSchemas = true,
        PermissionCatalog = "8.6",
        HasFederatedRole = true,
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

    // The recorded behavior of 8.6.1 is in the sources of 8.7 and 8.8 as well: the router and its answers (api/router.ts, ApiClass.ts),
    // the views of users and rooms (getUserInfo.ts, adminFields), the devices (push.ts).
    public static VersionProfile V8_8 { get; } = V8_6 with
    {
        Name = "8.8",
        FullVersion = "8.8.1",
        SettingCatalogs = ["8.6", "ee"],
        InfoNamesWorkspaceUrl = true,

        // rest-typings 8.7.1 and push.ts.
        HasConnectWorkspace = true,
        PushTestHasMessage = true,

        // meteor-methods/platform/cloud.ts.
        HasCloudConnectMethod = false,
    };

    public static VersionProfile V9_0 { get; } = V8_8 with
    {
        Name = "9.0",
        FullVersion = "9.0.0",
        SettingCatalogs = ["8.6", "ee", "9.0"],

        // Rocket.Chat #43214, #41590, and authenticationHono.ts for the 401.
        RefusalsAreForbidden = true,

        // "Deprecated parameters" of the documentation: removed in 9.0.0.
        RefusesQueryAndFields = true,

        // The documentation of method calls (30 October 2026): "9.0.0 removed most Realtime API methods". Each that the emulator has was
        // marked for removal in 9.0.0 (methodDeprecationLogger) or has an endpoint; that all of them are gone is inferred.
        HasServerMethods = false,

        // Rocket.Chat #42477.
        CustomOAuthNeedsLicense = true,

        // Rocket.Chat #41382.
        DeviceTokenIsFlat = true,

        // Rocket.Chat #41908.
        HasFederationBridge = false,

        // Rocket.Chat #41828.
        HasAnonymousRole = false,
        RemovedSettings =
        [
            // #41908, settings/push.ts, #41828, #41986.
            "FEDERATION_", "Federation_Matrix_", "Push_UseLegacy", "Push_gcm_", "Accounts_AllowAnonymousWrite", "CROWD_",

            // #41992.
            "Accounts_OAuth_Apple", "Accounts_OAuth_Drupal", "API_Drupal_URL", "Accounts_OAuth_Facebook", "Accounts_OAuth_Linkedin",
            "Accounts_OAuth_Meteor", "Accounts_OAuth_Nextcloud", "Accounts_OAuth_Twitter", "Accounts_OAuth_Wordpress", "API_Wordpress_URL",
            "Accounts_OAuth_Dolphin",
        ],
    };

    public static IReadOnlyList<VersionProfile> All { get; } = [V3_11, V6_5, V7_10, V8_6, V8_8, V9_0];
}
