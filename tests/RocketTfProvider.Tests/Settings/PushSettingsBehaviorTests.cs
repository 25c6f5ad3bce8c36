using Acceptance.Running;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_push_settings</c> that no other test shows.</summary>
public sealed class PushSettingsBehaviorTests
{
    private const string Write = "POST /api/v1/settings";

    [BehaviorRow("push_settings", "new")]
    [Theory]
    [InlineData("6.5", 2)]
    [InlineData("8.6", 1)]
    public async Task New_ReadsOneListAndWritesInOneCallWhereTheServerCan(string version, int writes)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        var resource = On(session);
        var plan = await resource.PlanAsync(null, TwoValues(resource));
        Assert.Single(session.Requests, request => request == "GET /api/v1/settings -> 200");
        session.Server.ClearRequests();

        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Equal(writes, session.Requests.Count(IsAcceptedWrite));
        var calls = session.Requests.ToList();
        Assert.InRange(calls.FindLastIndex(IsRead), calls.FindLastIndex(IsAcceptedWrite) + 1, calls.Count);
    }

    [BehaviorRow("push_settings", "gateway-unregistered")]
    [Fact]
    public async Task Gateway_WithoutRegistration_CostsNoCall()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        await resource.PlanAsync(null, resource.Config(("show_message", TfValue.True)));
        var before = session.Requests.Count();
        session.Server.ClearRequests();

        (await resource.PlanAsync(null, resource.Config(("gateway.enabled", TfValue.True)))).Planned
            .Says("Warning: Gateway without registration");

        Assert.Equal(before, session.Requests.Count());
    }

    [BehaviorRow("push_settings", "no-longer-managed")]
    [Theory]
    [InlineData("show_message", false)]
    [InlineData("apns.key", true)]
    public async Task AttributeThatIsRemoved_IsUnknownOrNullForASecret(string path, bool isSecret)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config((path, PushAttribute.At(path).One)));

        var plan = await resource.PlanAsync(made, resource.Config(("production", TfValue.True)));

        plan.Planned.With("Warning: Settings no longer managed");
        Assert.Equal((!isSecret, isSecret), (plan.Planned.At(path).IsUnknown, plan.Planned.At(path).IsNull));
    }

    [BehaviorRow("push_settings", "setting-removed")]
    [Fact]
    public async Task AttributeOfASettingThatIsGone_IsAddedAgainAndLeftOut()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = resource.Config(("default_notifications.voice_calls", TfValue.False));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.Restart(new Dictionary<string, string>
        {
            ["SETTINGS_HIDDEN"] = "Accounts_Default_User_Preferences_desktopNotificationVoiceCalls",
        });
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, config);
        plan.Planned.Says("Warning: Setting not on this server");
        Assert.Equal(["default_notifications.voice_calls"], plan.ChangedPaths);
        (await resource.ApplyAsync(plan)).HasNoError();
        (await resource.PlanAsync(made, null)).Planned.HasNoError();

        Assert.DoesNotContain(session.Requests, IsWrite);
    }

    [BehaviorRow("push_settings", "destroy-keep")]
    [BehaviorRow("push_settings", "import")]
    [Fact]
    public async Task ImportAndDestroyWithKeep_WriteNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var plan = await resource.PlanAsync(await resource.ImportAsync("push"), null);
        plan.Planned.Says();
        (await resource.ApplyAsync(plan)).Says();

        Assert.DoesNotContain(session.Requests, IsWrite);
    }

    [BehaviorRow("push_settings", "create-fails")]
    [Fact]
    public async Task CreateThatFails_TakesTheLastWriteBackFirst()
    {
        await using var fixture = await SettingsFixture.StartAsync("push one by one");
        var plan = await fixture.Lifecycle.PlanAsync(null, fixture.Config("keep"));
        fixture.Session.Server.ClearRequests();
        fixture.RefuseWrite(4);
        var refused = await fixture.Lifecycle.ApplyAsync(plan);
        fixture.AcceptWrites();

        refused.With("Failed create is taken back");
        Assert.True(refused.Value.IsNull);
        var written = fixture.Session.Requests.Where(IsAcceptedWrite).ToList();
        Assert.Equal(0, written.Count % 2);
        Assert.NotEmpty(written);
        Assert.Equal(written.Take(written.Count / 2).Reverse(), written.Skip(written.Count / 2));
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_push_settings", PushServers.Schema);

    private static TfValue TwoValues(ResourceLifecycle resource) =>
        resource.Config(("show_message", TfValue.False), ("show_sender_and_room", TfValue.False));

    private static bool IsRead(string request) => request.StartsWith("GET /api/v1/settings", StringComparison.Ordinal)
        && !request.Contains("settings.public", StringComparison.Ordinal);

    private static bool IsWrite(string request) => request.StartsWith(Write, StringComparison.Ordinal);

    private static bool IsAcceptedWrite(string request) => IsWrite(request) && request.EndsWith(" 200", StringComparison.Ordinal);
}
