using System.Text.Json.Nodes;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Control;

/// <summary>
/// The workspace behind the server. Tests and scripts read it, and change it behind the clients' backs to make drift; every member is safe
/// to call while requests run, and the next request sees every change.
/// </summary>
public sealed class EmulatedWorkspace
{
    private readonly WorkspaceState _state;

    internal EmulatedWorkspace(WorkspaceState state) => _state = state;

    /// <summary>The cloud as the workspace finds it.</summary>
    public Cloud Cloud => _state.Cloud;

    /// <summary>The zone that the emulator serves.</summary>
    public DnsZone Dns => _state.Dns;

    /// <summary>Whether the workspace has a license; without one, enterprise settings are stored but have no effect.</summary>
    public bool HasLicense
    {
        get => _state.HasLicense;
        set => _state.HasLicense = value;
    }

    /// <summary>
    /// Whether secret settings are shown as an empty value with <c>hasValue</c>. The newest sources have a helper that does so; no released
    /// version is known to use it here.
    /// </summary>
    public bool MasksSecrets
    {
        get => _state.MasksSecrets;
        set => _state.MasksSecrets = value;
    }

    /// <summary>The result of the legacy federation's test, on versions whose test is real.</summary>
    public bool LegacyFederationTestSucceeds
    {
        get => _state.LegacyFederationTestSucceeds;
        set => _state.LegacyFederationTestSucceeds = value;
    }

    /// <summary>Whether the workspace holds credentials of the cloud.</summary>
    public bool IsRegistered => Locked(state => WorkspaceRegistration.IsIn(state.Settings));

    /// <summary>All users, as a copy of the list.</summary>
    public IReadOnlyList<User> Users => Locked(state => state.Users.All.ToArray());

    /// <summary>All rooms, as a copy of the list.</summary>
    public IReadOnlyList<Room> Rooms => Locked(state => state.Rooms.All.ToArray());

    /// <summary>The user with this id or this exact username, or null.</summary>
    public User? FindUser(string idOrUsername) => Locked(state => state.Users.ById(idOrUsername) ?? state.Users.ByName(idOrUsername));

    /// <summary>The room with this id or this exact name, or null.</summary>
    public Room? FindRoom(string idOrName) => Locked(state => state.Rooms.ById(idOrName) ?? state.Rooms.ByName(idOrName));

    /// <summary>The usernames of a room's owners, sorted.</summary>
    public IReadOnlyList<string> OwnersOf(string roomIdOrName) => Locked(state =>
        Sorted(state.Rooms.MembersWithRole(state.Rooms.Require(roomIdOrName), "owner")));

    /// <summary>The usernames of a room's members, sorted.</summary>
    public IReadOnlyList<string> MembersOf(string roomIdOrName) => Locked(state =>
        Sorted(state.Rooms.Members(state.Rooms.Require(roomIdOrName))));

    /// <summary>The usernames of the owners that the team itself lists, sorted. Its main room may list others.</summary>
    public IReadOnlyList<string> TeamOwnersOf(string teamIdOrName) => Locked(state => Sorted(
        state.Teams.Require(teamIdOrName).Members
            .Where(member => member.Value.Contains("owner"))
            .Select(member => state.Users.ById(member.Key))
            .OfType<User>()));

    /// <summary>The global roles of a user, as a copy. <c>owner</c> in here means owner of every room, which nobody wants.</summary>
    public IReadOnlyList<string> GlobalRolesOf(string idOrUsername) => Locked(state => state.Users.Require(idOrUsername).Roles.ToArray());

    /// <summary>The stored value of a setting, hidden ones too; null when this version has no such setting.</summary>
    public JsonNode? GetSetting(string id) => Locked(state => state.Settings.Find(id)?.Value?.DeepClone());

    /// <summary>
    /// The present state as a seed, from which the same workspace can be made. The seed holds tokens and password hashes.
    /// </summary>
    public WorkspaceSeed ToSeed() => Locked(WorkspaceDump.Of);

    /// <summary>Adds a user.</summary>
    /// <param name="username">The username, not yet taken.</param>
    /// <param name="name">The display name; the username when null.</param>
    /// <param name="roles">Global roles; <c>user</c> when none are given.</param>
    /// <returns>The new user, with a fresh id.</returns>
    public User AddUser(string username, string? name = null, params string[] roles) => Locked(state =>
    {
        var user = new User
        {
            Id = MeteorId.NewId(),
            Username = username,
            Name = name ?? username,
            Roles = roles.Length == 0 ? ["user"] : [.. roles],
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
        };
        state.Users.Insert(user);
        return user;
    });

    /// <summary>Gives a user another username; the id and all memberships stay.</summary>
    public void RenameUser(string idOrUsername, string newUsername) => Change(state =>
        state.Users.Rename(state.Users.Require(idOrUsername), newUsername));

    /// <summary>Deactivates a user, or activates again. Memberships and ownership stay.</summary>
    public void SetActive(string idOrUsername, bool active) => Change(state =>
        state.Users.SetActive(state.Users.Require(idOrUsername), active));

    /// <summary>Deletes a user together with all memberships.</summary>
    public void DeleteUser(string idOrUsername) => Change(state => state.Remove(state.Users.Require(idOrUsername)));

    /// <summary>Makes a personal access token for a user.</summary>
    /// <returns>The token; no later call shows it.</returns>
    public string AddPersonalAccessToken(string idOrUsername, string name, bool bypassTwoFactor) => Locked(state =>
        state.Users.AddPersonalAccessToken(state.Users.Require(idOrUsername), name, bypassTwoFactor));

    /// <summary>Ends all sessions of a user, as an expired login does. Personal access tokens stay.</summary>
    public void EndSessions(string idOrUsername) => Change(state => UserStore.EndSessions(state.Users.Require(idOrUsername)));

    /// <summary>Adds a mobile device to a user.</summary>
    public void AddDevice(string user, string pushToken) => Change(state => state.Users.Require(user).Devices.Add(pushToken));

    /// <summary>Adds a channel or group that belongs to its creator.</summary>
    /// <param name="name">The name, not yet taken.</param>
    /// <param name="type"><c>c</c> or <c>p</c>.</param>
    /// <param name="owner">Id or username of the creator, who becomes member and owner.</param>
    /// <param name="members">Ids or usernames of further members.</param>
    public Room AddRoom(string name, string type, string owner, params string[] members) => Locked(state =>
    {
        var room = state.Rooms.Add(name, type, state.Users.Require(owner));
        foreach (var member in members)
        {
            state.Rooms.Join(room, state.Users.Require(member));
        }

        return room;
    });

    /// <summary>Gives a room another name; the id stays.</summary>
    public void RenameRoom(string idOrName, string newName) => Change(state =>
        state.Rooms.Rename(state.Rooms.Require(idOrName), newName));

    /// <summary>Archives a room, or restores it from the archive.</summary>
    public void SetArchived(string idOrName, bool archived) => Change(state =>
        state.Rooms.SetArchived(state.Rooms.Require(idOrName), archived));

    /// <summary>Deletes a room together with all memberships.</summary>
    public void DeleteRoom(string idOrName) => Change(state => state.Rooms.Remove(state.Rooms.Require(idOrName)));

    /// <summary>Adds a user to a room; nothing happens when the user is a member already.</summary>
    public void AddMember(string roomIdOrName, string userIdOrName) => Change(state =>
        state.Rooms.Join(state.Rooms.Require(roomIdOrName), state.Users.Require(userIdOrName)));

    /// <summary>Removes a user from a room, with all roles there.</summary>
    public void RemoveMember(string roomIdOrName, string userIdOrName) => Change(state =>
        state.Rooms.Leave(state.Rooms.Require(roomIdOrName), state.Users.Require(userIdOrName)));

    /// <summary>Makes a user an owner of a room; a user who is not a member joins.</summary>
    public void AddOwner(string roomIdOrName, string userIdOrName) => Change(state =>
        state.Rooms.Join(state.Rooms.Require(roomIdOrName), state.Users.Require(userIdOrName), "owner"));

    /// <summary>Takes ownership away, the last owner's too. The user stays a member.</summary>
    /// <returns>Whether the user was an owner.</returns>
    public bool RemoveOwner(string roomIdOrName, string userIdOrName) => Locked(state =>
        state.Rooms.MembershipOf(state.Rooms.Require(roomIdOrName), state.Users.Require(userIdOrName))?.Roles.Remove("owner") ?? false);

    /// <summary>Changes a setting without any check. A setting that this version does not declare appears.</summary>
    public void SetSetting(string id, JsonNode? value) => Change(state => state.Settings.Set(id, value));

    /// <summary>Changes a setting that this version declares to a value of its type.</summary>
    /// <exception cref="ArgumentException">There is no such setting, or the value is of another type.</exception>
    internal void ChangeSetting(string id, JsonNode? value) => Change(state =>
    {
        if (state.Settings.MistakeIn(id, value) is { } mistake)
        {
            throw new ArgumentException(mistake);
        }

        state.Settings.Set(id, value);
    });

    /// <summary>Gives a permission to these roles and to no others.</summary>
    public void Grant(string permission, params string[] roles) => Change(state => state.Roles.SetPermission(permission, roles));

    /// <summary>Registers the workspace with the cloud, without a token.</summary>
    public void Register() => Change(state => WorkspaceRegistration.Store(state.Settings));

    /// <summary>Removes the credentials of the cloud, as a server does by itself when the cloud no longer knows it.</summary>
    public void Unregister() => Change(state => WorkspaceRegistration.Remove(state.Settings));

    /// <summary>Replaces the cloud by another one.</summary>
    public void UseCloud(CloudSeed cloud) => Change(state => state.Cloud.Load(cloud));

    /// <summary>
    /// Restarts the server with these environment variables: <c>OVERWRITE_SETTING_&lt;id&gt;</c> gives a setting its value again at each
    /// start; <c>SETTINGS_BLOCKED</c> and <c>SETTINGS_HIDDEN</c> list ids, with commas. Sessions survive, as on a real server.
    /// </summary>
    public void Restart(IReadOnlyDictionary<string, string> environment) => Change(state => ServerRestart.Run(state.Settings, environment));

    /// <summary>Replaces everything by the workspace of a valid seed.</summary>
    internal void Load(WorkspaceSeed seed) => Change(state => WorkspaceLoader.Load(state, seed));

    private static string[] Sorted(IEnumerable<User> users) => [.. users.Select(user => user.Username).Order(StringComparer.Ordinal)];

    private T Locked<T>(Func<WorkspaceState, T> read)
    {
        lock (_state.Gate)
        {
            _state.Schedule.RunDue();
            return read(_state);
        }
    }

    private void Change(Action<WorkspaceState> change)
    {
        lock (_state.Gate)
        {
            change(_state);
        }
    }
}
