using Acceptance.Running;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_room_owner</c> that no other test shows.</summary>
public sealed class RoomOwnerBehaviorTests
{
    private const string Announcements = "annRoomAnnRoom001";
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Dave = "daveDaveDaveDav01";

    [BehaviorRow("room_owner", "new")]
    [Fact]
    public async Task New_ForADeactivatedUser_SaysSo()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        (await resource.PlanAsync(null, Config(resource, "GENERAL", Dave))).Planned
            .Says("Warning: Deactivated owner \"dave\" of \"general\"");
    }

    [BehaviorRow("room_owner", "already-owner")]
    [Fact]
    public async Task New_ForAnOwner_WritesNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("GENERAL", "alice");
        var resource = On(session);

        var plan = await resource.PlanAsync(null, Config(resource, "GENERAL", Alice));
        plan.Planned.Says("Warning: User \"alice\" already owns \"general\"");
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("room_owner", "removed-outside")]
    [Fact]
    public async Task Ownership_RemovedOutside_IsReportedAndAddedAgain()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, "GENERAL", Alice);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.RemoveOwner("GENERAL", "alice");

        var plan = await resource.PlanAsync(made, config);
        plan.Refreshed!.Says("Warning: Owner \"alice\" of \"general\" was removed outside");
        Assert.True(plan.Refreshed!.Value.IsNull);
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "gone")]
    [Theory]
    [InlineData("user", "User \"alice\" no longer exists", "User \"aliceAliceAlice01\" not found")]
    [InlineData("room", "Room \"announcements\" no longer exists", "Room \"annRoomAnnRoom001\" not found")]
    [InlineData(
        "member", "Owner \"alice\" of \"announcements\" was removed outside", "User \"alice\" is not a member of \"announcements\"")]
    public async Task UserOrRoom_ThatIsGone_WarnsTwiceAndStopsTheApply(string gone, string first, string second)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, Announcements, Alice);
        var made = await resource.ApplyAsync(null, config);
        TakeAway(session, gone);
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, config);
        plan.Refreshed!.Says($"Warning: {first}");
        Assert.True(plan.Refreshed!.Value.IsNull);
        plan.Planned.Says($"Warning: {second}");
        (await resource.ApplyAsync(plan)).Says($"Error: {second}");
        (await resource.PlanAsync(made, null)).Planned.HasNoError();

        // A CLI stops at the error of the plan that precedes the apply.
        Assert.DoesNotContain(Writes(session), request => request.EndsWith(" 200", StringComparison.Ordinal));
    }

    [BehaviorRow("room_owner", "archived")]
    [BehaviorRow("room_owner", "deactivated")]
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RoomThatIsArchived_OrUserThatIsDeactivated_IsNoChange(bool isArchived)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, "GENERAL", Alice);
        var made = await resource.ApplyAsync(null, config);
        if (isArchived)
        {
            session.Workspace.SetArchived("GENERAL", true);
        }
        else
        {
            session.Workspace.SetActive("alice", false);
        }

        session.Server.ClearRequests();
        (await resource.HasNothingToDoAsync(made, config)).Refreshed!.Says();

        Assert.Empty(Writes(session));
        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "stored-only")]
    [Theory]
    [InlineData("on_destroy")]
    [InlineData("allow_ownerless")]
    [InlineData("timeouts.create")]
    public async Task ValueForTheDestroy_Changed_IsStoredAndNothingIsCalled(string path)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", Alice));
        var config = Config(resource, "GENERAL", Alice, (path, path switch
        {
            "on_destroy" => TfValue.Of("keep"),
            "allow_ownerless" => TfValue.True,
            _ => TfValue.Of("5m"),
        }));

        var plan = await resource.PlanAsync(made, config);
        Assert.Empty(plan.Planned.Replacing);
        Assert.NotEmpty(plan.ChangedPaths);
        session.Server.ClearRequests();
        (await resource.ApplyAsync(plan)).Says();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("room_owner", "other-owner")]
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OtherOwner_KeepsTheFormerUntilTheNewOneIsThere_AndAfterwardsWithKeep(bool keeps)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var onDestroy = ("on_destroy", TfValue.Of(keeps ? "keep" : "remove"));
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", Alice, onDestroy));
        session.Workspace.RemoveOwner("GENERAL", "admin");

        var plan = await resource.PlanAsync(made, Config(resource, "GENERAL", Bob, onDestroy));
        Assert.Equal(["user_id"], plan.Planned.Replacing);
        await resource.ReplaceAsync(made, Config(resource, "GENERAL", Bob, onDestroy), createsFirst: false);

        Assert.Equal(keeps ? ["alice", "bob"] : ["bob"], session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "destroy-ownerless")]
    [Fact]
    public async Task Destroy_ThatLeavesNobody_IsReportedWhereItIsAllowed()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", Alice, ("allow_ownerless", TfValue.True)));
        session.Workspace.RemoveOwner("GENERAL", "admin");

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Room \"general\" will have no owner");
        (await resource.ApplyAsync(plan)).Says();

        Assert.Empty(session.Workspace.OwnersOf("GENERAL"));
    }

    [BehaviorRow("room_owner", "destroy-keep")]
    [Fact]
    public async Task Destroy_WithKeep_SaysSoAndWritesNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "GENERAL", Alice, ("on_destroy", TfValue.Of("keep"))));
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Owner \"alice\" of \"general\" is kept");
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Empty(Writes(session));
        Assert.Contains("alice", session.Workspace.OwnersOf("GENERAL"));
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_room_owner", RoomOwnerSchema.Instance);

    private static TfValue Config(ResourceLifecycle resource, string roomId, string userId, params (string, TfValue)[] more) =>
        resource.Config([("room_id", TfValue.Of(roomId)), ("user_id", TfValue.Of(userId)), .. more]);

    private static IEnumerable<string> Writes(ProviderSession session) =>
        session.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal));

    private static void TakeAway(ProviderSession session, string what)
    {
        switch (what)
        {
            case "room":
                session.Workspace.DeleteRoom("announcements");
                break;
            case "user":
                session.Workspace.DeleteUser("alice");
                break;
            default:
                session.Workspace.RemoveMember("announcements", "alice");
                break;
        }
    }
}
