using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>Each row of the table "Special rooms" in <c>docs/resources/room_owner.md</c>: that it works, and by which way.</summary>
public sealed class SpecialRoomTests
{
    private const string Room = "roomRoomRoomRoom1";

    private static RoomSeed Plain { get; } = new()
    {
        Id = Room,
        Name = "room",
        Type = "c",
        Members =
        [
            new MemberSeed { Username = "admin", Roles = ["owner"] },
            new MemberSeed { Username = "alice" },
        ],
    };

    private static RoomSeed WithoutUs { get; } = Plain with
    {
        Type = "p",
        Members = [new MemberSeed { Username = "bob", Roles = ["owner"] }, new MemberSeed { Username = "alice" }],
    };

    public static IEnumerable<(string What, RoomSeed Seed, string Path)> Rooms =>
    [
        ("main room of a team", Plain with { TeamId = "team1", TeamMain = true }, "channels.addOwner"),
        ("private main room of a team, not in it", WithoutUs with { TeamId = "team1", TeamMain = true }, "method.call/addRoomOwner"),
        ("channel of a team", Plain with { TeamId = "team1" }, "channels.addOwner"),
        ("discussion", Plain with { Prid = "GENERAL", Name = "Xk3vN8qLmP2sRtYwA", Fname = "Lunch" }, "channels.addOwner"),
        ("archived", Plain with { Archived = true }, "roles.addUserToRole"),
        ("archived main room of a team", Plain with { TeamId = "team1", TeamMain = true, Archived = true }, "method.call/addRoomOwner"),
        ("private, not in it", WithoutUs, "roles.addUserToRole"),
        ("read-only", Plain with { ReadOnly = true }, "channels.addOwner"),
        ("encrypted", Plain with { Type = "p", Encrypted = true }, "groups.addOwner"),
        ("federated", Plain with { Federated = true }, "channels.addOwner"),
        ("private and federated, not in it", WithoutUs with { Federated = true }, "method.call/addRoomOwner"),
    ];

    /// <summary>The newest version with every CLI, the others with one.</summary>
    public static IEnumerable<TheoryDataRow<Toolchain, string, string>> EachOnEachVersion =>
        from room in Rooms
        from version in new[] { "6.5", "7.10", "8.8", "9.0" }

        // 9.0 has no methods: the plan refuses these rooms.
        where version != "9.0" || !room.Path.StartsWith("method.call/", StringComparison.Ordinal)
        from toolchain in version == "9.0" ? Toolchain.All : [Toolchain.Shipped]
        select new TheoryDataRow<Toolchain, string, string>(toolchain, room.What, version);

    [Theory, MemberData(nameof(EachOnEachVersion), DisableDiscoveryEnumeration = true)]
    public async Task Owner_OfASpecialRoom_ComesAndGoesByTheDocumentedWay(Toolchain toolchain, string what, string version)
    {
        var (_, room, path) = Rooms.Single(row => row.What == what);
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            $$"""
            resource "rocketchat_room_owner" "this" {
              room_id  = "{{Room}}"
              username = "alice"
            }
            """,
            new EmulatorOptions { VersionProfile = version, Seed = SeedWith(room) });
        var before = fixture.Workspace.OwnersOf(Room);

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("Warning");

        Assert.Contains("alice", fixture.Workspace.OwnersOf(Room));
        Assert.Contains($"POST /api/v1/{path} -> 200", fixture.Requests);
        AssertTeamAgrees();
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(before, fixture.Workspace.OwnersOf(Room));
        Assert.Contains("alice", fixture.Workspace.MembersOf(Room));
        AssertTeamAgrees();

        void AssertTeamAgrees()
        {
            if (room.TeamMain)
            {
                Assert.Equal(fixture.Workspace.OwnersOf(Room), fixture.Workspace.TeamOwnersOf("team1"));
            }
        }
    }

    [Theory, EveryToolchain]
    public async Task Owner_OfADirectMessage_IsRefusedInThePlan(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            resource "rocketchat_room_owner" "this" {
              room_id  = "aliceAliceAlice01bobBobBobBobBob01"
              username = "alice"
            }
            """);

        (await fixture.Cli.PlanAsync("-compact-warnings")).Says("cannot have an owner");
    }

    private static WorkspaceSeed SeedWith(RoomSeed room) => SmallWorkspace.With(
        new RoomSeed
        {
            Id = "GENERAL",
            Name = "general",
            Type = "c",
            Members = [new MemberSeed { Username = "admin", Roles = ["owner"] }],
        },
        room);
}
