using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_room_owners</c> that no other test shows.</summary>
public sealed class RoomOwnersBehaviorTests
{
    private const string Admin = DefaultSeed.AdminId;
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";

    [BehaviorRow("room_owners", "rights-missing")]
    [Fact]
    public async Task Account_WithoutTheRights_IsReportedInThePlan()
    {
        await using var session = await ProviderSession.StartAsync();
        await session.ConfigureAsync(Alice, DefaultSeed.AliceToken);
        var resource = On(session);

        (await resource.PlanAsync(null, Config(resource, "GENERAL", [Alice]))).Planned
            .With("Error: Owners of \"general\" cannot be set").With("`set-owner`");

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("room_owners", "no-active-owner")]
    [Fact]
    public async Task UnchangedList_WhoseOwnersWereDeactivated_Warns()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, "GENERAL", [Alice]);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.SetActive("alice", false);

        (await resource.HasNothingToDoAsync(made, config)).Planned.With("Warning: No active owner of \"general\"");
    }

    [BehaviorRow("room_owners", "owner-gone")]
    [Theory]
    [InlineData(true, "User \"aliceAliceAlice01\" not found")]
    [InlineData(false, "User \"alice\" is not a member of \"announcements\"")]
    public async Task OwnerThatIsGone_StopsTheApplyUntilTheListOmitsThem(bool isDeleted, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "annRoomAnnRoom001", [Admin, Alice]));
        if (isDeleted)
        {
            session.Workspace.DeleteUser("alice");
        }
        else
        {
            session.Workspace.RemoveMember("announcements", "alice");
        }

        session.Server.ClearRequests();
        var plan = await resource.PlanAsync(made, Config(resource, "annRoomAnnRoom001", [Admin, Alice]));
        plan.Planned.HasNoError().With($"Warning: {expected}").With("Owners of \"announcements\" were changed outside");
        (await resource.ApplyAsync(plan)).With($"Error: {expected}");
        Assert.Empty(Writes(session));

        await resource.ApplyAsync(made, Config(resource, "annRoomAnnRoom001", [Admin]));
    }

    [BehaviorRow("room_owners", "room-gone")]
    [Fact]
    public async Task RoomThatIsGone_WarnsTwiceAndStopsTheApply()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, "GENERAL", [Admin]);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.DeleteRoom("GENERAL");
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, config);
        plan.Refreshed!.Says("Warning: Room \"general\" no longer exists");
        Assert.True(plan.Refreshed!.Value.IsNull);
        plan.Planned.Says("Warning: Room \"GENERAL\" not found");
        (await resource.ApplyAsync(plan)).Says("Error: Room \"GENERAL\" not found");
        (await resource.PlanAsync(made, null)).Planned.HasNoError();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("room_owners", "other-room")]
    [Theory]
    [InlineData("keep", "admin, alice")]
    [InlineData("remove_added", "admin")]
    public async Task OtherRoom_LeavesInTheFormerOneWhatOnDestroySays(string onDestroy, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var mode = ("on_destroy", TfValue.Of(onDestroy));
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", [Admin, Alice], mode));
        var other = Config(resource, "annRoomAnnRoom001", [Admin, Alice], mode);

        Assert.Contains("room_id", (await resource.PlanAsync(made, other)).Planned.Replacing);
        await resource.ReplaceAsync(made, other, createsFirst: false);

        Assert.Equal(expected, string.Join(", ", session.Workspace.OwnersOf("GENERAL")));
        Assert.Equal(["admin", "alice"], session.Workspace.OwnersOf("announcements"));
    }

    [BehaviorRow("room_owners", "stored-only")]
    [Theory]
    [InlineData("on_destroy", "remove_added")]
    [InlineData("timeouts.create", "5m")]
    public async Task ValueForTheDestroy_Changed_IsStoredAndNothingIsWritten(string path, string value)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", [Admin]));
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, Config(resource, "GENERAL", [Admin], (path, TfValue.Of(value))));
        Assert.Empty(plan.Planned.Replacing);
        Assert.NotEmpty(plan.ChangedPaths);
        (await resource.ApplyAsync(plan)).Says();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("room_owners", "other-invite")]
    [Fact]
    public async Task OtherInviteMembersAlone_IsNoChange()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", [Admin]));

        await resource.HasNothingToDoAsync(made, Config(resource, "GENERAL", [Admin], ("invite_members", TfValue.True)));
    }

    [BehaviorRow("room_owners", "destroy-keep")]
    [Fact]
    public async Task Destroy_WithKeep_SaysSoAndWritesNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", [Admin, Bob]));
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Owners of \"general\" are kept");
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Empty(Writes(session));
        Assert.Equal(["admin", "bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_room_owners", RoomOwnersSchema.Instance);

    private static TfValue Config(ResourceLifecycle resource, string roomId, string[] userIds, params (string, TfValue)[] more) =>
        resource.Config([("room_id", TfValue.Of(roomId)), ("user_ids", TfValue.Set(userIds.Select(TfValue.Of))), .. more]);

    private static IEnumerable<string> Writes(ProviderSession session) =>
        session.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal));
}
