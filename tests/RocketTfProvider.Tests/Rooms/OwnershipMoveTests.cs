using System.Text.Json.Nodes;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>A <c>moved</c> block between the two resources about owners: what the new object holds, and what its destroy removes.</summary>
public sealed class OwnershipMoveTests
{
    private const string Single = "rocketchat_room_owner";
    private const string List = "rocketchat_room_owners";
    private const string Alice = "aliceAliceAlice01";

    private static Schema OfOne => RoomOwnerSchema.Instance;

    private static Schema OfList => RoomOwnersSchema.Instance;

    [Theory]
    [InlineData("remove", "remove_added", "admin")]
    [InlineData("keep", "keep", "admin, alice")]
    public async Task OneOwner_ToAList_ManagesTheOwnerAndRemovesWhatTheFormerWouldHave(string before, string after, string left)
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await ApplyAsync(session, Single, OfOne, Config(
            OfOne, ("user_id", TfValue.Of(Alice)), ("on_destroy", TfValue.Of(before)), ("timeouts.create", TfValue.Of("5m"))));

        var moved = (await session.MoveAsync(Single, OfOne, made, List, OfList)).Says();

        Assert.Equal(
            Config(
                OfList,
                ("id", TfValue.Of("GENERAL")),
                ("room_name", TfValue.Of("general")),
                ("user_ids", TfValue.Set([TfValue.Of(Alice)])),
                ("usernames", TfValue.Set([TfValue.Of("alice")])),
                ("invite_members", TfValue.False),
                ("on_destroy", TfValue.Of(after)),
                ("timeouts.create", TfValue.Of("5m"))),
            moved.Value);
        await session.NextRunAsync();
        var read = (await session.RefreshAsync(List, OfList, moved)).Says();
        var config = Config(
            OfList, ("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)])), ("on_destroy", TfValue.Of(after)));
        (await session.PlanAsync(List, OfList, read, config)).Says("Warning: All owners of \"general\" are managed now");
        await DestroyAsync(session, List, OfList, read);
        Assert.Equal(left, string.Join(", ", session.Workspace.OwnersOf("GENERAL")));
    }

    [Theory]
    [InlineData("remove_added", true, "remove", "admin")]
    [InlineData("remove_added", false, "keep", "admin, alice")]
    [InlineData("keep", true, "keep", "admin, alice")]
    public async Task ListOfOne_ToOneOwner_ManagesTheOwnerAndRemovesWhatTheFormerWouldHave(
        string before, bool isAdded, string after, string left)
    {
        await using var session = await ProviderSession.StartAsync();
        if (!isAdded)
        {
            session.Workspace.AddOwner("GENERAL", "alice");
        }

        var made = await ApplyAsync(session, List, OfList, Config(
            OfList,
            ("user_ids", TfValue.Set([TfValue.Of(Alice)])),
            ("on_destroy", TfValue.Of(before)),
            ("timeouts.read", TfValue.Of("7m"))));
        session.Workspace.AddOwner("GENERAL", "admin");

        var moved = (await session.MoveAsync(List, OfList, made, Single, OfOne)).Says();

        Assert.Equal(
            Config(
                OfOne,
                ("id", TfValue.Of($"GENERAL/{Alice}")),
                ("room_name", TfValue.Of("general")),
                ("user_id", TfValue.Of(Alice)),
                ("username", TfValue.Of("alice")),
                ("invite_members", TfValue.False),
                ("on_destroy", TfValue.Of(after)),
                ("allow_ownerless", TfValue.False),
                ("timeouts.read", TfValue.Of("7m"))),
            moved.Value);
        await session.NextRunAsync();
        var read = (await session.RefreshAsync(Single, OfOne, moved)).Says();
        (await session.PlanAsync(
            Single, OfOne, read, Config(OfOne, ("user_id", TfValue.Of(Alice)), ("on_destroy", TfValue.Of(after)))))
            .Says("Warning: Only owner \"alice\" of \"general\" is managed now");
        await DestroyAsync(session, Single, OfOne, read);
        Assert.Equal(left, string.Join(", ", session.Workspace.OwnersOf("GENERAL")));
    }

    [Fact]
    public async Task ListOfSeveral_ToOneOwner_IsRefusedWithTheWayOut()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await ApplyAsync(session, List, OfList, Config(
            OfList, ("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)]))));

        (await session.MoveAsync(List, OfList, made, Single, OfOne)).Says("Error: Several owners of \"general\" cannot be moved")
            .With("with the ids `").With($"`GENERAL/{Alice}`");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MovedObject_IsReportedUntilItsNextApply(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var list = TfValue.Set([TfValue.Of(Alice), .. isList ? [TfValue.Of(DefaultSeed.AdminId)] : (TfValue[])[]]);
        var (type, schema, name, wanted) = isList ? (List, OfList, "user_ids", list) : (Single, OfOne, "user_id", TfValue.Of(Alice));
        var (formerType, former, formerName, had) = isList
            ? (Single, OfOne, "user_id", TfValue.Of(Alice))
            : (List, OfList, "user_ids", list);
        var made = await ApplyAsync(session, formerType, former, Config(former, (formerName, had)));
        var moved = (await session.MoveAsync(formerType, former, made, type, schema)).Says();
        var config = Config(schema, (name, wanted), ("on_destroy", TfValue.Of(isList ? "keep" : "remove")));
        var headline = isList ? "All owners of \"general\" are managed now" : "Only owner \"alice\" of \"general\" is managed now";
        await session.NextRunAsync();

        // Without a refresh, as with `-refresh=false`.
        var planned = (await session.PlanAsync(type, schema, moved, config)).With(headline);
        var applied = (await session.ApplyAsync(type, schema, moved, config, planned)).HasNoError();
        await session.NextRunAsync();

        (await session.PlanAsync(type, schema, applied, config)).Says();
    }

    // Nothing was read before the plan, as with `-refresh=false`: the plan itself reads the owners, and the apply takes them for seen.
    [Theory]
    [InlineData(false, "alice")]
    [InlineData(true, "admin, alice, bob", "Error: Owners changed since the plan")]
    public async Task MovedObject_OfARoomWithMoreOwners_IsAppliedAsItsPlanSays(bool isRaced, string left, params string[] errors)
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await ApplyAsync(session, Single, OfOne, Config(OfOne, ("user_id", TfValue.Of(Alice))));
        var moved = (await session.MoveAsync(Single, OfOne, made, List, OfList)).Says();
        await session.NextRunAsync();
        var config = Config(OfList, ("user_ids", TfValue.Set([TfValue.Of(Alice)])));

        var planned = (await session.PlanAsync(List, OfList, moved, config)).With("`admin` loses the ownership");
        if (isRaced)
        {
            session.Workspace.AddOwner("GENERAL", "bob");
        }

        (await session.ApplyAsync(List, OfList, moved, config, planned)).Says(errors);
        Assert.Equal(left, string.Join(", ", session.Workspace.OwnersOf("GENERAL")));
    }

    // The next plan reports it once more only while nothing has read it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MovedObject_IsNotReportedAfterItsRefresh(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var (one, list) = (("user_id", TfValue.Of(Alice)), ("user_ids", TfValue.Set([TfValue.Of(Alice)])));
        var (type, schema, config) = isList ? (List, OfList, Config(OfList, list)) : (Single, OfOne, Config(OfOne, one));
        var (formerType, former, before) = isList ? (Single, OfOne, Config(OfOne, one)) : (List, OfList, Config(OfList, list));
        var made = await ApplyAsync(session, formerType, former, before);
        var moved = (await session.MoveAsync(formerType, former, made, type, schema)).Says();
        await session.NextRunAsync();
        var read = await session.RefreshAsync(type, schema, moved);
        await session.NextRunAsync();
        read = await session.RefreshAsync(type, schema, read);

        (await session.PlanAsync(type, schema, read, config)).Says();
    }

    [Fact]
    public async Task OneOwner_ToAList_IsNotNewlyAskedFor()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await ApplyAsync(session, Single, OfOne, Config(OfOne, ("user_id", TfValue.Of(Alice))));
        var moved = (await session.MoveAsync(Single, OfOne, made, List, OfList)).Says();
        session.Workspace.DeleteUser("alice");
        await session.NextRunAsync();

        (await session.PlanAsync(List, OfList, moved, Config(OfList, ("user_ids", TfValue.Set(
            [TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)])))))
            .HasNoError().With("Warning: User \"aliceAliceAlice01\" not found");
    }

    [Fact]
    public async Task KeptOwner_ToAList_IsNotRemovedByALaterModeOfTheDestroy()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await ApplyAsync(
            session, Single, OfOne, Config(OfOne, ("user_id", TfValue.Of(Alice)), ("on_destroy", TfValue.Of("keep"))));
        var moved = (await session.MoveAsync(Single, OfOne, made, List, OfList)).Says();
        await session.NextRunAsync();
        var config = Config(
            OfList,
            ("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)])),
            ("on_destroy", TfValue.Of("remove_added")));
        var applied = (await session.ApplyAsync(List, OfList, moved, config, await session.PlanAsync(List, OfList, moved, config)))
            .HasNoError();

        await DestroyAsync(session, List, OfList, applied);

        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MovedObject_BringsNothingThatOnlyTheFormerResourceKnows(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var (one, list) = (("user_id", TfValue.Of(Alice)), ("user_ids", TfValue.Set([TfValue.Of(Alice)])));
        var (type, schema) = isList ? (List, OfList) : (Single, OfOne);
        var (formerType, former, before) = isList ? (Single, OfOne, Config(OfOne, one)) : (List, OfList, Config(OfList, list));
        var made = await ApplyAsync(session, formerType, former, before);
        made = await session.PlanAsync(formerType, former, made, null) with { Value = made.Value };
        Assert.Contains("planned_destroy", KeysOf(made));

        var moved = (await session.MoveAsync(formerType, former, made, type, schema)).Says();

        Assert.Equal(
            isList ? ["added_owners", "applied_owners", "moved", "workspace_id"] : ["moved", "workspace_id"],
            KeysOf(moved).Except(["room_names"]).Order(StringComparer.Ordinal));

        static IEnumerable<string> KeysOf(Outcome outcome) =>
            JsonNode.Parse(outcome.Private.ToStringUtf8())!.AsObject().Select(entry => entry.Key);
    }

    private static TfValue Config(Schema schema, params (string Path, TfValue Value)[] attributes) =>
        ResourceLifecycle.Config(schema, [("room_id", TfValue.Of("GENERAL")), .. attributes]);

    private static async Task<Outcome> ApplyAsync(ProviderSession session, string type, Schema schema, TfValue config)
    {
        var made = (await session.ApplyAsync(type, schema, null, config, await session.PlanAsync(type, schema, null, config))).HasNoError();
        await session.NextRunAsync();
        return made;
    }

    private static async Task DestroyAsync(ProviderSession session, string type, Schema schema, Outcome state)
    {
        await session.NextRunAsync();
        var planned = (await session.PlanAsync(type, schema, state, null)).HasNoError();
        (await session.ApplyAsync(type, schema, state, null, planned)).HasNoError();
    }
}
