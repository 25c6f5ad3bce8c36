using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// Memories of objects about owners, from one run for the next ones: names, the owners that were seen, and those that they added.
/// </summary>
public sealed class OwnerMemoryTests
{
    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";

    // Without a refresh before its apply, the state does not have the name that the configuration has by then.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NameOfTheConfiguration_IsKnownAfterTwoRenames(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = isList ? List(session) : Single(session);
        var made = await resource.ApplyAsync(null, Config("general", "alice", "keep"));
        Rename("hall", "alina");
        var config = Config("hall", "alina", isList ? "remove_added" : "remove");
        var applied = (await resource.ApplyAsync(await resource.PlanUnreadAsync(made, config))).HasNoError();
        Rename("lobby", "alison");

        var planned = (await resource.HasNothingToDoAsync(applied, config)).Planned;

        Assert.Empty(planned.Replacing);
        planned.Says(
            isList
                ? ["Warning: Room \"hall\" was renamed"]
                : ["Warning: Room \"hall\" was renamed", "Warning: User \"alina\" was renamed"]);

        void Rename(string room, string user)
        {
            session.Workspace.RenameRoom("GENERAL", room);
            session.Workspace.RenameUser(Alice, user);
        }

        TfValue Config(string room, string user, string onDestroy) => resource.Config(
            ("room_name", TfValue.Of(room)),
            ("on_destroy", TfValue.Of(onDestroy)),
            isList ? ("user_ids", Set(Admin, Alice)) : ("username", TfValue.Of(user)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NameOfTheState_IsKnownAfterARename(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = isList ? List(session) : Single(session);
        var user = isList ? ("user_ids", Set(Admin, Alice)) : ("user_id", TfValue.Of(Alice));
        var made = await resource.ApplyAsync(null, resource.Config(("room_id", TfValue.Of("GENERAL")), user));
        session.Workspace.RenameRoom("GENERAL", "hall");
        session.Workspace.RenameUser(Alice, "alina");
        var read = await resource.RefreshAsync(made);

        var byName = resource.Config(("room_name", TfValue.Of("general")), isList ? user : ("username", TfValue.Of("alice")));
        var planned = (await resource.HasNothingToDoAsync(read, byName)).Planned;

        Assert.Empty(planned.Replacing);
        Assert.Contains("Warning: Room \"general\" was renamed", planned.Headlines);
    }

    [Fact]
    public async Task OwnerWhoCameOutsideAndIsGoneAgain_IsCalledByName()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = (List(session), Owners("keep", Admin, Alice));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.AddOwner("GENERAL", "carol");
        var read = await resource.RefreshAsync(made);
        session.Workspace.RemoveOwner("GENERAL", "carol");

        (await resource.PlanAsync(read, config)).Planned.With("No longer an owner: `carol`.");
    }

    [Fact]
    public async Task OwnerWhomAnApplyFound_IsCalledByName()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        var made = await resource.ApplyAsync(null, Owners("keep", Admin));
        session.Workspace.AddOwner("GENERAL", "carol");
        var config = Owners("keep", Admin, "carolCarolCarol01");
        var applied = (await resource.ApplyAsync(await resource.PlanUnreadAsync(made, config))).HasNoError();
        session.Workspace.RemoveOwner("GENERAL", "carol");

        (await resource.PlanAsync(applied, config)).Planned.With("No longer an owner: `carol`.");
    }

    [Fact]
    public async Task OwnerOfTheLastApply_WhoIsGoneForTwoRefreshes_IsNotNewlyAskedFor()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = (List(session), Owners("keep", Admin, Alice));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.DeleteUser("alice");
        var read = await resource.RefreshAsync(made);

        (await resource.PlanAsync(read, config)).Planned.HasNoError().With("Warning: User \"aliceAliceAlice01\" not found");
    }

    [Fact]
    public async Task AddedOwner_WhomOthersRemovedAndAddedAgain_IsNotOursAnyLonger()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = (List(session), Owners("remove_added", Admin, Alice, Bob));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.RemoveOwner("GENERAL", "alice");
        var read = await resource.RefreshAsync(made);
        session.Workspace.AddOwner("GENERAL", "alice");

        await resource.ApplyAsync(read, null);

        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task DestroyThatWasRefused_IsForgottenByAReplacement()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = Single(session);
        var made = await resource.ApplyAsync(null, One(Alice));
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var refused = await resource.ApplyAsync(await resource.PlanAsync(made, null));
        refused.Says("Error: Last owner of \"general\"");

        var (replaced, _) = await resource.ReplaceAsync(refused, One(Bob), createsFirst: false);

        Assert.Equal(["bob"], session.Workspace.OwnersOf("GENERAL"));
        await resource.HasNothingToDoAsync(replaced, One(Bob));

        TfValue One(string userId) => resource.Config(("room_id", TfValue.Of("GENERAL")), ("user_id", TfValue.Of(userId)));
    }

    [Fact]
    public async Task DestroyOfAListThatWasRefused_IsForgottenByAReplacement()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        var made = await resource.ApplyAsync(null, Owners("remove_added", Alice));
        var refused = await resource.ApplyAsync(await resource.PlanAsync(made, null));
        refused.Says("Error: Last owner of \"general\"");

        var (replaced, _) = await resource.ReplaceAsync(refused, Owners("remove_added", Alice), createsFirst: false);
        session.Workspace.AddOwner("GENERAL", "admin");
        await resource.ApplyAsync(await resource.RefreshAsync(replaced), null);

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    private static ResourceLifecycle Single(ProviderSession session) => new(session, RoomOwnerResource.Name, RoomOwnerSchema.Instance);

    private static ResourceLifecycle List(ProviderSession session) => new(session, RoomOwnersResource.Name, RoomOwnersSchema.Instance);

    private static TfValue Owners(string onDestroy, params string[] userIds) => ResourceLifecycle.Config(
        RoomOwnersSchema.Instance,
        [("room_id", TfValue.Of("GENERAL")), ("user_ids", Set(userIds)), ("on_destroy", TfValue.Of(onDestroy))]);

    private static TfValue Set(params string[] userIds) => TfValue.Set(userIds.Select(TfValue.Of));
}
