using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// Cut off after each of its calls in turn, a change never leaves the room without an owner, and the next apply goes on from there.
/// </summary>
public sealed class RoomOwnersInterruptionTests
{
    private const string Type = "rocketchat_room_owners";
    private static readonly string[] Before = ["admin", "alice"];
    private static readonly string[] After = ["bob", "carol"];

    private static Schema Owners => RoomOwnersSchema.Instance;

    private static TfValue Config { get; } = ProviderSession.ObjectOf(Owners, new()
    {
        ["room_id"] = TfValue.Of("GENERAL"),
        ["user_ids"] = TfValue.Set([TfValue.Of("bobBobBobBobBob01"), TfValue.Of("carolCarolCarol01")]),
    });

    [BehaviorRow("room_owners", "interrupted")]
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Change_CutOffAfterEachCall_ConvergesNextTime(bool isCreate, bool stateIsLost)
    {
        var (cutOff, wasOwnerless) = (new CutOff(), false);
        ProviderSession? session = null;
        void AfterRequest()
        {
            wasOwnerless |= session?.Workspace.OwnersOf("GENERAL").Count == 0;
            cutOff.Count();
        }

        session = await ProviderSession.StartAsync(options: new EmulatorOptions { OnRequest = _ => AfterRequest() });
        await using var _ = session;
        cutOff.Watch(session);
        for (var cut = 1; ; cut++)
        {
            Array.ForEach(Before, owner => session.Workspace.AddOwner("GENERAL", owner));
            Array.ForEach(After, owner => session.Workspace.RemoveOwner("GENERAL", owner));
            await BeginRunAsync(session);
            var stored = isCreate ? null : await session.RefreshAsync(Type, Owners, await session.ImportAsync(Type, Owners, "GENERAL"));
            var planned = await session.PlanAsync(Type, Owners, stored, Config);

            await BeginRunAsync(session);
            cutOff.After(cut);
            var applied = await session.ApplyAsync(Type, Owners, stored, Config, planned);
            cutOff.End();
            Assert.False(wasOwnerless);
            if (cutOff.Calls < cut)
            {
                applied.Says();
                Assert.InRange(cut, 12, 60);
                break;
            }

            stored = stateIsLost || applied.Value.IsNull ? stored : applied;
            await BeginRunAsync(session);
            if (stored is not null)
            {
                stored = await session.RefreshAsync(Type, Owners, stored);
            }

            if (isCreate && stored is not null)
            {
                // A create that failed half-way is replaced: the CLI deletes what there is, and creates.
                (await session.ApplyAsync(Type, Owners, stored, null, stored with { Value = TfValue.Null })).Says();
                stored = null;
            }

            var again = await session.ApplyAsync(Type, Owners, stored, Config, await session.PlanAsync(Type, Owners, stored, Config));
            again.Says();
            Assert.Equal(After, session.Workspace.OwnersOf("GENERAL"));
            Assert.Equal(After, again.SortedStrings("usernames"));
            Assert.False(wasOwnerless);
        }
    }

    [Fact]
    public async Task Create_CutOffHalfway_RemembersWhomItAdded()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = ProviderSession.ObjectOf(Owners, new()
        {
            ["room_id"] = TfValue.Of("GENERAL"),
            ["user_ids"] = TfValue.Set([TfValue.Of(DefaultSeed.AdminId), TfValue.Of("aliceAliceAlice01"), TfValue.Of("bobBobBobBobBob01")]),
            ["on_destroy"] = TfValue.Of("remove_added"),
        });
        await BeginRunAsync(session);
        session.Server.Faults.Add(new Fault { Kind = FaultKind.Latency, Path = "*addOwner", Milliseconds = 0, Count = 1 });
        session.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 500, Path = "*addOwner" });
        var applied = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        Assert.Equal(2, session.Workspace.OwnersOf("GENERAL").Count);
        Assert.True(applied.Value.IsPresent, applied.Messages);
        session.Server.Faults.Clear();

        await BeginRunAsync(session);
        (await session.ApplyAsync(Type, Owners, applied, null, applied with { Value = TfValue.Null })).Says();
        Assert.Equal(2, session.Workspace.OwnersOf("GENERAL").Count);
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        made.Says();
        await BeginRunAsync(session);
        (await session.ApplyAsync(Type, Owners, made, null, await session.PlanAsync(Type, Owners, made, null))).Says();

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    // Without retries, so that a cut does not wait for what will not come.
    private static Task BeginRunAsync(ProviderSession session) =>
        session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken, maxRetries: 0);
}
