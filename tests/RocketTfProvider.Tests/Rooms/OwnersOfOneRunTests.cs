using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Objects of one run about one room: what one of them changes is no change by others to the next.</summary>
public sealed class OwnersOfOneRunTests
{
    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Carol = "carolCarolCarol01";

    [Fact]
    public async Task List_AfterAnOwnerWasAdded_GoesOnFromThere()
    {
        await using var session = await ProviderSession.StartAsync();
        var list = await MakeAsync(session, List(Admin));
        await session.NextRunAsync();
        await ApplyAsync(session, null, Single(Alice));

        await ApplyAsync(session, list, List(Admin, Alice, Bob));

        Assert.Equal(["admin", "alice", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task List_AfterAnOwnerWasRemoved_GoesOnFromThere()
    {
        await using var session = await ProviderSession.StartAsync();
        var single = await MakeAsync(session, Single(Alice));
        var list = await MakeAsync(session, List(Admin, Alice));
        await session.NextRunAsync();
        await ApplyAsync(session, single, null);

        await ApplyAsync(session, list, List(Admin, Bob));

        Assert.Equal(["admin", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task List_AfterTheLastOwnerWasReplaced_GoesOnFromThere()
    {
        await using var session = await ProviderSession.StartAsync();
        var single = await MakeAsync(session, Single(Alice));
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var list = await MakeAsync(session, List(Alice));
        await session.NextRunAsync();
        (await session.ApplyAsync(RoomOwnerResource.Name, RoomOwnerSchema.Instance, single, null, single with { Value = TfValue.Null }))
            .Says();
        await ApplyAsync(session, null, Single(Bob));

        await ApplyAsync(session, list, List(Bob, Carol));

        Assert.Equal(["bob", "carol"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task List_AfterAnotherListWasChanged_GoesOnFromThere()
    {
        await using var session = await ProviderSession.StartAsync();
        var (one, other) = (await MakeAsync(session, List(Admin, Bob)), await MakeAsync(session, List(Admin, Bob)));
        await session.NextRunAsync();
        await ApplyAsync(session, one, List(Admin, Alice));

        await ApplyAsync(session, other, List(Admin, Alice, Carol));

        Assert.Equal(["admin", "alice", "carol"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task List_AfterAnotherListWasDestroyed_GoesOnFromThere()
    {
        await using var session = await ProviderSession.StartAsync();
        var (one, other) = (await MakeAsync(session, List(Admin, Alice)), await MakeAsync(session, List(Admin, Alice)));
        await session.NextRunAsync();
        await ApplyAsync(session, one, null);

        await ApplyAsync(session, other, List(Admin, Bob));

        Assert.Equal(["admin", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task List_AfterADestroyThatGaveItsOwnersBack_GoesOnFromThere()
    {
        ProviderSession? session = null;
        var isRaced = false;
        await using var started = session = await ProviderSession.StartAsync(options: new()
        {
            OnRequest = request =>
            {
                if (isRaced && request.Path.EndsWith("removeOwner", StringComparison.Ordinal))
                {
                    session!.Workspace.RemoveOwner("GENERAL", "carol");
                }
            },
        });
        session.Workspace.AddOwner("GENERAL", "carol");
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var one = await MakeAsync(session, List(Alice, Bob, Carol));
        session.Workspace.RemoveOwner("GENERAL", "carol");
        var other = await MakeAsync(session, List(Alice, Bob));
        session.Workspace.AddOwner("GENERAL", "carol");
        await session.NextRunAsync();
        var planned = await session.PlanAsync(RoomOwnersResource.Name, RoomOwnersSchema.Instance, one, null);
        isRaced = true;
        (await session.ApplyAsync(RoomOwnersResource.Name, RoomOwnersSchema.Instance, one, null, planned))
            .Says("Error: Last owner of \"general\"");
        isRaced = false;

        await ApplyAsync(session, other, List(Alice, Bob, Admin));

        Assert.Equal(["admin", "alice", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    // The list has reviewed the owners by then, so it neither removes this one nor takes him for one of its own.
    [Fact]
    public async Task List_WhileAnOwnerIsAdded_HasOnlyItsOwn()
    {
        var (isListAdding, isSingleAdding) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var session = await ProviderSession.StartAsync(options: new()
        {
            BeforeAnswer = async (_, path) =>
            {
                if (path.EndsWith("addOwner", StringComparison.Ordinal))
                {
                    if (!isListAdding.TrySetResult())
                    {
                        isSingleAdding.TrySetResult();
                    }

                    await isSingleAdding.Task.WaitAsync(TimeSpan.FromSeconds(20));
                }
            },
        });
        await session.NextRunAsync();
        var addingToList = ApplyAsync(session, null, List(Admin, Bob));
        await Task.WhenAny(addingToList, isListAdding.Task);
        await ApplyAsync(session, null, Single(Alice));

        var made = await addingToList;

        Assert.Equal([Admin, Bob], made.SortedStrings("user_ids"));
        Assert.Equal(["admin", "bob"], made.SortedStrings("usernames"));
        Assert.Equal(["admin", "alice", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    private static TfValue Single(string userId) => ResourceLifecycle.Config(
        RoomOwnerSchema.Instance, [("room_id", TfValue.Of("GENERAL")), ("user_id", TfValue.Of(userId))]);

    private static TfValue List(params string[] userIds) => ResourceLifecycle.Config(
        RoomOwnersSchema.Instance,
        [
            ("room_id", TfValue.Of("GENERAL")),
            ("user_ids", TfValue.Set(userIds.Select(TfValue.Of))),
            ("on_destroy", TfValue.Of("remove_added")),
        ]);

    private static async Task<Outcome> MakeAsync(ProviderSession session, TfValue config)
    {
        await session.NextRunAsync();
        return await ApplyAsync(session, null, config);
    }

    /// <summary>Plans and applies in the run that is under way; a destroy without a configuration.</summary>
    private static async Task<Outcome> ApplyAsync(ProviderSession session, Outcome? state, TfValue? config)
    {
        var (type, schema) = IsList(state?.Value ?? config!)
            ? (RoomOwnersResource.Name, RoomOwnersSchema.Instance)
            : (RoomOwnerResource.Name, (Schema)RoomOwnerSchema.Instance);
        var planned = (await session.PlanAsync(type, schema, state, config)).HasNoError();
        return (await session.ApplyAsync(type, schema, state, config, planned)).HasNoError();
    }

    private static bool IsList(TfValue value) => value.Attributes.ContainsKey("user_ids");
}
