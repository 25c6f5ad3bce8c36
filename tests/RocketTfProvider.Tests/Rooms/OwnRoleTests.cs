using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>An account that gives its own role away needs the role to remove the others, whose names come later in the list.</summary>
public sealed class OwnRoleTests
{
    private const string Type = "rocketchat_room_owners";
    private const string Single = "rocketchat_room_owner";
    private const string Board = "boardRoomBoard001";
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Carol = "carolCarolCarol01";

    private static Schema Owners => RoomOwnersSchema.Instance;

    [BehaviorRow("room_owners", "own-role")]
    [Fact]
    public async Task Apply_ThatRemovesTheOwnRoleAndOthers_RemovesTheOwnRoleLast()
    {
        await using var session = await StartAsync();
        session.Workspace.AddOwner("board", "bob");
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        var config = Config("keep", Carol);

        (await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config))).HasNoError();

        Assert.Equal(["carol"], session.Workspace.OwnersOf("board"));
    }

    [Fact]
    public async Task Destroy_ThatRemovesTheOwnRoleAndOthers_RemovesTheOwnRoleLast()
    {
        await using var session = await StartAsync();
        session.Workspace.RemoveOwner("board", "alice");
        var config = Config("remove_added", Alice, Bob, Carol);
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);

        var planned = (await session.PlanAsync(Type, Owners, made, null)).Says(
            "Warning: Owners of \"board\" will change", "Warning: Provider loses its own role in \"board\"");
        (await session.ApplyAsync(Type, Owners, made, null, planned)).HasNoError();

        Assert.Equal(["carol"], session.Workspace.OwnersOf("board"));
    }

    [Fact]
    public async Task DestroyPlan_ThatLeavesTheOwnRole_DoesNotSpeakOfIt()
    {
        await using var session = await StartAsync();
        var config = Config("remove_added", Alice, Bob, Carol);
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);

        (await session.PlanAsync(Type, Owners, made, null)).Says("Warning: Owners of \"board\" will change");
    }

    [Fact]
    public async Task DestroyPlan_ForAnAdministrator_DoesNotSpeakOfTheOwnRole()
    {
        await using var session = await StartAsync();
        session.Workspace.AddMember("board", "admin");
        var config = Config("remove_added", DefaultSeed.AdminId, Alice, Carol);
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        var one = await MakeSingleAsync(session, Board, DefaultSeed.AdminId);
        await session.NextRunAsync();

        (await session.PlanAsync(Type, Owners, made, null)).Says("Warning: Owners of \"board\" will change");
        (await session.PlanAsync(Single, RoomOwnerSchema.Instance, one, null)).Says();
    }

    [Fact]
    public async Task DestroyPlanOfOneOwner_ThatLeavesTheOwnRole_SaysNothing()
    {
        await using var session = await StartAsync();
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        var made = await MakeSingleAsync(session, Board, Bob);
        await session.NextRunAsync();

        (await session.PlanAsync(Single, RoomOwnerSchema.Instance, made, null)).Says();
    }

    // The room is known to keep an owner without a look at its owners: carol owns several of the rooms that were read.
    [Fact]
    public async Task DestroyPlanOfTheOwnRole_WhereAnotherOwnsManyRooms_Warns()
    {
        await using var session = await StartAsync();
        session.Workspace.AddMember("crew", "carol");
        session.Workspace.AddOwner("crew", "carol");
        session.Workspace.AddOwner("crew", "alice");
        session.Workspace.Grant("view-other-user-channels", "user");
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        var made = await MakeSingleAsync(session, Board, Alice);
        var other = await MakeSingleAsync(session, "teamRoomTeamRoom1", Alice);
        await session.NextRunAsync();
        await session.RefreshAsync(Single, RoomOwnerSchema.Instance, made);
        await session.RefreshAsync(Single, RoomOwnerSchema.Instance, other);
        session.Server.ClearRequests();

        (await session.PlanAsync(Single, RoomOwnerSchema.Instance, made, null))
            .Says("Warning: Provider loses its own role in \"board\"").With("`alice`");
        Assert.Contains(session.Requests, request => request.Contains("users.info", StringComparison.Ordinal));
    }

    private static async Task<ProviderSession> StartAsync()
    {
        var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("board", "carol");
        return session;
    }

    private static async Task<Outcome> MakeSingleAsync(ProviderSession session, string roomId, string userId)
    {
        var (schema, config) = (RoomOwnerSchema.Instance, ProviderSession.ObjectOf(
            RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of(roomId), ["user_id"] = TfValue.Of(userId) }));
        var made = await session.ApplyAsync(Single, schema, null, config, await session.PlanAsync(Single, schema, null, config));
        return made.HasNoError();
    }

    private static TfValue Config(string onDestroy, params string[] userIds) => ProviderSession.ObjectOf(Owners, new()
    {
        ["room_id"] = TfValue.Of(Board),
        ["user_ids"] = TfValue.Set(userIds.Select(TfValue.Of)),
        ["on_destroy"] = TfValue.Of(onDestroy),
    });
}
