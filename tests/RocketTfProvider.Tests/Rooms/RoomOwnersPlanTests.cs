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
    private const string Changes = "Warning: Owners of the room will change";

    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Carol = "carolCarolCarol01";
    private const string Dave = "daveDaveDaveDav01";

    private static Schema Owners => RoomOwnersSchema.Instance;

    [Fact]
    public async Task Plan_OfFirstCreate_NamesWhoGainsAndWhoLoses()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "GENERAL", Alice, Bob)).Says(Changes)
            .With("Now `admin` owns the room `general`. Will gain the ownership: `alice`, `bob`. Will lose the ownership: `admin`.");
    }

    [Fact]
    public async Task Plan_OfWhatIsAlreadySo_SaysNothing()
    {
        await using var session = await ProviderSession.StartAsync();

        var planned = await PlanAsync(session, "GENERAL", Admin);

        planned.Says();
        Assert.Equal("GENERAL", planned.Value.Attributes["id"].String);
        Assert.True(planned.Value.Attributes["usernames"].IsUnknown);
    }

    [Theory]
    [InlineData("error", "Error: No active owner")]
    [InlineData("warn", "Warning: No active owner")]
    [InlineData("off")]
    public async Task Plan_ThatLeavesRoomToDeactivated_IsRefusedAsPlanChecksSay(string planChecks, params string[] expected)
    {
        await using var session = await ProviderSession.StartAsync(planChecks);

        var planned = await PlanAsync(session, "GENERAL", Dave);

        planned.Says(planChecks == "off" ? [] : [.. expected, Changes]);
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

    [Fact]
    public async Task Plan_WithDeactivatedBesideActive_PointsOut()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "GENERAL", Admin, Dave)).Says(Changes, "Warning: Deactivated owner").With("`dave` cannot act");
    }

    [Fact]
    public async Task Plan_OfUnknownUserAndOutsider_FindsBothAtOnce()
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, "annRoomAnnRoom001", Admin, "nobodyNobody00001", Bob))
            .Says("Error: Not a member of the room", "Error: User not found", Changes)
            .With("`bob` is not a member of the room `announcements`")
            .With("invite_members = true");
    }

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

        (await PlanAsync(session, roomId, outsider.Id)).Says("Error: Not a member of the room", Changes);
        (await session.PlanAsync(Type, Owners, null, Config(roomId, [outsider.Id], invites: true))).Says(Changes)
            .With("Will be invited to the room first: `erin`.");
    }

    [Theory]
    [InlineData("aliceAliceAlice01bobBobBobBobBob01", "Error: Room cannot have an owner")]
    [InlineData("noSuchRoom", "Error: Room not found")]
    public async Task Plan_OfWrongRoom_IsRefused(string roomId, string expected)
    {
        await using var session = await ProviderSession.StartAsync();

        (await PlanAsync(session, roomId, Alice)).Says(expected);
    }

    [Fact]
    public async Task Plan_ThatTakesOwnRoleOfPlainAccount_Warns()
    {
        await using var session = await ProviderSession.StartAsync();
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);

        (await PlanAsync(session, "boardRoomBoard001", Bob)).Says(Changes, "Warning: Provider loses its own role").With("`alice`");
        (await PlanAsync(session, "boardRoomBoard001", Alice, Bob)).Says(Changes);
    }

    [Fact]
    public async Task Plan_OfTwoKindsForOneRoom_WarnsAtTheSecond()
    {
        await using var session = await ProviderSession.StartAsync();
        var owner = ProviderSession.Whole(
            RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of("GENERAL"), ["user_id"] = TfValue.Of(Alice) });

        (await session.PlanAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, null, owner)).Says();
        (await PlanAsync(session, "GENERAL", Admin)).Says("Warning: Room managed twice");
        (await session.PlanAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, null, owner)).Says("Warning: Room managed twice");
        (await PlanAsync(session, "boardRoomBoard001", Alice)).Says();
    }

    [Fact]
    public async Task Plan_WithUnknownIds_WaitsAndTheApplyLooks()
    {
        await using var session = await ProviderSession.StartAsync();
        var unknown = ProviderSession.Whole(Owners, new()
        {
            ["room_id"] = TfValue.Of("GENERAL"),
            ["user_ids"] = TfValue.Set([TfValue.Of(Admin), TfValue.Unknown]),
        });
        var planned = await session.PlanAsync(Type, Owners, null, unknown);
        planned.Says();

        var config = Config("GENERAL", [Dave]);
        var applied = await session.ApplyAsync(Type, Owners, null, config, planned);

        applied.Says("Error: No active owner");
        Assert.True(applied.Value.IsNull);
        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
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
        Assert.Equal(["admin", "alicia", "bob"], renamed.Texts("usernames"));
        Assert.Equal("lobby", renamed.Value.Attributes["room_name"].String);

        session.Workspace.DeleteUser("bob");
        session.Workspace.AddOwner("GENERAL", "carol");
        var drifted = await session.RefreshAsync(Type, Owners, renamed);
        drifted.Says("Warning: Owners were changed outside").With("New owner: `carol`. No longer an owner: `bob`.");
        Assert.Equal([Admin, Alice, Carol], drifted.Texts("user_ids"));

        session.Workspace.DeleteRoom("GENERAL");
        await session.ConfigureAsync(Admin, DefaultSeed.AdminToken);
        var gone = await session.RefreshAsync(Type, Owners, drifted);
        gone.Says("Warning: Room no longer exists");
        Assert.True(gone.Value.IsNull);
    }

    [Fact]
    public async Task Destroy_WithRemoveAdded_TakesOnlyWhatItGave()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, Config("GENERAL", [Admin, Alice], onDestroy: "remove_added"));

        var planned = await session.PlanAsync(Type, Owners, made, null);
        planned.Says(Changes).With("Will lose the ownership of the room `general`: `alice`. Stays: `admin`.");
        (await session.ApplyAsync(Type, Owners, made, null, planned)).Says();

        Assert.Equal(["admin"], session.Workspace.OwnersOf("GENERAL"));
    }

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
        planned.Says(Changes, "Warning: Last owner of the room");
        (await session.ApplyAsync(Type, Owners, made, null, planned)).Says("Error: Last owner of the room").With("on_destroy = \"keep\"");

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
        Assert.Equal([Alice], read.Texts("user_ids"));
        Assert.Equal("keep", read.Value.Attributes["on_destroy"].String);
        Assert.Equal(read.Value, (await session.PlanAsync(Type, Owners, read, Config("boardRoomBoard001", [Alice]))).Says().Value);
    }

    [Theory]
    [InlineData("nowhere", "Error: Room not found")]
    [InlineData(" ", "Error: Invalid import id")]
    [InlineData("aliceAliceAlice01bobBobBobBobBob01", "Error: Room cannot have an owner")]
    public async Task Import_OfWhatIsNot_SaysWhatIsWrong(string id, string expected)
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ImportAsync(Type, Owners, id)).Says(expected);
    }

    private static TfValue Config(string roomId, string[] userIds, bool invites = false, string? onDestroy = null) =>
        ProviderSession.Whole(Owners, new()
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
