using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The two resources about owners where something is not known, not checked, or gone.</summary>
public sealed class OwnerObjectTests
{
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";

    public static TheoryData<bool> Both => [false, true];

    [Theory, MemberData(nameof(Both))]
    public async Task Provider_NotKnownYet_KeepsWhatIsStored(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList);
        var made = await resource.ApplyAsync(null, config);
        session.Server.ClearRequests();
        await session.ConfigureAsync(new() { ["user_id"] = TfValue.Of(DefaultSeed.AdminId), ["auth_token"] = TfValue.Unknown });

        await resource.HasNothingToDoAsync(made, config);
        (await resource.PlanAsync(made, null)).Planned.Says();

        Assert.Empty(session.Requests);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Config_GeneratedFromTheState_NamesByIdsAlone(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList);
        var made = await resource.ApplyAsync(null, config);

        var generated = await session.GenerateConfigAsync(TypeOf(isList), SchemaOf(isList), made);

        Assert.Equal(config.With("on_destroy", isList ? TfValue.Of("remove_added") : TfValue.Null), generated);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Destroy_OfARoomThatIsGone_Works(bool isList)
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList);
        var made = await resource.ApplyAsync(null, config);
        var plan = await resource.PlanAsync(made, null);
        session.Workspace.DeleteRoom("GENERAL");

        (await resource.ApplyAsync(plan)).Says();
    }

    [Fact]
    public async Task Destroy_OfAUserWhoIsGone_Works()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);
        var plan = await resource.PlanAsync(made, null);
        session.Workspace.DeleteUser("alice");

        (await resource.ApplyAsync(plan)).Says();
    }

    [Fact]
    public async Task Destroy_OfAnOwnerWhoWasRemovedMeanwhile_Works()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);
        var plan = await resource.PlanAsync(made, null);
        session.Workspace.RemoveOwner("GENERAL", "alice");

        (await resource.ApplyAsync(plan)).Says();
        (await resource.PlanAsync(made, null)).Planned.Says();
    }

    [Fact]
    public async Task DestroyPlan_OfAUserWhoOwnsNothingAnyLonger_SaysNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.RemoveOwner("GENERAL", "alice");
        await session.NextRunAsync();

        (await session.PlanAsync(TypeOf(false), SchemaOf(false), made, null)).Says();
    }

    [Theory]
    [InlineData("off", "Warning: User \"alice\" already owns \"general\"")]
    [InlineData("error")]
    public async Task Create_OfWhatIsOwnedAlready_WarnsWhereThePlanDidNot(string planChecks, params string[] expected)
    {
        await using var session = await ProviderSession.StartAsync(planChecks);
        var (resource, config) = On(session, isList: false);
        var plan = await resource.PlanAsync(null, config);
        session.Workspace.AddOwner("GENERAL", "alice");

        (await resource.ApplyAsync(plan)).Says(expected);
    }

    [Fact]
    public async Task Replacement_OfTheLastOwner_WithoutPlanChecks_SaysNothingOfAnOwnerWhoOwnsAlready()
    {
        await using var session = await ProviderSession.StartAsync("off");
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.RemoveOwner("GENERAL", "admin");

        var (again, deleted) = await resource.ReplaceAsync(made, config, createsFirst: false);

        again.Says();
        deleted.Says();
        Assert.Equal(["alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Apply_OfUsersWhoWereNotKnownInThePlan_ReportsEverythingThatIsWrong()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, _) = On(session, isList: true);
        var (schema, room) = (SchemaOf(isList: true), ("room_id", TfValue.Of("annRoomAnnRoom001")));
        var unknown = resource.Config(room, ("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Unknown])));
        var config = resource.Config(
            room, ("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(Bob), TfValue.Of("nobodyNobody00001")])));
        var planned = await session.PlanAsync(TypeOf(true), schema, null, unknown);

        var refused = await session.ApplyAsync(TypeOf(true), schema, null, config, planned);

        Assert.Equal(
            ["User \"bob\" is not a member of \"announcements\"", "User \"nobodyNobody00001\" not found"], refused.Errors.Order());
        Assert.Equal(["admin"], session.Workspace.OwnersOf("announcements"));
    }

    [Fact]
    public async Task Apply_OfManyOwners_AddsAndRemovesAllOfThem()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, _) = On(session, isList: true);
        var users = Enumerable.Range(0, 20).Select(number => session.Workspace.AddUser($"user{number:00}")).ToList();
        users.ForEach(user => session.Workspace.AddMember("GENERAL", user.Username));
        var config = resource.Config(
            ("room_id", TfValue.Of("GENERAL")),
            ("user_ids", TfValue.Set(users.Select(user => TfValue.Of(user.Id)))),
            ("on_destroy", TfValue.Of("remove_added")));

        var made = await resource.ApplyAsync(null, config);
        Assert.Equal(users.Select(user => user.Username), made.SortedStrings("usernames"));
        session.Workspace.AddOwner("GENERAL", "admin");
        await resource.ApplyAsync(made, null);

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Destroy_OfAListThatAddedNobody_WorksWhereNobodyIsActive()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("GENERAL", "alice");
        session.Workspace.RemoveOwner("GENERAL", "admin");
        var resource = On(session, isList: true).Resource;
        var made = await resource.ApplyAsync(null, resource.Config(
            ("room_id", TfValue.Of("GENERAL")),
            ("user_ids", TfValue.Set([TfValue.Of(Alice)])),
            ("on_destroy", TfValue.Of("remove_added"))));
        session.Workspace.SetActive("alice", false);

        (await resource.ApplyAsync(await resource.PlanAsync(made, null))).Says();

        Assert.Equal(["alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    // Until its first read, an imported object has no value for the attributes that only a configuration gives.
    [Fact]
    public async Task Destroy_OfAnImportedOwner_WithoutARefresh_IsNotAllowedToLeaveNobody()
    {
        await using var session = await ProviderSession.StartAsync();
        var imported = (await session.ImportAsync(TypeOf(false), SchemaOf(false), "general/admin")).Says();

        var planned = (await session.PlanAsync(TypeOf(false), SchemaOf(false), imported, null))
            .Says("Warning: Last owner of \"general\"");
        (await session.ApplyAsync(TypeOf(false), SchemaOf(false), imported, null, planned)).Says("Error: Last owner of \"general\"");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Apply_ByNames_WorksWhereThePlanDidNotLookThemUp(bool isList)
    {
        await using var session = await ProviderSession.StartAsync("off");
        var (resource, config) = On(session, isList);
        var byNames = config.With("room_id", TfValue.Null).With("room_name", TfValue.Of("general"));
        byNames = isList ? byNames : byNames.With("user_id", TfValue.Null).With("username", TfValue.Of("alice"));

        var made = await resource.ApplyAsync(null, byNames);

        Assert.Equal("GENERAL", made.At("room_id").String);
        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Apply_OfAnIdAndTheNameOfAnotherRoom_IsRefusedWhereThePlanDidNotLook(bool isList)
    {
        await using var session = await ProviderSession.StartAsync("off");
        var (resource, config) = On(session, isList);
        var plan = await resource.PlanAsync(null, config.With("room_name", TfValue.Of("announcements")));

        var refused = await resource.ApplyAsync(plan);

        Assert.Contains("announcements", Assert.Single(refused.Diagnostics).Detail, StringComparison.Ordinal);
        Assert.True(refused.HasError);
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Update_OfARoomThatWasRenamed_WorksUnderItsFormerName()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: true);
        var byName = config.With("room_id", TfValue.Null).With("room_name", TfValue.Of("general"));
        var made = await resource.ApplyAsync(null, byName);
        session.Workspace.RenameRoom("GENERAL", "hall");

        await resource.ApplyAsync(made, byName.With("user_ids", TfValue.Set([TfValue.Of(DefaultSeed.AdminId), TfValue.Of(Bob)])));

        Assert.Equal(["admin", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Theory]
    [InlineData("user_id")]
    [InlineData("username")]
    [InlineData("user_ids")]
    public async Task UserWhoDoesNotExist_IsReportedAtTheAttribute(string attribute)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session, isList: attribute == "user_ids").Resource;
        var nobody = TfValue.Of("nobodyNobody00001");

        var planned = (await resource.PlanAsync(null, resource.Config(
            ("room_id", TfValue.Of("GENERAL")), (attribute, attribute == "user_ids" ? TfValue.Set([nobody]) : nobody)))).Planned;

        Assert.True(planned.HasError);
        Assert.All(planned.Diagnostics, found => Assert.Equal(attribute, found.Attribute.Steps.Single().AttributeName));
    }

    [Fact]
    public async Task OtherUsername_ReplacesBecauseOfIt()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);

        var byName = config.With("user_id", TfValue.Null).With("username", TfValue.Of("bob"));

        Assert.Equal(["username"], (await resource.PlanAsync(made, byName)).Planned.Replacing);
    }

    // A tainted object is planned without its prior state: that it owns the room is no news.
    [Fact]
    public async Task Replacement_OfATaintedOwner_IsNotTakenForAnotherOwner()
    {
        await using var session = await ProviderSession.StartAsync();
        var (resource, config) = On(session, isList: false);
        var made = await resource.ApplyAsync(null, config);
        await resource.RefreshAsync(made);

        (await session.PlanAsync(TypeOf(false), SchemaOf(false), null, config)).Says();
    }

    [Fact]
    public async Task Plans_OfAPlainAccount_ReadThePermissionsOnce()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddMember("board", "carol");
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        session.Server.ClearRequests();
        foreach (var userId in (string[])[Bob, "carolCarolCarol01"])
        {
            var config = ProviderSession.ObjectOf(
                SchemaOf(false), new() { ["room_id"] = TfValue.Of("boardRoomBoard001"), ["user_id"] = TfValue.Of(userId) });
            (await session.PlanAsync(TypeOf(false), SchemaOf(false), null, config)).Says();
        }

        Assert.Single(session.Requests, request => request.Contains("permissions.listAll", StringComparison.Ordinal));
    }

    [Fact]
    public void Identity_IsTheKeysOfTheObject()
    {
        var (one, list) = (new RoomOwnerResource(new()), new RoomOwnersResource(new()));

        Assert.Equal(
            [("room_id", "Id of the room."), ("user_id", "Id of the user.")],
            one.Identity.Attributes.Select(attribute => (attribute.Name, attribute.Description)));
        Assert.Equal([("room_id", "Id of the room.")], list.Identity.Attributes.Select(a => (a.Name, a.Description)));
        Assert.Equal(["room_id", "user_id"], one.Keys);
        Assert.Equal(["room_id"], list.Keys);
    }

    private static string TypeOf(bool isList) => isList ? "rocketchat_room_owners" : "rocketchat_room_owner";

    private static Schema SchemaOf(bool isList) => isList ? RoomOwnersSchema.Instance : RoomOwnerSchema.Instance;

    /// <summary>The resource, and a configuration that makes alice an owner beside the administrator.</summary>
    private static (ResourceLifecycle Resource, TfValue Config) On(ProviderSession session, bool isList)
    {
        var resource = new ResourceLifecycle(session, TypeOf(isList), SchemaOf(isList));
        (string, TfValue)[] owners = isList
            ? [("user_ids", TfValue.Set([TfValue.Of(Alice), TfValue.Of(DefaultSeed.AdminId)])), ("on_destroy", TfValue.Of("remove_added"))]
            : [("user_id", TfValue.Of(Alice))];
        return (resource, resource.Config([("room_id", TfValue.Of("GENERAL")), .. owners]));
    }
}
