using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Warnings and errors of a plan before anybody loses a right, for each way in which that can go wrong.</summary>
public sealed class RoomOwnersPlanTests
{
    private const string Type = "rocketchat_room_owners";
    private const string Changes = "Warning: Owners of \"general\" will change";

    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Carol = "carolCarolCarol01";
    private const string Dave = "daveDaveDaveDav01";

    private static Schema Owners => RoomOwnersSchema.Instance;

    [BehaviorRow("room_owners", "new")]
    [Fact]
    public async Task Plan_OfFirstCreate_NamesWhoGainsAndWhoLoses()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "GENERAL", Alice, Bob)).Says(Changes)
            .With("Before this change, `admin` owns the room `general`. `alice`, `bob` gain the ownership. `admin` loses the ownership.");
    }

    [BehaviorRow("room_owners", "new")]
    [Fact]
    public async Task Plan_OfWhatIsAlreadySo_SaysNothing()
    {
        await using var session = await ProviderSession.StartAsync();

        var planned = await PlanAsync(session, "GENERAL", Admin);

        planned.Says();
        Assert.Equal("GENERAL", planned.Value.Attributes["id"].String);
        Assert.Equal("general", planned.Value.Attributes["room_name"].String);
        Assert.Equal(["admin"], planned.SortedStrings("usernames"));
    }

    [BehaviorRow("room_owners", "no-active-owner")]
    [Theory]
    [InlineData("error", "Error: No active owner of \"general\"")]
    [InlineData("warn", "Warning: No active owner of \"general\"")]
    [InlineData("off")]
    public async Task Plan_ThatLeavesRoomToDeactivated_IsRefusedAsPlanChecksSay(string planChecks, params string[] expected)
    {
        await using var session = await ProviderSession.StartAsync(planChecks);

        var planned = await PlanAsync(session, "GENERAL", Dave);

        planned.Says(planChecks == "off" ? [] : [.. expected, Changes]);
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owners", "deactivated")]
    [Fact]
    public async Task Plan_WithDeactivatedBesideActive_PointsOut()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "GENERAL", Admin, Dave))
            .Says(Changes, "Warning: Deactivated owner of \"general\"").With("`dave` cannot act");
    }

    [BehaviorRow("room_owners", "not-a-member")]
    [Fact]
    public async Task Plan_OfAnUnchangedList_PointsOutWhoWasDeactivated()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config("GENERAL", [Admin, Alice]);
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        session.Workspace.SetActive("alice", false);
        await session.NextRunAsync();

        made = await session.RefreshAsync(Type, Owners, made);
        (await session.PlanAsync(Type, Owners, made, config)).Says("Warning: Deactivated owner of \"general\"")
            .With("`alice` cannot act");
    }

    [Fact]
    public async Task Plan_OfUnknownUserAndOutsider_FindsBothAtOnce()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "annRoomAnnRoom001", Admin, "nobodyNobody00001", Bob))
            .Says(
                "Error: User \"bob\" is not a member of \"announcements\"",
                "Error: User \"nobodyNobody00001\" not found",
                "Warning: Owners of \"announcements\" will change")
            .With("`bob` is not a member of the room `announcements`")
            .With("invite_members = true");
    }

    [BehaviorRow("room_owners", "not-a-member")]
    [Theory]
    [InlineData("boardRoomBoard001")]
    [InlineData("annRoomAnnRoom001")]
    [InlineData("oldRoomOldRoom001")]
    [InlineData("teamRoomTeamRoom1")]
    [InlineData("discussDiscuss001")]
    public async Task Plan_OfOutsider_IsFoundInEveryKindOfRoom(string roomId)
    {
        await using var session = await ProviderSession.StartAsync();
        var outsider = session.Workspace.AddUser("erin");

        var name = (await PlanAsync(session, roomId, outsider.Id)).Value.Attributes["room_name"].String;
        var changes = $"Warning: Owners of \"{name}\" will change";
        (await PlanAsync(session, roomId, outsider.Id)).Says($"Error: User \"erin\" is not a member of \"{name}\"", changes);
        var invited = await session.PlanAsync(Type, Owners, null, Config(roomId, [outsider.Id], invites: true));
        invited.With("`erin` is invited to the room first.");
        invited.Says(
            session.Workspace.MembersOf(roomId).Contains("admin") || !IsPrivate(session, roomId)
                ? [changes]
                : [$"Error: User \"erin\" cannot be invited to \"{name}\"", changes]);
    }

    [Theory]
    [InlineData("aliceAliceAlice01bobBobBobBobBob01", "Error: Room \"aliceAliceAlice01bobBobBobBobBob01\" cannot have an owner")]
    [InlineData("noSuchRoom", "Error: Room \"noSuchRoom\" not found")]
    public async Task Plan_OfWrongRoom_IsRefused(string roomId, string expected)
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, roomId, Alice)).Says(expected);
    }

    [BehaviorRow("room_owners", "own-role")]
    [Fact]
    public async Task Plan_ThatTakesOwnRoleOfPlainAccount_Warns()
    {
        await using var session = await ProviderSession.StartAsync();
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);

        const string changes = "Warning: Owners of \"board\" will change";
        (await PlanAsync(session, "boardRoomBoard001", Bob)).Says(changes, "Warning: Provider loses its own role in \"board\"")
            .With("`alice`");
        (await PlanAsync(session, "boardRoomBoard001", Alice, Bob)).Says(changes);
    }

    [Fact]
    public async Task Plan_OfTwoKindsForOneRoom_WarnsAtTheSecond()
    {
        await using var session = await ProviderSession.StartAsync();
        var owner = ProviderSession.ObjectOf(
            RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of("GENERAL"), ["user_id"] = TfValue.Of(Alice) });

        (await session.PlanAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, null, owner)).Says();
        (await PlanAsync(session, "GENERAL", Admin)).Says("Warning: Room \"general\" is managed twice");
        (await session.PlanAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, null, owner))
            .Says("Warning: Room \"general\" is managed twice");
        (await PlanAsync(session, "boardRoomBoard001", Alice)).Says();
    }

    [BehaviorRow("room_owners", "users-unknown")]
    [Fact]
    public async Task Plan_WithUnknownIds_WaitsAndTheApplyLooks()
    {
        await using var session = await ProviderSession.StartAsync();
        var unknown = ProviderSession.ObjectOf(Owners, new()
        {
            ["room_id"] = TfValue.Of("GENERAL"),
            ["user_ids"] = TfValue.Set([TfValue.Of(Admin), TfValue.Unknown]),
        });
        var planned = await session.PlanAsync(Type, Owners, null, unknown);
        planned.Says();

        var config = Config("GENERAL", [Dave]);
        var applied = await session.ApplyAsync(Type, Owners, null, config, planned);

        applied.Says("Error: No active owner of \"general\"");
        Assert.True(applied.Value.IsNull);
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    // The room may be made by another resource of the run; its owners-to-be are known all the same.
    [Theory]
    [InlineData(new[] { Admin, Alice }, new[] { "admin", "alice" })]
    [InlineData(new[] { Admin, "nobodyNobody00001" }, null, "Error: User \"nobodyNobody00001\" not found")]
    public async Task Plan_WithUnknownRoom_NamesTheUsers(string[] userIds, string[]? usernames, params string[] errors)
    {
        await using var session = await ProviderSession.StartAsync();

        var planned = await session.PlanAsync(Type, Owners, null, ProviderSession.ObjectOf(Owners, new()
        {
            ["room_id"] = TfValue.Unknown,
            ["user_ids"] = TfValue.Set([.. userIds.Select(TfValue.Of)]),
        }));

        planned.Says(["Warning: Present owners not known yet", .. errors]);
        Assert.Equal(usernames is null, planned.At("usernames").IsUnknown);
        if (usernames is not null)
        {
            Assert.Equal(usernames, planned.SortedStrings("usernames"));
        }
    }

    [Theory]
    [InlineData("Error: No owner")]
    [InlineData("Error: Invalid id", "@alice")]
    [InlineData("Error: Empty value", "")]
    public async Task Validate_OfBadUserIds_SaysWhatIsWrong(string expected, params string[] userIds)
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ValidateAsync(Type, Owners, Config("GENERAL", userIds))).Says(expected);
    }

    [BehaviorRow("room_owners", "changed-since-plan")]
    [Fact]
    public async Task Apply_AfterOwnersChanged_StopsWithBothListsUnlessItIsWhatIsWanted()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", [Admin, Alice]));
        var config = Config("GENERAL", [Admin, Bob]);
        var planned = await session.PlanAsync(Type, Owners, made, config);

        session.Workspace.AddOwner("GENERAL", "carol");
        (await session.ApplyAsync(Type, Owners, made, config, planned)).Says("Error: Owners changed since the plan")
            .With("When the plan was made, `admin`, `alice` owned the room `general`; now `admin`, `alice`, `carol` own it.");
        Assert.Equal(["admin", "alice", "carol"], session.Workspace.OwnersOf("GENERAL"));

        session.Workspace.RemoveOwner("GENERAL", "carol");
        session.Workspace.RemoveOwner("GENERAL", "alice");
        session.Workspace.AddOwner("GENERAL", "bob");
        (await session.ApplyAsync(Type, Owners, made, config, planned)).Says();
    }

    [BehaviorRow("room_owners", "changed-outside")]
    [BehaviorRow("room_owners", "renamed")]
    [BehaviorRow("room_owners", "room-gone")]
    [Fact]
    public async Task Refresh_AfterDrift_NamesWhoCameAndWhoWentAndDropsDeleted()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", [Admin, Alice, Bob]));

        session.Workspace.RenameUser("alice", "alicia");
        session.Workspace.SetArchived("GENERAL", true);
        session.Workspace.RenameRoom("GENERAL", "lobby");
        var renamed = await session.RefreshAsync(Type, Owners, made);
        renamed.Says();
        Assert.Equal(["admin", "alicia", "bob"], renamed.SortedStrings("usernames"));
        Assert.Equal("lobby", renamed.Value.Attributes["room_name"].String);

        session.Workspace.DeleteUser("bob");
        session.Workspace.AddOwner("GENERAL", "carol");
        await session.NextRunAsync();
        var drifted = await session.RefreshAsync(Type, Owners, renamed);
        drifted.Says();
        (await session.PlanAsync(Type, Owners, drifted, Config("GENERAL", [Admin, Alice])))
            .Says("Warning: Owners of \"lobby\" were changed outside", "Warning: Owners of \"lobby\" will change")
            .With("New owner: `carol`. No longer an owner: `bob`. An apply of this plan sets the owners");
        Assert.Equal([Admin, Alice, Carol], drifted.SortedStrings("user_ids"));

        session.Workspace.DeleteRoom("GENERAL");
        await session.ConfigureAsync(Admin, DefaultSeed.AdminToken);
        var gone = await session.RefreshAsync(Type, Owners, drifted);
        gone.Says("Warning: Room \"lobby\" no longer exists");
        Assert.True(gone.Value.IsNull);
    }

    [BehaviorRow("room_owners", "destroy-remove-added")]
    [Fact]
    public async Task Destroy_WithRemoveAdded_TakesOnlyWhatItGave()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", [Admin, Alice], onDestroy: "remove_added"));

        var planned = await session.PlanAsync(Type, Owners, made, null);
        planned.Says(Changes).With("`alice` loses the ownership of the room `general`, and `admin` stays an owner.");
        (await session.ApplyAsync(Type, Owners, made, null, planned)).Says();

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owners", "destroy-remove-added")]
    [Theory]
    [InlineData("admin")]
    [InlineData("dave")]
    public async Task Destroy_WithRemoveAddedOfLastActiveOwner_IsRefusedWhole(string goes)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("GENERAL", "dave");
        var made = await MakeAsync(
            session, Config("GENERAL", goes == "dave" ? [Alice, Bob] : [Alice, Bob, Dave], onDestroy: "remove_added"));

        var planned = await session.PlanAsync(Type, Owners, made, null);
        planned.Says(Changes, "Warning: Last owner of \"general\"");
        (await session.ApplyAsync(Type, Owners, made, null, planned))
            .Says("Error: Last owner of \"general\"").With("on_destroy = \"keep\"");

        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
        Assert.Contains("bob", session.Workspace.OwnersOf("GENERAL"));
    }

    [Theory]
    [InlineData("board")]
    [InlineData("boardRoomBoard001")]
    public async Task Import_ByNameOrId_ReadsOwners(string id)
    {
        await using var session = await ProviderSession.StartAsync();

        var imported = await session.ImportAsync(Type, Owners, id);
        imported.Says();
        var read = await session.RefreshAsync(Type, Owners, imported);

        read.Says();
        Assert.Equal([Alice], read.SortedStrings("user_ids"));
        Assert.Equal("keep", read.Value.Attributes["on_destroy"].String);
        Assert.Equal(read.Value, (await session.PlanAsync(Type, Owners, read, Config("boardRoomBoard001", [Alice]))).Says().Value);
    }

    [Theory]
    [InlineData("nowhere", "Error: Room \"nowhere\" not found")]
    [InlineData(" ", "Error: Invalid import id")]
    [InlineData("aliceAliceAlice01bobBobBobBobBob01", "Error: Room \"aliceAliceAlice01bobBobBobBobBob01\" cannot have an owner")]
    public async Task Import_OfWhatIsNot_SaysWhatIsWrong(string id, string expected)
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ImportAsync(Type, Owners, id)).Says(expected);
    }

    private static bool IsPrivate(ProviderSession session, string roomId) => roomId is "boardRoomBoard001" or "teamRoomTeamRoom1";

    private static TfValue Config(string roomId, string[] userIds, bool invites = false, string? onDestroy = null) =>
        ProviderSession.ObjectOf(Owners, new()
        {
            ["room_id"] = TfValue.Of(roomId),
            ["user_ids"] = TfValue.Set(userIds.Select(TfValue.Of)),
            ["invite_members"] = invites ? TfValue.True : TfValue.Null,
            ["on_destroy"] = TfValue.Of(onDestroy),
        });

    private static Task<Outcome> PlanAsync(ProviderSession session, string roomId, params string[] userIds) =>
        session.PlanAsync(Type, Owners, null, Config(roomId, userIds));

    private static async Task<Outcome> MakeAsync(ProviderSession session, TfValue config)
    {
        var made = await session.ApplyAsync(Type, Owners, null, config, await session.PlanAsync(Type, Owners, null, config));
        made.Says();
        await session.NextRunAsync();
        return made;
    }
}
