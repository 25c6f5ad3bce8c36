namespace RocketChat.Emulator.Profiles;

/// <summary>
/// The differences between versions of Rocket.Chat, by name. Nothing else in the emulator knows a version number.
/// 3.11, 6.5 and 8.6 follow recorded answers of real servers, 7.10, 8.8 and 9.0 follow their published sources.
/// </summary>
internal sealed record VersionProfile
{
    /// <summary>The name by which the profile is chosen, for example <c>6.5</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The full version that an administrator sees.</summary>
    public required string FullVersion { get; init; }

    // Server information
    public bool AnonymousInfoIsTrimmed { get; init; } = true;
    public bool InfoHasVersionBesideDetails { get; init; } = true;
    public bool HasVersionedInfo { get; init; }
    public bool InfoNamesCloudWorkspace { get; init; }
    public bool InfoNamesWorkspaceUrl { get; init; }

    // Envelope and routing
    public UnknownEndpointAnswer UnknownEndpoint { get; init; } = UnknownEndpointAnswer.JsonNotFound;
    public bool AnswersOptions { get; init; } = true;
    public bool OptionsAnswerHasBody { get; init; }
    public bool MalformedJsonIsRefused { get; init; }
    public bool UnauthorizedHasSuccessAndError { get; init; }
    public bool LoginHasSuccess { get; init; }

    /// <summary>Whether bodies and queries are checked against a schema at all; before, each handler looked for itself.</summary>
    public bool HasRequestSchemas { get; init; } = true;

    /// <summary>Whether a HEAD request is answered as GET is, without the body.</summary>
    public bool AnswersHead { get; init; }

    /// <summary>Whether the router checks permission and schema, in this order, before the rate limit counts the call.</summary>
    public bool RouterComesBeforeLimit { get; init; }

    /// <summary>Whether a change of the rate limit has an effect only after a restart.</summary>
    public bool LimitsNeedRestart { get; init; }

    /// <summary>Whether schemas refuse unknown keys and a refused query has its own error type.</summary>
    public bool HasClosedSchemas { get; init; }

    /// <summary>Whether permissions are checked by the router (403) before the handler could refuse (400).</summary>
    public bool RouterChecksPermissions { get; init; }

    /// <summary>
    /// Whether every refusal for a lack of permission is 403 with the code <c>error-forbidden</c>, whatever its code was before, and 401
    /// means a missing session only.
    /// </summary>
    public bool RefusalsAreForbidden { get; init; }

    // Login
    public bool WrongPasswordIsNamed { get; init; } = true;
    public bool EmailChallengeNamesUser { get; init; } = true;

    /// <summary>Whether a refused login has only the word Unauthorized, whatever the reason, except for the second factor.</summary>
    public bool LoginHidesReasons { get; init; }

    /// <summary>Whether a logout is answered with an empty body.</summary>
    public bool LogoutIsMute { get; init; }

    /// <summary>Whether users see more of themselves: calendar settings, and whether an OAuth service knows them.</summary>
    public bool SelfHasCalendar { get; init; }

    // Second factor

    /// <summary>Whether one setting switches all of it off; before 3.15 that one was for authenticator apps only.</summary>
    public bool TwoFactorHasMainSwitch { get; init; } = true;
    /// <summary>
    /// Whether codes by email may be guessed at a few times only; before, each challenge counted the codes on their way instead.
    /// </summary>
    public bool CountsEmailCodeTries { get; init; } = true;
    public bool InvalidCodeNamesMethods { get; init; } = true;

    /// <summary>
    /// Whether a fresh account that has a second factor set up must use it at once, and one that has none is asked nowhere; before, a fresh
    /// account was asked only where no answer is remembered.
    /// </summary>
    public bool NewUsersNeedTheirSecondFactor { get; init; }

    // Settings

    /// <summary>The names of the catalogs of settings that the version has; what a later one says counts.</summary>
    public required IReadOnlyList<string> SettingCatalogs { get; init; }

    /// <summary>Whether the catalog has hidden settings, too.</summary>
    public bool CatalogHasHiddenSettings { get; init; }

    /// <summary>Whether push has Firebase credentials, and its predecessors hidden, which the catalog does not show yet.</summary>
    public bool PushChangedSinceCatalog { get; init; }

    /// <summary>Beginnings of the ids of settings that the version has no longer.</summary>
    public IReadOnlyList<string> RemovedSettings { get; init; } = [];
    /// <summary>Whether many settings at once are refused if one of them is unknown.</summary>
    public bool UnknownSettingBreaksMany { get; init; }

    /// <summary>Whether a number outside the bounds of its setting is refused.</summary>
    public bool ChecksBounds { get; init; }
    public bool UnknownSettingIsRefused { get; init; } = true;
    public bool SettingBodyIsMatched { get; init; }

    /// <summary>
    /// Whether an organization's name, saved together with other settings, names the site as well while that has no other name.
    /// </summary>
    public bool OrganizationNamesTheSite { get; init; } = true;
    public bool RefusesFractions { get; init; }

    /// <summary>Whether that refusal has a code of its own; in between, the text with the value stood in its place.</summary>
    public bool InvalidNumberHasCode { get; init; }
    public bool HasBulkSettings { get; init; }
    public bool TakesQueryParameter { get; init; }
    public bool QueryIsDeprecated { get; init; }

    /// <summary>Whether <c>query</c> and <c>fields</c>, which were ignored for long, are mistakes.</summary>
    public bool RefusesQueryAndFields { get; init; }
    public bool SettingsPublicTakesIds { get; init; }

    // Push
    public bool HasPushTest { get; init; }
    public bool PushTestHasMessage { get; init; }
    public bool PushTestIsForAdministrators { get; init; }

    /// <summary>Whether the method takes one call a second; before, as many as any other.</summary>
    public bool PushTestIsOncePerSecond { get; init; } = true;

    /// <summary>Whether a refusal for that reason tells the caller to wait for a minute, although a second is enough.</summary>
    public bool PushTestReportsAMinute { get; init; } = true;
    public bool DevicesHaveMetadata { get; init; } = true;

    /// <summary>Whether the answer to a new device leaves out what is only for the server.</summary>
    public bool DeviceAnswerIsTrimmed { get; init; }

    /// <summary>Whether the router checks the parameters of a device.</summary>
    public bool DevicesHaveSchema { get; init; }

    /// <summary>Whether the answer to a new device has its token as value and type instead of an object.</summary>
    public bool DeviceTokenIsFlat { get; init; }

    /// <summary>Whether the test as a button of its setting is refused: the server then does not know who pressed it.</summary>
    public bool PushTestButtonIsRefused { get; init; }

    // Cloud and license
    public bool HasRegistrationStatus { get; init; } = true;
    public bool HasConnectWorkspace { get; init; }
    public bool HasCloudConnectMethod { get; init; } = true;
    public bool HasCloudDisconnectMethod { get; init; }
    public bool HasLicenseValidate { get; init; }
    public bool HasLicenseInfo { get; init; } = true;

    /// <summary>Whether the registration by the setup wizard has endpoints.</summary>
    public bool HasRegistrationIntents { get; init; } = true;

    /// <summary>Whether a registration that is asked for before the workspace has credentials is an error.</summary>
    public bool RegistersOnlyConnected { get; init; }

    /// <summary>Whether JavaScript names the property that cannot be read in the words of newer engines.</summary>
    public bool ReadsPropertiesOfUndefined { get; init; }
    public bool UnreachableCloudIsAnError { get; init; } = true;
    /// <summary>Whether there are the predecessors of <c>licenses.info</c>.</summary>
    public bool HasLicenseGet { get; init; }

    // Federation
    public bool HasFederationBridge { get; init; } = true;

    /// <summary>
    /// Whether the bridge's defaults are for a homeserver beside the server and in its name; before, for a developer's container.
    /// </summary>
    public bool BridgeIsOnThisHost { get; init; }
    public bool VerifiesFederationBridge { get; init; }
    public bool HasFederationService { get; init; }
    public bool GeneratesFederationKey { get; init; }

    /// <summary>
    /// Whether a server answers each event of another with an empty object, federation on or off: before 4.2 the router did not wait for
    /// the handler and sent the promise of an answer as JSON.
    /// </summary>
    public bool FederationDispatchIsMute { get; init; }
    public bool FederationTestIsReal { get; init; }
    public bool ResolvesDns { get; init; } = true;
    public bool ServesMatrixWellKnown { get; init; }

    // Server methods

    /// <summary>Whether there are methods for what the REST API does as well.</summary>
    public bool HasServerMethods { get; init; } = true;
    public bool MethodErrorsAreBadRequests { get; init; }

    /// <summary>Whether a message that is not JSON is refused with the parser's words.</summary>
    public bool NamesJsonMistakes { get; init; }

    /// <summary>Whether the roles of a room can be read by a method; later, only by an endpoint.</summary>
    public bool HasRoomRolesMethod { get; init; } = true;

    /// <summary>Whether methods for roles in rooms look neither at the room nor at whether the caller may see it.</summary>
    public bool RoomRolesMethodIsOpen { get; init; }
    public bool HasAuthorizationMethods { get; init; } = true;

    // Roles

    /// <summary>The name of the catalog of permissions that the version has.</summary>
    public string PermissionCatalog { get; init; } = "6.13";
    public bool AcceptsRoleId { get; init; } = true;
    public bool AcceptsRoleName { get; init; }
    public bool RoleNameIsDeprecated { get; init; }
    public bool HasRemoveUserFromRole { get; init; } = true;

    /// <summary>Whether login by an OAuth service of one's own needs a license.</summary>
    public bool CustomOAuthNeedsLicense { get; init; }

    /// <summary>Whether roles of one's own need a license.</summary>
    public bool CustomRolesNeedLicense { get; init; } = true;

    /// <summary>Whether there is a role for users of other servers.</summary>
    public bool HasFederatedRole { get; init; }

    /// <summary>Whether there is a role for people who write without an account.</summary>
    public bool HasAnonymousRole { get; init; } = true;
    public bool RefusesRoleTwice { get; init; } = true;

    /// <summary>
    /// Whether a role for rooms that is given without a room becomes a role of the workspace; before, nothing came of it.
    /// </summary>
    public bool RoomRoleWithoutRoomIsGlobal { get; init; }

    public bool RefusesUnknownRole { get; init; } = true;

    // Rooms
    public bool RoomsInfoReadsArchived { get; init; }
    public bool RoomsInfoReadsForAdministrators { get; init; }
    public bool HasMembersOrderedByRole { get; init; }
    public bool HasRoomsRoles { get; init; }
    public bool HasIsMember { get; init; }
    public bool HasTeams { get; init; } = true;

    /// <summary>Whether the router checks what the handlers of <c>teams.*</c> checked themselves before.</summary>
    public bool HasTeamSchemas { get; init; }

    /// <summary>Whether roles given with <c>teams.addMembers</c> (since 7.11) count in the team's main room as well.</summary>
    public bool TeamRolesReachTheRoom { get; init; }
    /// <summary>Whether the members of a team are shown with the settings that they share.</summary>
    public bool TeamMembersHaveSettings { get; init; }

    public bool HasNameExists { get; init; } = true;

    /// <summary>Whether the last active administrator cannot be deactivated.</summary>
    public bool LastAdminStaysActive { get; init; } = true;

    /// <summary>Whether <c>channels.invite</c> and <c>groups.invite</c> take several users at once.</summary>
    public bool InvitesMany { get; init; } = true;

    /// <summary>Whether <c>rooms.membersOrderedByRole</c> shows the membership of each member.</summary>
    public bool OrderedMembersHaveSubscription { get; init; }

    /// <summary>Whether that endpoint calls a room that the caller may not see a room, not a channel.</summary>
    public bool UnseenRoomIsARoom { get; init; }

    /// <summary>Whether <c>rooms.info</c> shows the team, and the parent of a discussion, beside the room.</summary>
    public bool RoomsInfoHasSurroundings { get; init; }

    public bool RoomsGetIsTrimmed { get; init; }

    /// <summary>Whether rooms have no custom fields, no message settings and no mark of a default room until somebody sets them.</summary>
    public bool NewRoomsAreBare { get; init; }

    /// <summary>Whether the administration's lists have the time when a room was created.</summary>
    public bool AdminRoomsHaveTime { get; init; }

    /// <summary>Whether the lists of roles in a room have the users' display names.</summary>
    public bool RoomRolesHaveNames { get; init; }

    /// <summary>Whether archived rooms list no members.</summary>
    public bool ArchivedRoomsHideMembers { get; init; }
    public bool ChannelOwnerNeedsRoomParameter { get; init; }

    // Users
    public bool UsersInfoAnswersWithoutParameter { get; init; }
    public bool UsersInfoByEmail { get; init; }
    public bool UsersInfoByExtension { get; init; }
    public bool CreateTokenNeedsUserId { get; init; }
    public bool UsersInfoIncludesRooms { get; init; }
    public bool HasListByStatus { get; init; }
    public bool UserViewsAreTrimmed { get; init; } = true;
    public bool RoleUsersHaveDates { get; init; } = true;
    public bool MembersHaveUpdateTime { get; init; } = true;
    public bool RoomCreatorHasName { get; init; } = true;
    public bool HasProfileSettings { get; init; } = true;
    public bool MeShowsPasswordHash { get; init; }

    /// <summary>The profile of that name.</summary>
    /// <exception cref="ArgumentException">No such profile; the message lists the known ones.</exception>
    public static VersionProfile Named(string name) =>
        VersionProfiles.All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new ArgumentException(
            $"unknown version profile '{name}'; known are {KnownNames}", nameof(name));

    /// <summary>The names of all profiles, for people.</summary>
    public static string KnownNames => string.Join(", ", VersionProfiles.All.Select(profile => profile.Name));
}
