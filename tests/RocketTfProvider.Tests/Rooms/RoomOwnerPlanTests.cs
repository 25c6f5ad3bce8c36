using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The guards of a single ownership: the same that the whole list has.</summary>
public sealed class RoomOwnerPlanTests
{
    private const string Type = "rocketchat_room_owner";
    private const string Alice = "aliceAliceAlice01";

    private static Schema Owner => RoomOwnerSchema.Instance;

    [BehaviorRow("room_owner", "new")]
    [Fact]
    public async Task Plan_OfOutsider_IsRefusedBeforeAnythingIsDone()
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.PlanAsync(Type, Owner, null, Config("annRoomAnnRoom001", "bobBobBobBobBob01")))
            .Says("Error: User \"bob\" is not a member of \"announcements\"")
            .With("`bob` is not a member of the room `announcements`");

        await session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken, "warn");
        (await session.PlanAsync(Type, Owner, null, Config("annRoomAnnRoom001", "bobBobBobBobBob01")))
            .Says("Warning: User \"bob\" is not a member of \"announcements\"");
    }

    [Fact]
    public async Task Plan_AfterTheRunHasChangedOwners_IsCheckedAsBefore()
    {
        await using var session = await ProviderSession.StartAsync();
        await MakeAsync(session, Config("GENERAL", Alice));

        (await session.PlanAsync(Type, Owner, null, Config("annRoomAnnRoom001", "bobBobBobBobBob01")))
            .Says("Error: User \"bob\" is not a member of \"announcements\"");
        (await session.PlanAsync(Type, Owner, null, Config("GENERAL", "daveDaveDaveDav01")))
            .Says("Warning: Deactivated owner \"dave\" of \"general\"");
        (await session.PlanAsync(Type, Owner, null, Config("GENERAL", Alice))).Says("Warning: User \"alice\" already owns \"general\"");
    }

    [Fact]
    public async Task Plan_AfterTheRunHasInvitedTheUser_SeesTheMemberAndTheOwner()
    {
        await using var session = await ProviderSession.StartAsync();
        var (room, bob) = ("annRoomAnnRoom001", "bobBobBobBobBob01");
        (await session.PlanAsync(Type, Owner, null, Config(room, bob))).Says("Error: User \"bob\" is not a member of \"announcements\"");
        var invites = Config(room, bob).With("invite_members", TfValue.Of(true));

        var planned = await session.PlanAsync(Type, Owner, null, invites);
        planned.Says("Warning: User \"bob\" is invited to \"announcements\"");
        (await session.ApplyAsync(Type, Owner, null, invites, planned)).HasNoError();

        (await session.PlanAsync(Type, Owner, null, Config(room, bob))).Says("Warning: User \"bob\" already owns \"announcements\"");
    }

    [Fact]
    public async Task Create_OfAnOwnershipThatSomebodyGaveAfterThePlan_AdoptsIt()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config("GENERAL", Alice);
        var planned = await session.PlanAsync(Type, Owner, null, config);
        session.Workspace.AddOwner("GENERAL", "alice");

        var made = await session.ApplyAsync(Type, Owner, null, config, planned);

        made.Says();
        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("GENERAL"));
        await session.NextRunAsync();
        (await session.ApplyAsync(Type, Owner, made, null, await session.PlanAsync(Type, Owner, made, null))).Says();
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "destroy-remove")]
    [Fact]
    public async Task Destroy_OfLastActiveOwner_IsRefusedAlthoughDeactivatedOnesStay()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("GENERAL", "dave");
        var made = await MakeAsync(session, Config("GENERAL", Alice));
        session.Workspace.RemoveOwner("GENERAL", "admin");

        var planned = await session.PlanAsync(Type, Owner, made, null);
        planned.Says("Warning: Last owner of \"general\"")
            .With("`alice` is the only active owner of the room `general` (`dave` cannot act)");
        (await session.ApplyAsync(Type, Owner, made, null, planned)).Says("Error: Last owner of \"general\"")
            .With("the other owners are deactivated: dave");
        Assert.Equal(["alice", "dave"], session.Workspace.OwnersOf("GENERAL"));

        session.Workspace.AddOwner("GENERAL", "bob");
        (await session.ApplyAsync(Type, Owner, made, null, planned)).Says();
        Assert.Equal(["bob", "dave"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Destroy_OfDeactivatedOwner_IsAllowedWhereNobodyCouldActBefore()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", "daveDaveDaveDav01"));
        session.Workspace.AddOwner("GENERAL", "carol");
        session.Workspace.RemoveOwner("GENERAL", "admin");
        session.Workspace.SetActive("carol", false);

        var planned = await session.PlanAsync(Type, Owner, made, null);
        planned.Says();
        (await session.ApplyAsync(Type, Owner, made, null, planned)).Says();

        Assert.Equal(["carol"], session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "destroy-remove")]
    [Fact]
    public async Task Destroy_OfOwnRoleOfPlainAccount_Warns()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("board", "bob");
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        var config = Config("boardRoomBoard001", Alice);
        var made = await session.ApplyAsync(Type, Owner, null, config, await session.PlanAsync(Type, Owner, null, config));
        made.Says();
        await session.NextRunAsync();

        (await session.PlanAsync(Type, Owner, made, null)).Says("Warning: Provider loses its own role in \"board\"").With("`alice`");
    }

    [Fact]
    public async Task Destroy_OfOwnerWhomTheListOfThisRunWants_KeepsTheOwnership()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", Alice));
        var list = RoomOwnersSchema.Instance;
        var wanted = ProviderSession.ObjectOf(
            list, new() { ["room_id"] = TfValue.Of("GENERAL"), ["user_ids"] = TfValue.Set([TfValue.Of(Alice)]) });
        var planned = await session.PlanAsync(Type, Owner, made, null);
        await session.ApplyAsync(
            "rocketchat_room_owners", list, null, wanted, await session.PlanAsync("rocketchat_room_owners", list, null, wanted));

        session.Server.ClearRequests();
        (await session.ApplyAsync(Type, Owner, made, null, planned)).Says("Warning: Owner \"alice\" of \"general\" is kept");

        Assert.Equal(["alice"], session.Workspace.OwnersOf("GENERAL"));
        Assert.DoesNotContain(session.Requests, request => request.Contains("getUsersInRole", StringComparison.Ordinal));
    }

    private static TfValue Config(string roomId, string userId) =>
        ProviderSession.ObjectOf(Owner, new() { ["room_id"] = TfValue.Of(roomId), ["user_id"] = TfValue.Of(userId) });

    private static async Task<Outcome> MakeAsync(ProviderSession session, TfValue config)
    {
        var made = await session.ApplyAsync(Type, Owner, null, config, await session.PlanAsync(Type, Owner, null, config));
        Assert.True(made.Value.IsPresent, made.Messages);
        await session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken);
        return made;
    }
}
