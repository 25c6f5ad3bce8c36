using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.State;

/// <summary>
/// Everything that the server remembers, by subject. Callers hold <see cref="Gate"/>, so that nobody sees a half-made change.
/// </summary>
internal sealed class WorkspaceState
{
    private readonly TimeProvider _time;

    public WorkspaceState(VersionProfile profile, TimeProvider time)
    {
        _time = time;
        Users = new UserStore(time);
        Teams = new TeamStore();
        Rooms = new RoomStore(Users, Teams, time);
        Settings = new SettingStore(profile, time);
        Roles = new RoleStore(profile);
        Schedule = new Schedule(time);
        StartedAt = Now;
    }

    /// <summary>The lock of every request and every change.</summary>
    public Lock Gate { get; } = new();

    public UserStore Users { get; }

    public RoomStore Rooms { get; }

    public TeamStore Teams { get; }

    public SettingStore Settings { get; }

    public RoleStore Roles { get; }

    public Schedule Schedule { get; }

    public Cloud Cloud { get; } = new();

    /// <summary>The zone that the emulator serves.</summary>
    public DnsZone Dns { get; set; } = new DnsSeed().ToZone();

    /// <summary>The name server to ask instead of the zone; null for the zone alone.</summary>
    public INameLookup? NameServer { get; init; }

    /// <summary>DNS as the workspace itself sees it.</summary>
    public INameLookup Resolver => NameServer ?? Dns;

    public bool HasLicense { get; set; }

    /// <summary>The license in effect; null without one.</summary>
    public LicenseDocument? License => HasLicense ? LicenseDocument.Of(Settings.String(LicenseKey.Setting)) : null;

    public bool MasksSecrets { get; set; }

    public bool LegacyFederationTestSucceeds { get; set; }

    public DateTimeOffset StartedAt { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Whether a user may do something, through a global role or, when a room is named, through a role there.</summary>
    public bool Can(User? user, string permission, Room? room = null) => user is not null
        && (Roles.Grants(permission, user.Roles)
            || (room is not null && Rooms.MembershipOf(room, user) is { } membership && Roles.Grants(permission, membership.Roles)));

    /// <summary>Removes a user together with all memberships.</summary>
    public void Remove(User user)
    {
        Users.Remove(user);
        Rooms.RemoveMemberships(user);
    }

    /// <summary>Back to a server that has only what every server has.</summary>
    public void Clear()
    {
        Users.Clear();
        Rooms.Clear();
        Teams.Clear();
        Roles.Reset();
        Schedule.Clear();
        Settings.Reset();
    }
}
