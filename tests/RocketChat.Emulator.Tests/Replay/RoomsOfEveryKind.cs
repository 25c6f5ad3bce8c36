using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>The workspace of the recordings of 8.6.1 that begin with rooms of every kind, which the recorder made before.</summary>
internal static class RoomsOfEveryKind
{
    private static readonly DateTimeOffset Started = new(2026, 11, 29, 16, 19, 0, TimeSpan.Zero);

    public static WorkspaceSeed Seed { get; } = new()
    {
        Users =
        [
            new UserSeed
            {
                Id = "rocket.cat",
                Username = "rocket.cat",
                Name = "Rocket.Cat",
                Roles = ["bot"],
                Type = "bot",
                UtcOffset = 0,
                CreatedAt = Started,
            },
            Person("6b0c5074d78fbbf500a3c563", "rcadmin", "RC Admin") with
            {
                Roles = ["admin"],
                Email = "admin@example.org",
                LastLogin = Started,
            },
            Person("zjMx3iHQ2M9J2v72T", "xalice", "xalice") with { LastLogin = Started },
            Person("7jmsyuPe3nen6HdLp", "xbob", "xbob") with { LastLogin = Started },
            Person("AL6sscRJh4r7Hbfdc", "xcarol", "xcarol"),
        ],
        Rooms =
        [
            new RoomSeed
            {
                Id = "GENERAL",
                Name = "general",
                Type = "c",
                Default = true,
                CreatedAt = Started,
                Messages = 3,
                Creator = "rocket.cat",
                Members = [Member("xalice"), Member("xbob"), Member("xcarol")],
            },
            Room("6b0c5077d78fbbf500a3c574", "xpub", "c"),
            Room("6b0c5077d78fbbf500a3c578", "xpriv", "p"),
            Room("6b0c5077d78fbbf500a3c57c", "xarch", "c") with { Archived = true },
            Room("6b0c5077d78fbbf500a3c581", "xarchpriv", "p") with { Archived = true },
            Room("6b0c5077d78fbbf500a3c586", "xapriv", "p") with { Creator = "xalice", Members = [Owner("xalice"), Member("xbob")] },
            Room("6b0c5077d78fbbf500a3c589", "2cFaQtrCaXXW2rZp4", "c") with
            {
                Fname = "XTalk",
                Prid = "6b0c5077d78fbbf500a3c574",
                Topic = "xpub",
            },
            Room("6b0c5077d78fbbf500a3c590", "xcrew", "p") with { TeamId = "6b0c5077d78fbbf500a3c594", TeamMain = true },
            new RoomSeed
            {
                Id = "6b0c5077d78fbbf500a3c598",
                Type = "d",
                CreatedAt = Started,
                Members = [Member("rcadmin"), Member("xalice")],
            },
        ],
    };

    private static UserSeed Person(string id, string username, string name) => new()
    {
        Id = id,
        Username = username,
        Name = name,
        Email = $"{username}@example.org",
        CreatedAt = Started,
    };

    private static RoomSeed Room(string id, string name, string type) => new()
    {
        Id = id,
        Name = name,
        Type = type,
        CreatedAt = Started,
        Creator = "rcadmin",
        Members = [Owner("rcadmin"), Member("xalice"), Member("xbob")],
    };

    private static MemberSeed Owner(string username) => new() { Username = username, Roles = ["owner"] };

    private static MemberSeed Member(string username) => new() { Username = username };
}
