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

        var planned = (await session.PlanAsync(Type, Owners, made, null)).HasNoError();
        (await session.ApplyAsync(Type, Owners, made, null, planned)).HasNoError();

        Assert.Equal(["carol"], session.Workspace.OwnersOf("board"));
    }

    private static async Task<ProviderSession> StartAsync()
    {
        var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("board", "carol");
        return session;
    }

    private static TfValue Config(string onDestroy, params string[] userIds) => ProviderSession.ObjectOf(Owners, new()
    {
        ["room_id"] = TfValue.Of(Board),
        ["user_ids"] = TfValue.Set(userIds.Select(TfValue.Of)),
        ["on_destroy"] = TfValue.Of(onDestroy),
    });
}
