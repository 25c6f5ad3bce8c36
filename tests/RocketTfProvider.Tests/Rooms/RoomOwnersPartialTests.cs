using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Changes that the server refuses half-way: the state has what was done.</summary>
public sealed class RoomOwnersPartialTests
{
    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";

    [Fact]
    public async Task Update_RefusedAfterTheAddition_HasTheNewOwnerAndTheFormer()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        var refused = await UpdateAsync(session, [Admin, Alice], [Admin, Bob], removals: 0);

        Assert.Equal(["admin", "alice", "bob"], refused.SortedStrings("usernames"));
        Assert.Equal([Admin, Alice, Bob], refused.SortedStrings("user_ids"));

        session.Workspace.RemoveOwner("GENERAL", "bob");
        (await resource.PlanAsync(refused, Owners(Admin, Alice))).Planned.With("No longer an owner: `bob`.");
    }

    [Fact]
    public async Task Update_RefusedAfterTheAddition_IsDestroyedWithAllThatItAdded()
    {
        await using var session = await StartAsync();
        var refused = await UpdateAsync(session, [Admin, Alice], [Admin, Bob], removals: 0);

        await On(session).ApplyAsync(refused, null);

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    // Only a create that failed half-way is replaced because of that, and leaves its owners to its successor.
    [Fact]
    public async Task Update_RefusedAfterTheAddition_IsReplacedAsAnyOther()
    {
        await using var session = await StartAsync();
        var refused = await UpdateAsync(session, [Admin, Alice], [Admin, Bob], removals: 0);

        await On(session).ReplaceAsync(
            refused, Owners(Admin).With("room_id", TfValue.Of("annRoomAnnRoom001")), createsFirst: false);

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Update_RefusedAfterTheFirstRemoval_HasThoseWhoAreLeft()
    {
        await using var session = await StartAsync();
        var refused = await UpdateAsync(session, [Admin, Alice], [Bob], removals: 1);

        Assert.Equal(["admin", "bob"], refused.SortedStrings("usernames"));

        session.Workspace.AddOwner("GENERAL", "alice");
        await On(session).ApplyAsync(refused, null);
        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Destroy_RefusedAfterTheFirstRemoval_GivesNothingBack()
    {
        await using var session = await StartAsync();
        var resource = On(session);
        session.Workspace.AddOwner("GENERAL", "bob");
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var made = await resource.ApplyAsync(null, Owners(Admin, Alice, Bob));
        var plan = await resource.PlanAsync(made, null);
        RefuseRemovals(session, after: 1);

        var refused = await resource.ApplyAsync(plan);

        Assert.DoesNotContain("Last owner of \"general\"", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(["admin", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Replacement_WhoseFormerOwnerCannotBeRemoved_HasTheNewOne()
    {
        await using var session = await StartAsync();
        var (type, schema) = (RoomOwnerResource.Name, RoomOwnerSchema.Instance);
        var resource = new ResourceLifecycle(session, type, schema);
        var made = await resource.ApplyAsync(null, One(Alice));
        session.Workspace.RemoveOwner("GENERAL", "admin");
        await session.NextRunAsync();
        (await session.ApplyAsync(type, schema, made, null, made with { Value = TfValue.Null })).Says();
        RefuseRemovals(session, after: 0);

        var refused = await session.ApplyAsync(type, schema, null, One(Bob), await session.PlanAsync(type, schema, null, One(Bob)));

        Assert.True(refused.HasError);
        Assert.Equal("bob", refused.At("username").String);
        Assert.Equal(["alice", "bob"], session.Workspace.OwnersOf("GENERAL"));

        TfValue One(string userId) => resource.Config(("room_id", TfValue.Of("GENERAL")), ("user_id", TfValue.Of(userId)));
    }

    private static async Task<ProviderSession> StartAsync()
    {
        var session = await ProviderSession.StartAsync();
        await session.ConfigureAsync(Admin, DefaultSeed.AdminToken, maxRetries: 0);
        return session;
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, RoomOwnersResource.Name, RoomOwnersSchema.Instance);

    private static TfValue Owners(params string[] userIds) => ResourceLifecycle.Config(
        RoomOwnersSchema.Instance,
        [
            ("room_id", TfValue.Of("GENERAL")),
            ("user_ids", TfValue.Set(userIds.Select(TfValue.Of))),
            ("on_destroy", TfValue.Of("remove_added")),
        ]);

    /// <summary>An update that the server refuses after so many removals.</summary>
    private static async Task<Outcome> UpdateAsync(ProviderSession session, string[] before, string[] after, int removals)
    {
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Owners(before));
        var plan = await resource.PlanAsync(made, Owners(after));
        RefuseRemovals(session, removals);
        var refused = await resource.ApplyAsync(plan);
        Assert.True(refused.HasError);
        session.Server.Faults.Clear();
        return refused;
    }

    private static void RefuseRemovals(ProviderSession session, int after)
    {
        if (after > 0)
        {
            session.Server.Faults.Add(new Fault { Kind = FaultKind.Latency, Path = "*removeOwner", Milliseconds = 0, Count = after });
        }

        session.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 500, Path = "*removeOwner" });
    }
}
