using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The whole text of what plans, applies and imports of the resources about owners report.</summary>
public sealed class OwnerTextTests
{
    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Dave = "daveDaveDaveDav01";

    [Theory]
    [InlineData("admin", "`admin`, `alice`", "`admin`, `alice`, `carol` own")]
    [InlineData("alice", "`admin`, `alice`", "`alice` owns")]
    public async Task Apply_AfterOwnersChanged_NamesBothLists(string change, string seen, string now)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        var made = await resource.ApplyAsync(null, Config(resource, Admin, Alice));
        var plan = await resource.PlanAsync(made, Config(resource, Alice, Bob));
        if (change == "admin")
        {
            session.Workspace.AddOwner("GENERAL", "carol");
        }
        else
        {
            session.Workspace.RemoveOwner("GENERAL", "admin");
        }

        (await resource.ApplyAsync(plan)).Says("Error: Owners changed since the plan").With(
            $"When the plan was made, {seen} owned the room `general`; now {now} it. Nothing was changed. Make a new plan, and check who"
            + " gains and who loses the ownership.");
    }

    [Theory]
    [InlineData(false, "`alice` loses", "`admin` stays an owner")]
    [InlineData(true, "`alice`, `bob` lose", "`admin`, `dave` stay owners")]
    public async Task DestroyPlan_OfAddedOwners_NamesWhoGoesAndWhoStays(bool isMany, string going, string staying)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        if (isMany)
        {
            session.Workspace.AddOwner("GENERAL", "dave");
        }

        var made = await resource.ApplyAsync(
            null, Config(resource, isMany ? [Admin, Alice, Bob, Dave] : [Admin, Alice]).With("on_destroy", TfValue.Of("remove_added")));

        (await resource.PlanAsync(made, null)).Planned.Says("Warning: Owners of \"general\" will change").With(
            $"`on_destroy` is `remove_added`: {going} the ownership of the room `general`, and {staying}.");
    }

    [Fact]
    public async Task DestroyPlan_OfAListThatIsKept_SaysSo()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        var made = await resource.ApplyAsync(null, Config(resource, Admin, Alice));

        (await resource.PlanAsync(made, null)).Planned.Says("Warning: Owners of \"general\" are kept").With("`on_destroy` is `keep`");
    }

    [Fact]
    public async Task DestroyPlan_OfAListThatAddedNobody_SaysNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);
        var made = await resource.ApplyAsync(null, Config(resource, Admin).With("on_destroy", TfValue.Of("remove_added")));

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says();
        (await resource.ApplyAsync(plan)).Says();

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Theory]
    [InlineData(false, "Last owner of", "The destroy is refused unless the room has another one by then. Make another user an owner first;"
        + " or set `on_destroy = \"keep\"` or `allow_ownerless = true` and apply that before the destroy.")]
    [InlineData(true, "Room \"general\" will have", "`allow_ownerless` is `true`, so the destroy leaves the room without an owner.")]
    public async Task DestroyPlan_OfTheOnlyOwner_SaysWhatFollows(bool isAllowed, string summary, string detail)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = Single(session);
        var made = await resource.ApplyAsync(
            null, Config(resource, Alice).With("allow_ownerless", isAllowed ? TfValue.True : TfValue.False));
        session.Workspace.RemoveOwner("GENERAL", "admin");

        (await resource.PlanAsync(made, null)).Planned
            .With(summary).With($"`alice` is the only owner of the room `general`. {detail}");
    }

    [Fact]
    public async Task DestroyPlan_BesideSeveralWhoCannotAct_NamesThem()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = Single(session);
        var made = await resource.ApplyAsync(null, Config(resource, Alice).With("allow_ownerless", TfValue.True));
        session.Workspace.AddOwner("GENERAL", "bob");
        session.Workspace.AddOwner("GENERAL", "dave");
        session.Workspace.RemoveOwner("GENERAL", "admin");
        session.Workspace.SetActive("bob", false);

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Room \"general\" will have no owner").With(
            "`alice` is the only active owner of the room `general` (`bob`, `dave` cannot act). `allow_ownerless` is `true`, so the destroy"
            + " leaves the room without an active owner.");
        (await resource.ApplyAsync(plan)).Says();

        Assert.Equal(["bob", "dave"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task DestroyPlan_OfAnOwnerWhoIsKept_SaysSo()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = Single(session);
        var made = await resource.ApplyAsync(null, Config(resource, Alice).With("on_destroy", TfValue.Of("keep")));

        (await resource.PlanAsync(made, null)).Planned.Says("Warning: Owner \"alice\" of \"general\" is kept")
            .With("`on_destroy` is `keep`: `alice` stays an owner of the room `general`.");
    }

    [Fact]
    public async Task Destroy_OfAnOwnerWhomAnotherObjectManages_SaysWhyNothingHappens()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, list) = (Single(session), List(session));
        var made = await resource.ApplyAsync(null, Config(resource, Alice));
        var (plan, listPlan) = (await resource.PlanAsync(made, null), await list.PlanAsync(null, Config(list, Admin, Alice)));
        (await list.ApplyAsync(listPlan)).HasNoError();

        // The same run as the apply of the list.
        (await session.ApplyAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, made, null, plan.Planned))
            .Says("Warning: Owner \"alice\" of \"general\" is kept").With(
                "`alice` stays an owner of the room `general`, because another object of this run manages the same ownership.");
    }

    [Theory]
    [InlineData("alice", "Invalid import id", "The id must be `room_id/user_id`, such as `GENERAL/aobEdbYhXfu5hkeqG`, or `room"
        + " name/username`, such as `general/alice`.")]
    [InlineData("general/alice", "Nothing to import", "`alice` does not own the room `general`. Apply the resource without an import to"
        + " make `alice` an owner.")]
    [InlineData("GENERAL/nobody", "User \"nobody\" not found", "nobody")]
    [InlineData("nowhere/alice", "Room \"nowhere\" not found", "nowhere")]
    public async Task Import_OfWhatIsNoOwnership_SaysWhatIsWrong(string id, string summary, string detail)
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ImportAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, id)).Says($"Error: {summary}").With(detail);
    }

    [Fact]
    public async Task Import_OfNoRoom_SaysWhatAnIdIs()
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ImportAsync("rocketchat_room_owners", RoomOwnersSchema.Instance, " ")).Says("Error: Invalid import id").With(
            "The id must be that of a room, such as `GENERAL`, or the exact name of a room, such as `general`.");
    }

    [Theory]
    [InlineData("GENERAL/aliceAliceAlice01")]
    [InlineData(" general / alice ")]
    public async Task Import_ByIdsOrNames_HasTheDefaultsAfterTheRefresh(string id)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("GENERAL", "alice");
        var resource = Single(session);

        var read = await resource.ImportAsync(id);

        Assert.Equal(
            resource.Config(
                ("id", TfValue.Of($"GENERAL/{Alice}")),
                ("room_id", TfValue.Of("GENERAL")),
                ("room_name", TfValue.Of("general")),
                ("user_id", TfValue.Of(Alice)),
                ("username", TfValue.Of("alice")),
                ("invite_members", TfValue.False),
                ("on_destroy", TfValue.Of("remove")),
                ("allow_ownerless", TfValue.False)),
            read.Value);
    }

    [Fact]
    public async Task ImportOfAList_HasTheDefaultsAfterTheRefresh()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = List(session);

        var read = await resource.ImportAsync(" general ");

        Assert.Equal(
            Config(resource, Admin)
                .With("id", TfValue.Of("GENERAL"))
                .With("room_name", TfValue.Of("general"))
                .With("usernames", TfValue.Set([TfValue.Of("admin")]))
                .With("invite_members", TfValue.False)
                .With("on_destroy", TfValue.Of("keep")),
            read.Value);
    }

    private static ResourceLifecycle Single(ProviderSession session) => new(session, "rocketchat_room_owner", RoomOwnerSchema.Instance);

    private static ResourceLifecycle List(ProviderSession session) => new(session, "rocketchat_room_owners", RoomOwnersSchema.Instance);

    private static TfValue Config(ResourceLifecycle resource, params string[] userIds) => resource.Config(
        ("room_id", TfValue.Of("GENERAL")),
        resource.Schema == RoomOwnerSchema.Instance
            ? ("user_id", TfValue.Of(userIds[0]))
            : ("user_ids", TfValue.Set(userIds.Select(TfValue.Of))));
}
