using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Seeding;

/// <summary>The workspace that is there when nobody brings a seed.</summary>
public static class DefaultSeed
{
    /// <summary>The administrator's id.</summary>
    public const string AdminId = "adminadminadmin01";

    /// <summary>The administrator's username.</summary>
    public const string AdminUsername = "admin";

    /// <summary>The administrator's password.</summary>
    public const string AdminPassword = "admin-password";

    /// <summary>A personal access token of the administrator that needs no second factor.</summary>
    public const string AdminToken = "emulated-personal-access-token-of-the-admin";

    /// <summary>A personal access token of alice, who has no special rights.</summary>
    public const string AliceToken = "emulated-personal-access-token-of-alice-000";

    /// <summary>The workspace for a version: without the room of a team where there are no teams.</summary>
    internal static WorkspaceSeed For(VersionProfile profile) => profile.HasTeams
        ? Workspace
        : Workspace with { Rooms = [.. Workspace.Rooms.Where(room => room.TeamId is null)] };

    internal static WorkspaceSeed Workspace { get; } = new()
    {
        Users =
        [
            new UserSeed
            {
                Id = AdminId,
                Username = AdminUsername,
                Name = "Administrator",
                Password = AdminPassword,
                Roles = ["admin"],
                Email = "admin@example.com",
                Tokens = [new TokenSeed { Name = "terraform", Token = AdminToken, BypassTwoFactor = true }],
            },
            new UserSeed { Id = "rocket.cat", Username = "rocket.cat", Name = "Rocket.Cat", Roles = ["bot"], Type = "bot" },
            Person("aliceAliceAlice01", "alice", "Alice") with
            {
                Tokens = [new TokenSeed { Name = "terraform", Token = AliceToken, BypassTwoFactor = true }],
            },
            Person("bobBobBobBobBob01", "bob", "Bob"),
            Person("carolCarolCarol01", "carol", "Carol"),
            Person("daveDaveDaveDav01", "dave", "Dave") with { Active = false },
        ],
        Rooms =
        [
            new RoomSeed
            {
                Id = "GENERAL",
                Name = "general",
                Type = "c",
                Default = true,
                Creator = "rocket.cat",
                Members = [Owner("admin"), Member("alice"), Member("bob"), Member("carol"), Member("dave")],
            },
            new RoomSeed
            {
                Id = "annRoomAnnRoom001",
                Name = "announcements",
                Type = "c",
                ReadOnly = true,
                Members = [Owner("admin"), Member("alice")],
            },
            new RoomSeed
            {
                Id = "boardRoomBoard001",
                Name = "board",
                Fname = "Board",
                Type = "p",
                Members = [Owner("alice"), Member("bob")],
            },
            new RoomSeed
            {
                Id = "oldRoomOldRoom001",
                Name = "old-project",
                Type = "c",
                Archived = true,
                Members = [Owner("bob"), Member("alice")],
            },
            new RoomSeed
            {
                Id = "teamRoomTeamRoom1",
                Name = "crew",
                Type = "p",
                TeamId = "teamTeamTeamTeam1",
                TeamMain = true,
                Members = [Owner("admin"), Member("alice"), Member("bob")],
            },
            new RoomSeed
            {
                Id = "discussDiscuss001",
                Name = "Xk3vN8qLmP2sRtYwZ",
                Fname = "Lunch",
                Type = "c",
                Prid = "GENERAL",
                Members = [Owner("carol"), Member("alice")],
            },
            new RoomSeed { Id = "aliceAliceAlice01bobBobBobBobBob01", Type = "d", Members = [Member("alice"), Member("bob")] },
        ],
    };

    private static UserSeed Person(string id, string username, string name) => new()
    {
        Id = id,
        Username = username,
        Name = name,
        Password = $"{username}-password",
        Email = $"{username}@example.com",
    };

    private static MemberSeed Owner(string username) => new() { Username = username, Roles = ["owner"] };

    private static MemberSeed Member(string username) => new() { Username = username };
}
