using System.Text.Json;

namespace RocketChat.Emulator.Seeding;

/// <summary>
/// A workspace as JSON: what a seed file holds, and what a dump of the state gives back. Keys are in camelCase, comments and trailing
/// commas are allowed, unknown keys are refused. Everything may be left out but the names.
/// </summary>
/// <remarks>
/// <code language="json">
/// {
///   "users": [
///     {
///       "id": "adminadminadmin01",        // 17 characters on real servers; made up when left out
///       "username": "admin",              // required, unique
///       "name": "Administrator",          // the username when left out
///       "password": "admin-password",     // no password: no login by password
///       "roles": ["admin"],               // global roles; ["user"] when left out
///       "active": true,
///       "type": "user",                   // user, bot or app
///       "email": "admin@example.com",
///       "emailVerified": false,
///       "emailTwoFactor": false,          // whether a login is answered with an emailed code
///       "totpSecret": "JBSWY3DPEHPK3PXP", // Base32: an authenticator app is set up
///       "devices": ["a-push-token"],      // mobile devices that get push notifications
///       "tokens": [
///         { "name": "terraform", "token": "a-secret-of-yours", "bypassTwoFactor": true }
///       ]
///     }
///   ],
///   "rooms": [
///     {
///       "id": "GENERAL",
///       "name": "general",                // required and unique for types c and p
///       "fname": "General",               // the title; the name when left out
///       "type": "c",                      // c channel, p private group, d direct message, l live chat
///       "archived": false,
///       "readOnly": false,
///       "default": true,
///       "federated": false,
///       "encrypted": false,
///       "teamId": "team1", "teamMain": true,
///       "prid": "GENERAL",                // parent room: makes this a discussion
///       "creator": "admin",               // the first owner or member when left out
///       "members": [
///         { "username": "admin", "roles": ["owner"] },
///         { "username": "alice" }
///       ]
///     }
///   ],
///   "teams": [                          // only where a team differs from its main room
///     { "id": "team1", "name": "crew", "private": true, "creator": "admin", "members": [ { "username": "alice", "roles": ["owner"] } ] }
///   ],
///   "license": true,                  // enterprise settings count
///   "dns": { "zone": "example.org", "records": ["chat A 127.0.0.1"] },    // served with --dns-port
///   "settings": { "Site_Name": "My workspace" },              // instead of the defaults
///   "permissions": { "view-room-administration": ["admin", "auditor"] },  // instead of the defaults
///   "roles": [ { "id": "auditor", "description": "Auditor" } ],           // beside the built-in ones
///   "cloud": {                          // with which the workspace can be registered
///     "reachable": true,
///     "acceptedTokens": ["a-token"],    // any token when left out
///     "tokensWorkOnce": true,           // a token that registered a workspace is refused from then on
///     "usedTokens": [],
///     "delayMilliseconds": 0,           // until a registration shows
///     "syncFails": false                // registered, yet the server says that it failed
///   }
/// }
/// </code>
/// </remarks>
public sealed record WorkspaceSeed
{
    /// <summary>All users.</summary>
    public IReadOnlyList<UserSeed> Users { get; set; } = [];

    /// <summary>All rooms with their members.</summary>
    public IReadOnlyList<RoomSeed> Rooms { get; set; } = [];

    /// <summary>Teams that differ from what their main rooms make of them.</summary>
    public IReadOnlyList<TeamSeed> Teams { get; set; } = [];

    /// <summary>Settings that differ from the defaults, by id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Settings { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>Permissions that differ from the defaults: which roles have them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Permissions { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether the workspace has a license: without one, enterprise settings are stored but have no effect.</summary>
    public bool License { get; set; }

    /// <summary>The zone of the name server; <c>example.org</c> without further records when left out.</summary>
    public DnsSeed? Dns { get; set; }

    /// <summary>Roles beside the built-in ones.</summary>
    public IReadOnlyList<RoleSeed> Roles { get; set; } = [];

    /// <summary>The cloud; reachable and accepting any token when null.</summary>
    public CloudSeed? Cloud { get; set; }
}
