using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.State;

/// <summary>
/// The whole state behind the server. Tests and scripts change it to make drift; every member is safe to call while requests run,
/// and every change is seen by the next request.
/// </summary>
public sealed partial class Workspace
{
    private readonly List<User> _users = [];
    private readonly List<Room> _rooms = [];
    private readonly List<Membership> _memberships = [];
    private readonly TimeProvider _time;

    private readonly VersionProfile _profile;

    internal Workspace(VersionProfile profile, TimeProvider time)
    {
        (_profile, _time) = (profile, time);
        StartedAt = Now;
    }

    /// <summary>The cloud as the workspace finds it.</summary>
    public Cloud Cloud { get; } = new();

    /// <summary>The zone that the emulator serves.</summary>
    public DnsZone Dns { get; private set; } = new DnsSeed().ToZone();

    /// <summary>All of DNS that the workspace itself sees: the zone above, unless it was told to ask another name server.</summary>
    internal INameLookup Resolver => NameServer ?? Dns;

    internal INameLookup? NameServer { get; init; }

    /// <summary>Whether the workspace has a licence; without one, enterprise settings are stored but do not count.</summary>
    public bool HasLicence { get; set; }

    /// <summary>
    /// Whether secret settings are shown as an empty value with <c>hasValue</c>. The newest sources have a helper that does so; no released
    /// version is known to use it here.
    /// </summary>
    public bool MasksSecrets { get; set; }

    /// <summary>What the test of the legacy federation finds, on versions whose test is real.</summary>
    public bool LegacyFederationTestSucceeds { get; set; }

    /// <summary>Held while a request or a change runs: the state is never seen half-changed.</summary>
    internal Lock Gate { get; } = new();

    internal DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>All users, as a copy of the list.</summary>
    public IReadOnlyList<User> Users => Locked(() => _users.ToArray());

    /// <summary>All rooms, as a copy of the list.</summary>
    public IReadOnlyList<Room> Rooms => Locked(() => _rooms.ToArray());

    /// <summary>The user with this id or this exact username, or null.</summary>
    public User? FindUser(string idOrUsername) => Locked(() =>
        _users.Find(user => user.Id == idOrUsername) ?? _users.Find(user => user.Username == idOrUsername));

    /// <summary>The room with this id or this exact name, or null.</summary>
    public Room? FindRoom(string idOrName) => Locked(() =>
        _rooms.Find(room => room.Id == idOrName) ?? _rooms.Find(room => room.Name == idOrName));

    internal User? UserById(string? id) => _users.Find(user => user.Id == id);

    internal User? UserByName(string? username) => _users.Find(user => user.Username == username);

    internal Room? RoomById(string? id) => _rooms.Find(room => room.Id == id);

    internal Room? RoomByName(string? name) => _rooms.Find(room => room.Name == name);

    private T Locked<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }

    private void Locked(Action change)
    {
        lock (Gate)
        {
            change();
        }
    }

    private User RequireUser(string idOrUsername) =>
        FindUser(idOrUsername) ?? throw new ArgumentException($"there is no user '{idOrUsername}'", nameof(idOrUsername));

    private Room RequireRoom(string idOrName) =>
        FindRoom(idOrName) ?? throw new ArgumentException($"there is no room '{idOrName}'", nameof(idOrName));
}
