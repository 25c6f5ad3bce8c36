using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Which way a change of owners goes, for each kind of room: the one with the fewest side effects that leads there.</summary>
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

    [Theory, MemberData(nameof(Rooms))]
    public async Task Swap_InRoomOfKind_GoesThatWay(string kind, RoomSeed room, string add, string remove)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { Seed = Workspace(room) });
        var config = ProviderSession.Whole(Owners, new()
        {
            ["room_id"] = TfValue.Of(Room),
            ["user_ids"] = TfValue.Set([TfValue.Of(SmallWorkspace.Bob)]),
        });

        var planned = await session.PlanAsync(Type, Owners, null, config);
        (await session.ApplyAsync(Type, Owners, null, config, planned)).Says();

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
