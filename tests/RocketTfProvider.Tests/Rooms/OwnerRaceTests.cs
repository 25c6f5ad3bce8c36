using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Two runs at once on one room, whose answers are late: each decides on a list that the other changes.</summary>
public sealed class OwnerRaceTests
{
    private const string Owner = "rocketchat_room_owner";
    private const string Owners = "rocketchat_room_owners";
    private const string Alice = SmallWorkspace.Alice;
    private const string Bob = SmallWorkspace.Bob;
    private const string Room = "roomRoomRoomRoom1";

    private static readonly string[] BothOwners = ["alice", "bob"];
    private static readonly string[] Refusals =
        ["Owners changed during the apply", "Owners changed since the plan", "Last owner of \"the-room\""];

    /// <summary>Kinds of rooms, by the route that a removal takes in them.</summary>
    public static TheoryData<string, bool> Races
    {
        get
        {
            var races = new TheoryData<string, bool>();
            foreach (var route in (string[])["room", "method", "role", "archived", "team"])
            {
                races.Add(route, true);
                races.Add(route, false);
            }

            return races;
        }
    }

    [Theory, MemberData(nameof(Races))]
    public async Task TwoDestroys_AtOnce_LeaveAnOwnerAndOneIsRefused(string route, bool isList)
    {
        await using var one = await ProviderSession.StartAsync(options: new() { VersionProfile = "8.8", Seed = Workspace(route) });
        await using var two = await one.StartAnotherAsync();
        var (type, schema) = isList ? (Owners, RoomOwnersSchema.Instance) : (Owner, RoomOwnerSchema.Instance);
        var (ofAlice, ofBob) = isList
            ? (await MakeAsync(one, type, schema, List("remove_added", "carolCarolCarol01", Alice)),
                await MakeAsync(two, type, schema, List("remove_added", "carolCarolCarol01", Alice, Bob)))
            : (await MakeAsync(one, type, schema, Single(Alice)), await MakeAsync(two, type, schema, Single(Bob)));
        one.Workspace.RemoveOwner(Room, "carol");
        Assert.Equal(BothOwners, one.Workspace.OwnersOf(Room));

        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(one.NextRunAsync(), two.NextRunAsync());
            var (first, second) = (await one.PlanAsync(type, schema, ofAlice, null), await two.PlanAsync(type, schema, ofBob, null));
            AddLatency(one, route);
            var outcomes = await Task.WhenAll(
                one.ApplyAsync(type, schema, ofAlice, null, first), two.ApplyAsync(type, schema, ofBob, null, second));
            one.Server.Faults.Clear();

            var owners = one.Workspace.OwnersOf(Room);
            Assert.NotEmpty(owners);
            Assert.All(outcomes.Where(outcome => outcome.HasError), outcome => outcome.Says("Error: Last owner of \"the-room\""));
            Assert.Equal(owners, BothOwners.Where((_, index) => outcomes[index].HasError));
            Array.ForEach(BothOwners, owner => one.Workspace.AddOwner(Room, owner));
        }
    }

    [Theory]
    [InlineData("room")]
    [InlineData("method")]
    [InlineData("role")]
    [InlineData("archived")]
    [InlineData("team")]
    public async Task TwoLists_AtOnce_AreNotBothApplied(string route)
    {
        await using var one = await ProviderSession.StartAsync(options: new() { VersionProfile = "8.8", Seed = Workspace(route) });
        await using var two = await one.StartAnotherAsync();
        var schema = RoomOwnersSchema.Instance;
        var (wantsAlice, wantsBob) = (List("keep", Alice), List("keep", Bob));
        for (var round = 0; round < 2; round++)
        {
            one.Workspace.AddOwner(Room, "carol");
            Array.ForEach(BothOwners, owner => one.Workspace.RemoveOwner(Room, owner));
            await Task.WhenAll(one.NextRunAsync(), two.NextRunAsync());
            var (first, second) = (await one.PlanAsync(Owners, schema, null, wantsAlice), await two.PlanAsync(
                Owners, schema, null, wantsBob));
            AddLatency(one, route);
            var outcomes = await Task.WhenAll(
                one.ApplyAsync(Owners, schema, null, wantsAlice, first), two.ApplyAsync(Owners, schema, null, wantsBob, second));
            one.Server.Faults.Clear();

            Assert.NotEmpty(one.Workspace.OwnersOf(Room));
            Assert.Contains(outcomes, outcome => outcome.HasError);
            Assert.All(outcomes.Where(outcome => outcome.HasError), outcome => Assert.Contains(Assert.Single(outcome.Errors), Refusals));
        }
    }

    [Fact]
    public async Task Apply_WhileSomebodyAddsAnOwner_ReportsBothListsAndKeepsTheTrueOnes()
    {
        await using var session = await StartAsync("addOwner", workspace => workspace.AddOwner("GENERAL", "carol"));

        var applied = await ApplyToGeneralAsync(session);

        applied.Says("Error: Owners changed during the apply")
            .With("The configuration lists `admin`, `alice` as owners of the room `general`; now `admin`, `alice`, `carol` own it.");
        Assert.Equal(["admin", "alice", "carol"], applied.SortedStrings("usernames"));

        session.Workspace.RemoveOwner("GENERAL", "carol");
        await session.NextRunAsync();
        var read = await session.RefreshAsync(Owners, RoomOwnersSchema.Instance, applied);
        (await session.PlanAsync(Owners, RoomOwnersSchema.Instance, read, List("keep", Alice).With("room_id", TfValue.Of("GENERAL"))))
            .With("No longer an owner: `carol`.");
    }

    [Fact]
    public async Task Apply_WhileSomebodyRemovesAnOwner_ReportsBothListsAndKeepsTheTrueOnes()
    {
        await using var session = await StartAsync("addOwner", workspace => workspace.RemoveOwner("GENERAL", "admin"));

        var applied = await ApplyToGeneralAsync(session);

        applied.Says("Error: Owners changed during the apply")
            .With(
                "The configuration lists `admin`, `alice` as owners of the room `general`; now `alice` owns it. Another run, or somebody "
                + "in Rocket.Chat, changed the owners at the same time. "
                + "Make a new plan, and check who gains and who loses the ownership. If "
                + "two configurations manage the room, remove it from one of them.");
        Assert.Equal(["alice"], applied.SortedStrings("usernames"));
    }

    [Fact]
    public async Task Destroy_WhileSomebodyRemovesTheOwnerWhoStays_GivesBackWhatItRemoved()
    {
        await using var session = await StartAsync("removeOwner", workspace => workspace.RemoveOwner(Room, "carol"), Workspace("room"));
        var made = await MakeAsync(
            session, Owners, RoomOwnersSchema.Instance, List("remove_added", "carolCarolCarol01", Alice, Bob));
        await session.NextRunAsync();

        var planned = await session.PlanAsync(Owners, RoomOwnersSchema.Instance, made, null);
        var refused = await session.ApplyAsync(Owners, RoomOwnersSchema.Instance, made, null, planned);

        refused.Says("Error: Last owner of \"the-room\"");
        Assert.Equal(BothOwners, session.Workspace.OwnersOf(Room).Order());
    }

    /// <summary>A run whose requests to these endpoints somebody precedes with a change.</summary>
    private static async Task<ProviderSession> StartAsync(
        string endpoint, Action<EmulatedWorkspace> change, WorkspaceSeed? seed = null)
    {
        ProviderSession? session = null;
        void Precede(string path)
        {
            if (session is not null && path.EndsWith(endpoint, StringComparison.Ordinal))
            {
                change(session.Workspace);
            }
        }

        var options = new EmulatorOptions { OnRequest = request => Precede(request.Path) };
        return session = await ProviderSession.StartAsync(options: seed is null ? options : options with { Seed = seed });
    }

    private static async Task<Outcome> ApplyToGeneralAsync(ProviderSession session)
    {
        var schema = RoomOwnersSchema.Instance;
        var config = List("keep", DefaultSeed.AdminId, Alice).With("room_id", TfValue.Of("GENERAL"));
        return await session.ApplyAsync(Owners, schema, null, config, await session.PlanAsync(Owners, schema, null, config));
    }

    // Each request is late, so that both runs read the owners before either removes one.
    private static void AddLatency(ProviderSession session, string route)
    {
        if (route == "role")
        {
            session.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "*removeRoomOwner", Status = 403 });
        }

        session.Server.Faults.Add(new Fault { Kind = FaultKind.Latency, Milliseconds = 40 });
    }

    private static async Task<Outcome> MakeAsync(ProviderSession session, string type, Schema schema, TfValue config)
    {
        var made = await session.ApplyAsync(type, schema, null, config, await session.PlanAsync(type, schema, null, config));
        return made.HasNoError();
    }

    private static TfValue Single(string userId) =>
        ProviderSession.ObjectOf(RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of(Room), ["user_id"] = TfValue.Of(userId) });

    private static TfValue List(string onDestroy, params string[] userIds) => ProviderSession.ObjectOf(RoomOwnersSchema.Instance, new()
    {
        ["room_id"] = TfValue.Of(Room),
        ["user_ids"] = TfValue.Set(userIds.Select(TfValue.Of)),
        ["on_destroy"] = TfValue.Of(onDestroy),
    });

    private static WorkspaceSeed Workspace(string route) => SmallWorkspace.With(new RoomSeed
    {
        Id = Room,
        Name = "the-room",
        Type = route == "room" ? "c" : "p",
        Archived = route == "archived",
        TeamId = route == "team" ? "teamTeamTeamTeam1" : null,
        TeamMain = route == "team",
        Members =
        [
            new MemberSeed { Username = "carol", Roles = ["owner"] },
            new MemberSeed { Username = "alice" },
            new MemberSeed { Username = "bob" },
        ],
    });
}
