using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// The two halves of a replacement in one run, in both orders. A CLI that creates first plans the destroy of the old object after that,
/// with the provider; one that deletes first does not.
/// </summary>
public sealed class OwnerReplacementTests
{
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";

    private static readonly Kind Single = new("rocketchat_room_owner", RoomOwnerSchema.Instance, userId => ProviderSession.ObjectOf(
        RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of("GENERAL"), ["user_id"] = TfValue.Of(userId) }));

    private static readonly Kind List = new("rocketchat_room_owners", RoomOwnersSchema.Instance, userId => ProviderSession.ObjectOf(
        RoomOwnersSchema.Instance, new()
        {
            ["room_id"] = TfValue.Of("GENERAL"),
            ["user_ids"] = TfValue.Set([TfValue.Of(userId)]),
            ["on_destroy"] = TfValue.Of("remove_added"),
        }));

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task CreateFirst_OfTheSame_KeepsTheOwnershipAndSaysWhy(bool isList, bool hasOtherOwner)
    {
        var kind = isList ? List : Single;
        await using var session = await ProviderSession.StartAsync();
        var config = Config(kind, hasOtherOwner);
        var old = await MakeAsync(session, kind, config);
        if (!hasOtherOwner)
        {
            session.Workspace.RemoveOwner("GENERAL", "admin");
        }

        await session.NextRunAsync();
        var made = (await session.ApplyAsync(
            kind.Type, kind.Schema, null, config, await session.PlanAsync(kind.Type, kind.Schema, null, config))).HasNoError();
        var planned = (await session.PlanAsync(kind.Type, kind.Schema, old, null)).Says();
        (await session.ApplyAsync(kind.Type, kind.Schema, old, null, planned))
            .Says(isList ? "Warning: Owners of \"general\" are kept" : "Warning: Owner \"alice\" of \"general\" is kept")
            .With(isList
                ? "`alice` still owns the room `general`, because another object of this run manages the same ownership. That object has "
                    + "not added them: a later destroy of it with `on_destroy = \"remove_added\"` leaves them owners."
                : "`alice` stays an owner of the room `general`, because another object of this run manages the same ownership.");

        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
        await HasNothingToDoAsync(session, kind, made, config);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task DeleteFirst_OfTheSame_EndsWithTheOwnership(bool isList, bool hasOtherOwner)
    {
        var kind = isList ? List : Single;
        await using var session = await ProviderSession.StartAsync();
        var config = Config(kind, hasOtherOwner);
        var old = await MakeAsync(session, kind, config);
        if (!hasOtherOwner)
        {
            session.Workspace.RemoveOwner("GENERAL", "admin");
        }

        var planned = await session.PlanAsync(kind.Type, kind.Schema, null, config);
        await session.NextRunAsync();
        var deleted = await session.ApplyAsync(kind.Type, kind.Schema, old, null, old with { Value = TfValue.Null });
        if (isList && !hasOtherOwner)
        {
            deleted.Says("Warning: Owners of \"general\" are kept").With(
                "`alice` still owns the room `general`, because without them it would have no active owner.");
        }
        else
        {
            deleted.Says();
        }

        Assert.NotEmpty(session.Workspace.OwnersOf("GENERAL"));
        var made = (await session.ApplyAsync(kind.Type, kind.Schema, null, config, planned)).HasNoError();

        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
        made = await HasNothingToDoAsync(session, kind, made, config);
        await session.NextRunAsync();
        if (isList)
        {
            session.Workspace.AddOwner("GENERAL", "admin");
            (await session.ApplyAsync(kind.Type, kind.Schema, made, null, await session.PlanAsync(kind.Type, kind.Schema, made, null)))
                .Says();
            Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
        }
    }

    [BehaviorRow("room_owner", "other-owner")]
    [Fact]
    public async Task CreateFirst_OfAnotherOwner_RemovesTheFormer()
    {
        var kind = Single;
        await using var session = await ProviderSession.StartAsync();
        var old = await MakeAsync(session, kind, kind.Config(Alice));
        session.Workspace.RemoveOwner("GENERAL", "admin");
        await session.NextRunAsync();
        var config = kind.Config(Bob);
        var made = (await session.ApplyAsync(
            kind.Type, kind.Schema, null, config, await session.PlanAsync(kind.Type, kind.Schema, null, config))).Says();
        (await session.ApplyAsync(kind.Type, kind.Schema, old, null, await session.PlanAsync(kind.Type, kind.Schema, old, null))).Says();

        Assert.Equal(["bob"], session.Workspace.OwnersOf("GENERAL"));
        await HasNothingToDoAsync(session, kind, made, config);
    }

    private static TfValue Config(Kind kind, bool hasOtherOwner) => kind == List && hasOtherOwner
        ? kind.Config(Alice).With("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)]))
        : kind.Config(Alice);

    private static async Task<Outcome> MakeAsync(ProviderSession session, Kind kind, TfValue config)
    {
        var made = await session.ApplyAsync(
            kind.Type, kind.Schema, null, config, await session.PlanAsync(kind.Type, kind.Schema, null, config));
        return made.HasNoError();
    }

    private static async Task<Outcome> HasNothingToDoAsync(ProviderSession session, Kind kind, Outcome made, TfValue config)
    {
        await session.NextRunAsync();
        var read = (await session.RefreshAsync(kind.Type, kind.Schema, made)).Says();
        Assert.Equal(read.Value, (await session.PlanAsync(kind.Type, kind.Schema, read, config)).Says().Value);
        return read;
    }

    private sealed record Kind(string Type, Schema Schema, Func<string, TfValue> Config);
}
