using Acceptance.Running;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_push_test</c> that no other test shows.</summary>
public sealed class PushTestBehaviorTests
{
    [BehaviorRow("push_test", "new")]
    [Fact]
    public async Task New_WhilePushIsOff_WarnsInThePlan()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Push_enable", false);
        var resource = On(session);

        (await resource.PlanAsync(null, resource.Config())).Planned.Says("Warning: Push notifications are off");
    }

    [BehaviorRow("push_test", "changed")]
    [BehaviorRow("push_test", "unchanged")]
    [BehaviorRow("push_test", "destroy")]
    [Fact]
    public async Task Test_IsSentByTheCreateAndByEachChangeAlone()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddDevice("admin", "a-push-token");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config());
        Assert.Equal(1, Sent(session));

        session.Server.ClearRequests();
        await resource.HasNothingToDoAsync(made, resource.Config());
        Assert.Empty(Calls(session));

        var plan = await resource.PlanAsync(made, resource.Config(("required_devices", TfValue.Of(1))));
        Assert.Empty(plan.Planned.Replacing);
        made = (await resource.ApplyAsync(plan)).HasNoError();
        Assert.Equal(1, Sent(session));

        session.Server.ClearRequests();
        await resource.ApplyAsync(made, null);
        Assert.Empty(Calls(session));
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_push_test", PushTestSchema.Instance);

    // The id of the workspace is read before any change.
    private static IEnumerable<string> Calls(ProviderSession session) =>
        session.Requests.Where(request => request != "GET /api/v1/settings.public -> 200");

    private static int Sent(ProviderSession session) =>
        session.Requests.Count(request => request.Contains("push.test", StringComparison.Ordinal));
}
