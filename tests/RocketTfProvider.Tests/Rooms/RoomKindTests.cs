using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The way of a change of owners for each kind of room: the one with the fewest side effects that leads there.</summary>
public sealed class RoomKindTests
{
    private const string Type = "rocketchat_room_owners";
    private const string Room = "roomRoomRoomRoom1";

    private static Schema Owners => RoomOwnersSchema.Instance;

    public static TheoryData<string, RoomSeed, string, string> Rooms => new()
    {
        { "channel", Seed("c"), "channels.addOwner", "channels.removeOwner" },
        { "channel of a team", Seed("c") with { TeamId = "teamTeamTeamTeam1" }, "channels.addOwner", "channels.removeOwner" },
        { "private", Seed("p", "admin"), "groups.addOwner", "groups.removeOwner" },
        { "private, from outside", Seed("p"), "roles.addUserToRole", "method.call/removeRoomOwner" },
        { "discussion", Seed("c") with { Prid = "parentParent00001", Fname = "Lunch" }, "channels.addOwner", "channels.removeOwner" },
        { "read-only", Seed("c") with { ReadOnly = true }, "channels.addOwner", "channels.removeOwner" },
        { "archived", Seed("c") with { Archived = true }, "roles.addUserToRole", "method.call/removeRoomOwner" },
        { "team", Seed("p", "admin") with { TeamId = "teamTeamTeamTeam1", TeamMain = true }, "groups.addOwner", "groups.removeOwner" },
        { "team, from outside", Team, "method.call/addRoomOwner", "method.call/removeRoomOwner" },
        { "federated", Seed("c") with { Federated = true }, "channels.addOwner", "channels.removeOwner" },
        { "federated, from outside", Seed("p") with { Federated = true }, "method.call/addRoomOwner", "method.call/removeRoomOwner" },
    };

    /// <summary>9.0 has no methods.</summary>
    public static TheoryData<string, RoomSeed, string, string> RoomsOfNewest => new()
    {
        { "channel", Seed("c"), "channels.addOwner", "channels.removeOwner" },
        { "private, from outside", Seed("p"), "roles.addUserToRole", "roles.removeUserFromRole" },
        { "archived", Seed("c") with { Archived = true }, "roles.addUserToRole", "roles.removeUserFromRole" },
        { "team", Seed("p", "admin") with { TeamId = "teamTeamTeamTeam1", TeamMain = true }, "groups.addOwner", "groups.removeOwner" },
        { "federated", Seed("c") with { Federated = true }, "channels.addOwner", "channels.removeOwner" },
    };

    public static TheoryData<string, RoomSeed, string> RoomsOutOfReach => new()
    {
        { "team, from outside", Team, "Add `admin` to the room first" },
        { "team, archived", Seed("p", "admin") with { TeamId = "teamTeamTeamTeam1", TeamMain = true, Archived = true }, "Unarchive" },
        { "federated, from outside", Seed("p") with { Federated = true }, "Add `admin` to the room first" },
    };

    [Theory, MemberData(nameof(Rooms))]
    public Task Swap_InRoomOfKind_GoesThatWay(string kind, RoomSeed room, string add, string remove) =>
        SwapAsync("8.8", kind, room, add, remove);

    [Theory, MemberData(nameof(RoomsOfNewest))]
    public Task Swap_WithoutMethods_GoesByEndpoints(string kind, RoomSeed room, string add, string remove) =>
        SwapAsync("9.0", kind, room, add, remove);

    /// <summary>Without methods there is no way into these rooms, and the plan says so instead of the apply.</summary>
    [Theory, MemberData(nameof(RoomsOutOfReach))]
    public async Task Swap_WithoutMethodsAndFromOutside_IsRefusedInThePlan(string kind, RoomSeed room, string remedy)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "9.0", Seed = Workspace(room) });

        var planned = await session.PlanAsync(Type, Owners, null, Bob);

        Assert.True(planned.Headlines.Contains("Error: Owners of \"the-room\" cannot be changed"), kind);
        planned.With(remedy);
    }

    /// <summary>
    /// Old servers show no owners of an archived room to members, new ones let only those change them who may change roles; between them,
    /// the method does it.
    /// </summary>
    [Theory]
    [InlineData("6.5", "Error: Permission denied", "before Rocket.Chat 7.3")]
    [InlineData("7.10", null, null)]
    [InlineData("8.6", null, null)]
    [InlineData("9.0", "Error: Owners of \"the-room\" cannot be set", "`access-permissions`")]
    public async Task Swap_InAnArchivedRoomByItsPlainOwner_WorksOrIsRefusedInThePlan(string version, string? error, string? reason)
    {
        foreach (var type in (string[])["c", "p"])
        {
            await using var session = await ProviderSession.StartAsync(
                options: new() { VersionProfile = version, Seed = Workspace(Seed(type) with { Archived = true }) });
            await session.ConfigureAsync(
                SmallWorkspace.Alice, session.Workspace.AddPersonalAccessToken(SmallWorkspace.Alice, "terraform", bypassTwoFactor: true));

            var planned = await session.PlanAsync(Type, Owners, null, Bob);
            if (error is not null)
            {
                Assert.Equal([error], planned.Headlines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
                planned.With(reason!);
                continue;
            }

            (await session.ApplyAsync(Type, Owners, null, Bob, planned)).HasNoError();
            Assert.Equal(["bob"], session.Workspace.OwnersOf(Room));
        }
    }

    private static TfValue Bob => ProviderSession.ObjectOf(Owners, new()
    {
        ["room_id"] = TfValue.Of(Room),
        ["user_ids"] = TfValue.Set([TfValue.Of("bobBobBobBobBob01")]),
    });

    private static async Task SwapAsync(string version, string kind, RoomSeed room, string add, string remove)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version, Seed = Workspace(room) });
        var planned = await session.PlanAsync(Type, Owners, null, Bob);
        (await session.ApplyAsync(Type, Owners, null, Bob, planned)).Says();

        Assert.Equal(["bob"], session.Workspace.OwnersOf(Room));
        var taken = session.Requests.Where(
            request => request.StartsWith("POST", StringComparison.Ordinal) && request.EndsWith("200", StringComparison.Ordinal));
        Assert.True(
            taken.SequenceEqual([$"POST /api/v1/{add} -> 200", $"POST /api/v1/{remove} -> 200"]), $"{kind}: {string.Join(", ", taken)}");
    }

    private static WorkspaceSeed Workspace(RoomSeed room) =>
        room.Prid is null ? SmallWorkspace.With(room) : SmallWorkspace.With(room, Parent(room.Prid));

    private static RoomSeed Team => Seed("p") with { TeamId = "teamTeamTeamTeam1", TeamMain = true };

    private static RoomSeed Parent(string id) =>
        new() { Id = id, Name = "parent", Type = "c", Members = [new MemberSeed { Username = "alice", Roles = ["owner"] }] };

    private static RoomSeed Seed(string type, params string[] more) => new()
    {
        Id = Room,
        Name = "the-room",
        Type = type,
        Members =
        [
            new MemberSeed { Username = "alice", Roles = ["owner"] },
            new MemberSeed { Username = "bob" },
            .. more.Select(username => new MemberSeed { Username = username }),
        ],
    };
}
