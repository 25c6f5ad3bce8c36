// Which of the published validators is for which endpoint; null where Rocket.Chat publishes none.
// Several: the request is one of these kinds.

const rooms = ['channels', 'groups'];
const roles = ['Owner', 'Moderator', 'Leader'];

export const endpoints = {
  'GET /.well-known/matrix/server': null,
  'GET /_matrix/federation/v1/version': null,
  'GET /_matrix/key/v2/server': null,
  'GET /api/info': null,
  'POST /api/v1/channels.join': null,
  'GET /api/v1/cloud.confirmationPoll': 'isCloudConfirmationPollProps',
  'POST /api/v1/cloud.createRegistrationIntent': 'isCloudCreateRegistrationIntentProps',
  'GET /api/v1/cloud.registrationStatus': null,
  'POST /api/v1/cloud.connectWorkspace': 'isCloudConnectWorkspaceProps',
  'POST /api/v1/cloud.manualRegister': 'isCloudManualRegisterProps',
  'POST /api/v1/cloud.syncWorkspace': null,
  'GET /api/v1/dns.resolve.srv': null,
  'POST /api/v1/dns.resolve.txt': null,
  'POST /api/v1/federation.events.dispatch': null,
  'GET /api/v1/federation.users.search': null,
  'GET /api/v1/federation/configuration.verify': null,
  'POST /api/v1/licenses.add': 'isLicensesAddProps',
  'GET /api/v1/licenses.info': 'isLicensesInfoProps',
  'POST /api/v1/licenses.validate': 'isLicensesValidateProps',
  'POST /api/v1/login': 'isLoginProps',
  'POST /api/v1/logout': null,
  'GET /api/v1/me': null,
  'POST /api/v1/method.call/:method': 'isMeteorCall',
  'GET /api/v1/permissions.listAll': null,
  'POST /api/v1/permissions.update': null,
  'GET /api/v1/push.get': 'isPushGetProps',
  'GET /api/v1/push.info': null,
  'POST /api/v1/push.test': null,
  'POST /api/v1/push.token': 'isPushTokenProps',
  'POST /api/v1/roles.addUserToRole': 'isRoleAddUserToRoleProps',
  'POST /api/v1/roles.create': null,
  'POST /api/v1/roles.delete': 'isRoleDeleteProps',
  'GET /api/v1/roles.getUsersInRole': 'isRolesGetUsersInRoleProps',
  'GET /api/v1/roles.list': null,
  'POST /api/v1/roles.removeUserFromRole': 'isRoleRemoveUserFromRoleProps',
  'POST /api/v1/roles.update': null,
  'GET /api/v1/rooms.adminRooms': 'isRoomsAdminRoomsProps',
  'GET /api/v1/rooms.adminRooms.getRoom': 'isRoomsAdminRoomsGetRoomProps',
  'GET /api/v1/rooms.autocomplete.adminRooms': 'isRoomsAutocompleteAdminRoomsPayload',
  'GET /api/v1/rooms.get': null,
  'GET /api/v1/rooms.info': 'isRoomsInfoProps',
  'GET /api/v1/rooms.isMember': 'isRoomsIsMemberProps',
  'GET /api/v1/rooms.membersOrderedByRole': 'isRoomsMembersOrderedByRoleProps',
  'GET /api/v1/rooms.nameExists': 'isGETRoomsNameExists',
  'GET /api/v1/settings': 'isSettingsGetParams',
  'POST /api/v1/settings': 'isSettingsBulkProps',
  'GET /api/v1/settings.public': 'isSettingsPublicWithPaginationProps',
  'GET /api/v1/settings/:_id': null,
  'POST /api/v1/settings/:_id': ['isSettingsUpdatePropDefault', 'isSettingsUpdatePropsActions', 'isSettingsUpdatePropsColor'],
  'POST /api/v1/users.create': 'isUserCreateParamsPOST',
  'POST /api/v1/users.delete': null,
  'GET /api/v1/users.getPersonalAccessTokens': null,
  'GET /api/v1/users.getPreferences': null,
  'GET /api/v1/users.info': 'isUsersInfoParamsGetProps',
  'GET /api/v1/users.list': 'isUsersListParamsGET',
  'POST /api/v1/users.setPreferences': 'isUsersSetPreferencesParamsPOST',
  ...Object.fromEntries(rooms.flatMap((kind) => Object.entries(endpointsOf(kind)))),
};

/**
 * Where the server takes what its published validator refuses, or is asked on purpose what it may refuse: by endpoint, how to put a body or
 * a query as the validator wants it, and why. All else about it is checked.
 */
export const exceptions = {
  'POST /api/v1/login': {
    asPublished: (body) => (typeof body?.user === 'string' ? { ...body, user: { username: body.user } } : body),
    reason: 'the server reads `user` only when it is text (recorded on 3.11 and 6.5, and `loginCompatibility` in its source); the published validator, which it does not use, wants an object',
  },
  'GET /api/v1/users.info': {
    asPublished: (query) => (Object.keys(query).join() === 'email' ? { username: query.email } : query),
    reason: 'a user is looked up by email, which versions before 8.4 refuse before they do anything; the client then reads the list',
  },
};

function endpointsOf(kind) {
  const validator = (name) => `is${kind[0].toUpperCase()}${kind.slice(1)}${name}Props`;
  const isPrivate = kind === 'groups';
  return {
    [`POST /api/v1/${kind}.create`]: validator('Create'),
    [`POST /api/v1/${kind}.delete`]: validator('Delete'),
    [`GET /api/v1/${kind}.info`]: isPrivate ? validator('Info') : null,
    [`POST /api/v1/${kind}.invite`]: isPrivate ? validator('Invite') : null,
    [`POST /api/v1/${kind}.kick`]: validator('Kick'),
    [`GET /api/v1/${kind}.list`]: validator('List'),
    [`GET /api/v1/${kind}.members`]: isPrivate ? validator('Members') : null,
    [`GET /api/v1/${kind}.moderators`]: validator('Moderators'),
    [`GET /api/v1/${kind}.roles`]: validator('Roles'),
    ...Object.fromEntries(roles.flatMap((role) => [
      [`POST /api/v1/${kind}.add${role}`, isPrivate ? validator(`Add${role}`) : null],
      [`POST /api/v1/${kind}.remove${role}`, isPrivate ? validator(`Remove${role}`) : null],
    ])),
  };
}
