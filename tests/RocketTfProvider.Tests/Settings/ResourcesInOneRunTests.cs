using Acceptance.Running;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Resources that are made of settings know of each other in a run.</summary>
public sealed class ResourcesInOneRunTests
{
    private const string Push = "rocketchat_push_settings";
    private const string Registration = "rocketchat_workspace_registration";
    private const string Single = "rocketchat_setting";
    private const string Twice = "Warning: Setting managed twice";

    [Theory]
    [InlineData(Push, "`show_message` is the setting `Push_show_message`, which another `rocketchat_push_settings` of this configuration "
        + "manages too: each undoes what the other does. Keep one of them.")]
    [InlineData(Registration, "`accept_privacy_terms` is the setting `Cloud_Service_Agree_PrivacyTerms`, which another "
        + "`rocketchat_workspace_registration` of")]
    [InlineData(Single, "`value` is the setting `Push_show_message`, which another `rocketchat_setting` of this configuration manages too")]
    public async Task TwoOfOneType_WithTheSameSetting_AreToldOnce(string type, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var (schema, config) = Sample(session, type);

        (await session.PlanAsync(type, schema, null, config)).DoesNotSay(Twice);
        (await session.PlanAsync(type, schema, null, config)).With(expected);
    }

    [Theory]
    [InlineData(Push)]
    [InlineData(Registration)]
    [InlineData(Single)]
    public async Task OneThatIsReplaced_IsNotTakenForTwo(string type)
    {
        await using var session = await ProviderSession.StartAsync();
        var (schema, config) = Sample(session, type);
        var resource = new ResourceLifecycle(session, type, schema);
        var made = await resource.ApplyAsync(null, config);
        await session.NextRunAsync();

        // First as a change, then, with the private state of that, as something new.
        var change = await session.PlanAsync(type, schema, made, config);
        var again = await session.PlanAsync(type, schema, change with { Value = TfValue.Null }, config);

        change.DoesNotSay(Twice);
        again.DoesNotSay(Twice);
    }

    [Theory]
    [InlineData("Push_show_message", Push)]
    [InlineData("Cloud_Service_Agree_PrivacyTerms", Registration)]
    [InlineData("Register_Server", Registration)]
    [InlineData("Site_Name", Registration)]
    public async Task Setting_OfASpecialisedResource_IsReportedWhicheverIsPlannedFirst(string id, string type)
    {
        await using var session = await ProviderSession.StartAsync();
        var (schema, config) = Sample(session, type);
        var single = ProviderSession.ObjectOf(SettingSchema.Instance, new()
        {
            ["setting_id"] = TfValue.Of(id),
            ["value"] = id == "Site_Name" ? Dynamic(TfType.String, TfValue.Of("x")) : Dynamic(TfType.Bool, TfValue.True),
        });

        await session.PlanAsync(type, schema, null, config);
        (await session.PlanAsync(Single, SettingSchema.Instance, null, single)).With(Twice)
            .With($"`value` is the setting `{id}`, which a `{type}` of this configuration manages too");

        await session.NextRunAsync();
        await session.PlanAsync(Single, SettingSchema.Instance, null, single);
        (await session.PlanAsync(type, schema, null, config))
            .With($"`{id}`, which a `rocketchat_setting` of this configuration manages too");

        // Each run starts empty.
        await session.NextRunAsync();
        (await session.PlanAsync(Single, SettingSchema.Instance, null, single)).DoesNotSay(Twice);
    }

    // Without a token nothing registers the workspace, so nothing waits for a restart.
    [Fact]
    public async Task Registration_WithoutToken_LeavesThePushSettingsNothingToDo()
    {
        await using var session = await ProviderSession.StartAsync();
        var push = new ResourceLifecycle(session, Push, PushServers.Schema)
            .Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.True));
        var made = new Outcome?[2];
        for (var round = 0; round < 2; round++)
        {
            await session.NextRunAsync();
            made[0] = await ApplyAsync(Registration, WorkspaceRegistrationSchema.Instance, made[0], TermsOnly());
            made[1] = await ApplyAsync(Push, PushServers.Schema, made[1], push);
        }

        await session.NextRunAsync();
        (await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, made[0], TermsOnly())).Says();
        var planned = await session.PlanAsync(Push, PushServers.Schema, made[1], push);
        planned.DoesNotSay("Warning: Restart of Rocket.Chat needed");
        Assert.Equal(made[1]!.Value, planned.Value);

        async Task<Outcome> ApplyAsync(string type, TerraformPlugin.Schemas.Schema schema, Outcome? prior, TfValue config) =>
            (await session.ApplyAsync(type, schema, prior, config, await session.PlanAsync(type, schema, prior, config))).HasNoError();
    }

    [BehaviorRow("push_settings", "gateway-unregistered")]
    [Fact]
    public async Task Gateway_WithRegistrationInTheSameRun_IsNotCalledUnregistered()
    {
        await using var session = await ProviderSession.StartAsync();
        var push = new ResourceLifecycle(session, Push, PushServers.Schema)
            .Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.True), ("reload", TfValue.True));

        await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, null, Sample(session, Registration).Config);
        (await session.PlanAsync(Push, PushServers.Schema, null, push)).Says();

        // Terms alone give no access.
        await session.NextRunAsync();
        await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, null, TermsOnly());
        (await session.PlanAsync(Push, PushServers.Schema, null, push)).Says("Warning: Gateway without registration")
            .With("but the workspace is not registered: ");
    }

    // Without a dependency a CLI plans either of them first, and the apply, which plans again, the other one.
    [Theory]
    [InlineData(Registration, Push)]
    [InlineData(Push, Registration)]
    public async Task Restart_ForARegistrationOfTheSameRun_IsReportedByTheSecondPlanInEitherOrder(string first, string second)
    {
        const string Restart = "Warning: Restart of Rocket.Chat needed";
        await using var session = await ProviderSession.StartAsync();

        var plans = new List<Outcome>();
        foreach (var type in (string[])[first, second])
        {
            var (schema, config) = Sample(session, type);
            plans.Add(await session.PlanAsync(type, schema, null, config));
        }

        plans[0].DoesNotSay(Restart);
        plans[1].With(Restart).With("`rocketchat_workspace_registration` takes effect only after");
    }

    // The setting moves from one resource to the other in one apply, and no order is sure.
    [Fact]
    public async Task Setting_ThatTheRegistrationTakesOver_IsNotResetByTheDestroyOfTheFormer()
    {
        await using var session = await ProviderSession.StartAsync();
        var single = ProviderSession.ObjectOf(SettingSchema.Instance, new()
        {
            ["setting_id"] = TfValue.Of("Site_Name"),
            ["value"] = Dynamic(TfType.String, TfValue.Of("Former")),
            ["on_destroy"] = TfValue.Of("reset"),
        });
        var resource = new ResourceLifecycle(session, Single, SettingSchema.Instance);
        var former = await resource.ApplyAsync(null, single);
        await session.NextRunAsync();
        var schema = WorkspaceRegistrationSchema.Instance;
        var registration = Sample(session, Registration).Config;
        var planned = await session.PlanAsync(Registration, schema, null, registration);
        var destroyed = await session.PlanAsync(Single, SettingSchema.Instance, former, null);

        await session.NextRunAsync();
        (await session.ApplyAsync(Registration, schema, null, registration, planned)).HasNoError();
        (await session.ApplyAsync(Single, SettingSchema.Instance, former, null, destroyed)).HasNoError();

        Assert.Equal("Example", session.Workspace.GetSetting("Site_Name")!.GetValue<string>());
    }

    // The apply could only fail on it.
    [Fact]
    public async Task Registration_WithASettingThatTheServerHides_ErrsAtPlanAndWarnsOnceItIsApplied()
    {
        await using var session = await ProviderSession.StartAsync();
        var schema = WorkspaceRegistrationSchema.Instance;
        var registration = Sample(session, Registration).Config;
        var made = await new ResourceLifecycle(session, Registration, schema).ApplyAsync(null, registration);
        session.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_HIDDEN"] = "Site_Name" });
        await session.NextRunAsync();

        (await session.PlanAsync(Registration, schema, null, registration)).With("Error: Setting not on this server: \"Site_Name\"");
        (await session.PlanAsync(Registration, schema, made, registration)).HasNoError()
            .With("Warning: Setting not on this server: \"Site_Name\"");
    }

    // The gateway needs both: what only one of them changes waits for no restart.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Terms_NeedARestartOfPushOnlyWhereTheWorkspaceIsRegistered(bool isRegistered, bool needsRestart)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "6.5" });
        session.Workspace.SetSetting("Register_Server", isRegistered);
        if (isRegistered)
        {
            session.Workspace.Register();
            session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", false);
        }

        var push = new ResourceLifecycle(session, Push, PushServers.Schema)
            .Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.True));

        var planned = await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, null, TermsOnly());
        var plannedPush = await session.PlanAsync(Push, PushServers.Schema, null, push);
        (await session.ApplyAsync(Registration, WorkspaceRegistrationSchema.Instance, null, TermsOnly(), planned)).HasNoError();
        var made = (await session.ApplyAsync(Push, PushServers.Schema, null, push, plannedPush)).HasNoError();

        Assert.Equal(needsRestart, plannedPush.Headlines.Contains("Warning: Restart of Rocket.Chat needed"));
        Assert.Equal(needsRestart, made.At("restart_required").Bool);
    }

    // The registration may be planned after the push settings, if nothing makes them wait for it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ChangeOfPush_BesideARegistrationThatIsPlannedLater_LeavesTheRestartOpen(bool isRegistered)
    {
        await using var session = await ProviderSession.StartAsync();
        if (isRegistered)
        {
            session.Workspace.Register();
            session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
        }

        var resource = new ResourceLifecycle(session, Push, PushServers.Schema);
        var made = await resource.ApplyAsync(null, resource.Config(("show_message", TfValue.False)));

        var plan = await resource.PlanAsync(made, resource.Config(("show_message", TfValue.True)));

        Assert.Equal(isRegistered ? TfValue.False : TfValue.Unknown, plan.Planned.At("restart_required"));
    }

    [BehaviorRow("push_settings", "registration-in-run")]
    [Theory]
    [InlineData("6.5", true)]
    [InlineData("8.8", false)]
    public async Task Registration_InTheSameRun_IsAppliedByAReloadOrLeftToARestart(string version, bool needsRestart)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        var registration = Sample(session, Registration).Config;
        var push = new ResourceLifecycle(session, Push, PushServers.Schema)
            .Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.True), ("reload", TfValue.True));

        var planned = await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, null, registration);
        var plannedPush = await session.PlanAsync(Push, PushServers.Schema, null, push);
        plannedPush.Says(needsRestart ? ["Warning: Restart of Rocket.Chat needed"] : []);
        await session.NextRunAsync();
        (await session.ApplyAsync(Registration, WorkspaceRegistrationSchema.Instance, null, registration, planned)).HasNoError();
        session.Server.ClearRequests();
        var made = await session.ApplyAsync(Push, PushServers.Schema, null, push, plannedPush);

        // Nothing of its own had to be written: push and its gateway are on by themselves.
        Assert.Equal(needsRestart, made.At("restart_required").Bool);
        Assert.Equal(needsRestart ? 0 : 2, session.Requests.Count(r => r == "POST /api/v1/settings/Push_enable -> 200"));
    }

    [Fact]
    public async Task Registration_AfterThePushSettings_HasThemApplyIt()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = new ResourceLifecycle(session, Push, PushServers.Schema);
        var push = resource.Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.True), ("reload", TfValue.True));
        var made = await resource.ApplyAsync(null, push);
        Assert.False(made.At("restart_required").Bool);
        await session.NextRunAsync();
        session.Server.ClearRequests();

        var registration = Sample(session, Registration).Config;
        var planned = await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, null, registration);
        var plannedPush = await session.PlanAsync(Push, PushServers.Schema, made, push);
        Assert.True(plannedPush.At("restart_required").IsUnknown);
        await session.NextRunAsync();
        var registered = (await session.ApplyAsync(Registration, WorkspaceRegistrationSchema.Instance, null, registration, planned))
            .HasNoError();
        made = (await session.ApplyAsync(Push, PushServers.Schema, made, push, plannedPush)).HasNoError();

        Assert.False(made.At("restart_required").Bool);
        Assert.Equal(2, session.Requests.Count(r => r == "POST /api/v1/settings/Push_enable -> 200"));
        await session.NextRunAsync();
        await session.PlanAsync(Registration, WorkspaceRegistrationSchema.Instance, registered, registration);
        Assert.Equal(made.Value, (await session.PlanAsync(Push, PushServers.Schema, made, push)).Value);
    }

    private static (Schema Schema, TfValue Config) Sample(ProviderSession session, string type) => type switch
    {
        Push => (PushServers.Schema, new ResourceLifecycle(session, Push, PushServers.Schema).Config(("show_message", TfValue.True))),
        Registration => (WorkspaceRegistrationSchema.Instance, ProviderSession.ObjectOf(WorkspaceRegistrationSchema.Instance, new()
        {
            ["accept_privacy_terms"] = TfValue.True,
            ["registration_token"] = TfValue.Of("a-registration-token"),
            ["site_name"] = TfValue.Of("Example"),
        })),
        _ => (SettingSchema.Instance, ProviderSession.ObjectOf(SettingSchema.Instance, new()
        {
            ["setting_id"] = TfValue.Of("Push_show_message"),
            ["value"] = Dynamic(TfType.Bool, TfValue.True),
        })),
    };

    private static TfValue TermsOnly() =>
        ProviderSession.ObjectOf(WorkspaceRegistrationSchema.Instance, new() { ["accept_privacy_terms"] = TfValue.True });

    private static TfValue Dynamic(TfType type, TfValue value) => TfValue.Dynamic(type, value);
}
