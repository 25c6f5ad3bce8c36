using Acceptance.Running;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Diagnostics of a plan of the push settings.</summary>
public sealed class PushSettingsReviewTests
{
    private const string Overwrites = "Warning: Settings will be overwritten";
    private const string Unregistered = "Warning: Gateway without registration";
    private const string Restart = "Warning: Restart of Rocket.Chat needed";
    private const string Quota = "Warning: Every message counts";

    [BehaviorRow("push_settings", "gateway-unregistered")]
    [Theory]
    [InlineData(false, false, "the workspace is not registered and the privacy terms of the cloud are not accepted")]
    [InlineData(false, true, "the workspace is not registered: ")]
    [InlineData(true, false, "the privacy terms of the cloud are not accepted: ")]
    [InlineData(true, true, null)]
    public async Task Gateway_WithoutRegistrationOrTerms_NamesWhatLacksAndTheOtherResource(
        bool isRegistered, bool isAccepted, string? expected)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Register_Server", isRegistered);
        session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", isAccepted);
        var resource = On(session);
        foreach (var config in new[] { resource.Config(("gateway.enabled", TfValue.True)), resource.Config(("enabled", TfValue.True)) })
        {
            var planned = (await resource.PlanAsync(null, config)).Planned;
            _ = expected is null ? planned.Says() : planned.Says(Unregistered).With(expected).With("`rocketchat_workspace_registration`");
        }
    }

    [Theory]
    [InlineData("show_message")]
    [InlineData("apns.key")]
    public async Task Gateway_WhenNeitherItNorPushIsNamed_IsNotChecked(string path)
    {
        await using var session = await ProviderSession.StartAsync();
        var attribute = PushAttribute.At(path);
        session.Workspace.SetSetting(attribute.Id, attribute.JsonOne);
        var resource = On(session);

        (await resource.PlanAsync(null, resource.Config((path, attribute.One)))).Planned.Says();
    }

    [Fact]
    public async Task MobileForEveryMessage_IsNotedAsItComesAndNotAgain()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
        session.Workspace.SetSetting("Register_Server", true);
        var resource = On(session);
        var all = resource.Config(("enabled", TfValue.True), ("default_notifications.mobile", TfValue.Of("all")));

        // The value is the server's default, so nothing would change, but a reader of the plan may want to know.
        var plan = await resource.PlanAsync(null, all);
        plan.Planned.Says(Quota).With("10,000");
        var made = await resource.ApplyAsync(plan);
        (await resource.HasNothingToDoAsync(made, all)).Planned.Says();

        var mentions = await resource.ApplyAsync(
            made, resource.Config(("enabled", TfValue.True), ("default_notifications.mobile", TfValue.Of("mentions"))));
        (await resource.PlanAsync(mentions, all)).Planned.Says(Quota);
        (await resource.PlanAsync(
            null, resource.Config(("gateway.enabled", TfValue.False), ("default_notifications.mobile", TfValue.Of("all")))))
            .Planned.Says(Overwrites, Restart);
    }

    [BehaviorRow("push_settings", "restart")]
    [Theory]
    [InlineData("enabled")]
    [InlineData("gateway.enabled")]
    [InlineData("gateway.url")]
    [InlineData("production")]
    public async Task Change_ThatNeedsARestart_IsReportedInPlanAndState(string path)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "6.5" });
        var attribute = PushAttribute.At(path);
        session.Workspace.SetSetting(attribute.Id, attribute.JsonOne);
        var resource = On(session);

        var plan = await resource.PlanAsync(null, resource.Config((path, attribute.Two)));
        plan.Planned.Says(Overwrites, Restart).With($"`{path}`");
        Assert.DoesNotContain("reload", plan.Planned.Messages, StringComparison.Ordinal);
        var made = await resource.ApplyAsync(plan);
        Assert.True(made.At("restart_required").Bool);

        // An apply that writes nothing does not restart a server; one that writes something else says what that needs.
        made = await resource.ApplyAsync(made, resource.Config((path, attribute.Two), ("on_destroy", TfValue.Of("reset"))));
        Assert.True(made.At("restart_required").Bool);
        made = await resource.ApplyAsync(made, resource.Config((path, attribute.Two), ("show_message", TfValue.False)));
        Assert.False(made.At("restart_required").Bool);
    }

    [Theory]
    [InlineData("show_message", false)]
    [InlineData("gateway.url", true)]
    public async Task ChangeOfAStoredObject_PlansWhetherItNeedsARestart(string path, bool needsRestart)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "6.5" });
        session.Workspace.Register();
        session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
        var resource = On(session);
        var attribute = PushAttribute.At(path);
        var made = await resource.ApplyAsync(null, resource.Config((path, attribute.One), ("show_sender_and_room", TfValue.False)));

        var plan = await resource.PlanAsync(made, resource.Config((path, attribute.Two), ("show_sender_and_room", TfValue.False)));

        Assert.Equal(TfValue.Of(needsRestart), plan.Planned.At("restart_required"));
        made = (await resource.ApplyAsync(plan)).HasNoError();
        Assert.Equal(TfValue.Of(needsRestart), made.At("restart_required"));

        // An apply that writes nothing leaves what the apply before it said.
        plan = await resource.PlanAsync(
            made, resource.Config((path, attribute.Two), ("show_sender_and_room", TfValue.False), ("on_destroy", TfValue.Of("restore"))));
        Assert.Equal(TfValue.Of(needsRestart), plan.Planned.At("restart_required"));
    }

    [Fact]
    public async Task Reload_OnServerThatCannot_IsReportedAndRestartIsRequired()
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "7.10" });
        var resource = On(session);

        var plan = await resource.PlanAsync(
            null, resource.Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.False), ("reload", TfValue.True)));
        plan.Planned.Says(Overwrites, Restart).With("`reload` has no effect on Rocket.Chat 7.10");

        Assert.True((await resource.ApplyAsync(plan)).At("restart_required").Bool);
        Assert.Equal(["POST /api/v1/settings/Push_enable_gateway -> 200"], Writes(session));
    }

    [BehaviorRow("push_settings", "restart")]
    [Theory]
    [InlineData("8.6", "gateway.url", true)]
    [InlineData("8.6", "production", false)]
    [InlineData("8.8", "production", true)]
    public async Task Reload_PerVersion_IsOfferedAndUsedForWhatItApplies(string version, string path, bool isApplied)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        var attribute = PushAttribute.At(path);
        session.Workspace.SetSetting(attribute.Id, attribute.JsonOne);
        var resource = On(session);

        var without = (await resource.PlanAsync(null, resource.Config((path, attribute.Two)))).Planned.With(Restart);
        Assert.Equal(isApplied, without.Messages.Contains("Set `reload = true` to avoid the restart", StringComparison.Ordinal));
        var plan = await resource.PlanAsync(
            null, resource.Config((path, attribute.Two), ("enabled", TfValue.True), ("reload", TfValue.True)));
        Assert.Equal(!isApplied, plan.Planned.Headlines.Contains(Restart));
        if (!isApplied)
        {
            plan.Planned.With("On Rocket.Chat 8.6.1, `reload` applies a change of `gateway.url` only.");
        }

        var made = (await resource.ApplyAsync(plan)).HasNoError();
        Assert.Equal(!isApplied, made.At("restart_required").Bool);
    }

    [Fact]
    public async Task Reload_OnServerThatCan_SwitchesOffAndOnAfterTheRest()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = resource.Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.False), ("reload", TfValue.True));

        var plan = await resource.PlanAsync(null, config);
        plan.Planned.Says(Overwrites);
        var made = await resource.ApplyAsync(plan);

        Assert.False(made.At("restart_required").Bool);
        Assert.Equal(
            [
                "POST /api/v1/settings/Push_enable_gateway -> 200",
                "POST /api/v1/settings/Push_enable -> 200",
                "POST /api/v1/settings/Push_enable -> 200",
            ],
            Writes(session));
        Assert.True(session.Workspace.GetSetting("Push_enable")!.GetValue<bool>());
        await resource.HasNothingToDoAsync(made, config);
    }

    [Fact]
    public async Task Reload_AskedForAfterwards_TakesUpWhatWasLeftToARestart()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.False)));
        Assert.True(made.At("restart_required").Bool);
        session.Server.ClearRequests();

        made = await resource.ApplyAsync(
            made, resource.Config(("enabled", TfValue.True), ("gateway.enabled", TfValue.False), ("reload", TfValue.True)));

        Assert.False(made.At("restart_required").Bool);
        Assert.Equal(["POST /api/v1/settings/Push_enable -> 200", "POST /api/v1/settings/Push_enable -> 200"], Writes(session));
    }

    [BehaviorRow("push_settings", "new")]
    [Fact]
    public async Task FirstPlan_NamesEachValueThatWillBeOverwrittenAndNoSecret()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Push_apn_key", "a key of somebody");
        session.Workspace.SetSetting("Push_apn_cert", "a certificate of somebody");
        var resource = On(session);

        var planned = (await resource.PlanAsync(null, resource.Config(
            ("show_message", TfValue.False),
            ("show_sender_and_room", TfValue.True),
            ("default_notifications.mobile", TfValue.Of("mentions")),
            ("apns.key", PushAttribute.At("apns.key").One),
            ("apns.certificate_wo", PushAttribute.At("apns.certificate").One),
            ("apns.certificate_wo_version", TfValue.Of(1))))).Planned;

        planned.Says(Overwrites)
            .With("`Push_show_message` from true to false; ")
            .With("`Push_apn_key` (sensitive); `Push_apn_cert` (sensitive)")
            .With("`Accounts_Default_User_Preferences_pushNotifications` from \"all\" to \"mentions\"");
        Assert.DoesNotContain("Push_show_username_room", planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("of somebody", planned.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway.url", "gateway.example.org", "Error: Invalid gateway address")]
    [InlineData("gateway.url", "ftp://gateway.example.org", "Error: Invalid gateway address")]
    [InlineData("apns.key", "MARKED", "Error: Not in PEM format")]
    [InlineData("apns.key_wo", "-----BEGIN PRIVATE KEY-----MARKED", "Error: Not in PEM format")]
    [InlineData("apns.sandbox.certificate", "MARKED", "Error: Not in PEM format")]
    public async Task Value_ThatCannotWork_IsRefusedWhenItIsNewAndKeptWhereItIsStored(string path, string value, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = resource.Config([
            (path, TfValue.Of(value)),
            .. path.EndsWith("_wo", StringComparison.Ordinal) ? [(path + "_version", TfValue.Of(1))] : ((string, TfValue)[])[],
        ]);

        var plan = await resource.PlanAsync(null, config);
        Assert.Equal([expected], plan.Planned.Headlines.Where(h => h.StartsWith("Error", StringComparison.Ordinal)));
        plan.Planned.With($"`{path}`");
        Assert.DoesNotContain("MARKED", plan.Planned.Messages, StringComparison.Ordinal);

        var before = config.With("id", TfValue.Of("push")).With("on_destroy", TfValue.Of("keep"));
        var stored = new Outcome(before, Google.Protobuf.ByteString.Empty, []);
        (await session.PlanAsync("rocketchat_push_settings", PushServers.Schema, stored, config)).HasNoError();
    }

    [BehaviorRow("push_settings", "destroy-reset")]
    [BehaviorRow("push_settings", "destroy-restore")]
    [Theory]
    [InlineData("reset", "Warning: Settings will be reset", "`Push_show_message` to true")]
    [InlineData("restore", "Warning: Settings will be restored", "`Push_gateway` to \"https://before.example.org\"")]
    public async Task Destroy_ThatWrites_NamesEachValueAndNoSecret(string mode, string expected, string line)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Push_gateway", "https://before.example.org");
        session.Workspace.SetSetting("Push_apn_passphrase", "MARKED before");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, resource.Config(
            ("gateway.url", TfValue.Of("https://mine.example.org")),
            ("show_message", TfValue.False),
            ("show_sender_and_room", TfValue.True),
            ("apns.passphrase", TfValue.Of("MARKED mine")),
            ("on_destroy", TfValue.Of(mode))));

        var planned = (await resource.PlanAsync(made, null)).Planned.Says(expected).With(line).With("`Push_apn_passphrase` (sensitive)");

        Assert.DoesNotContain("MARKED", planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Push_show_username_room", planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("mine.example.org", planned.Messages, StringComparison.Ordinal);
    }

    [BehaviorRow("push_settings", "setting-removed")]
    [Fact]
    public async Task Attribute_ThatAnUpgradeRemoved_WarnsAndBlocksNoDestroy()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = resource.Config(("default_notifications.voice_calls", TfValue.False));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.Restart(new Dictionary<string, string>
        {
            ["SETTINGS_HIDDEN"] = "Accounts_Default_User_Preferences_desktopNotificationVoiceCalls",
        });

        (await resource.PlanAsync(made, config)).Planned.Says("Warning: Setting not on this server");

        // Nor once another attribute was applied without it.
        config = resource.Config(("default_notifications.voice_calls", TfValue.False), ("show_message", TfValue.False));
        made = await resource.ApplyAsync(made, config);
        (await resource.PlanAsync(made, config)).Planned.Says("Warning: Setting not on this server");
        await resource.ApplyAsync(made, null);
    }

    [Theory]
    [InlineData("3.11", "fcm.service_account_json", "Push_google_api_credentials")]
    [InlineData("3.11", "default_notifications.mobile_ringing", "enableMobileRinging")]
    [InlineData("7.10", "legacy_fcm.api_key", "Push_gcm_api_key")]
    [InlineData("7.10", "default_notifications.voice_calls", "desktopNotificationVoiceCalls")]
    public async Task Attribute_ThatTheVersionLacks_IsReportedAtItsPlace(string version, string path, string id)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        var resource = On(session);
        var config = resource.Config((path, PushAttribute.At(path).One));

        var planned = (await resource.PlanAsync(null, config)).Planned;
        planned.Says("Error: Setting not on this server").With(id);
        Assert.Contains($"`{path}`", planned.Diagnostics[0].Detail, StringComparison.Ordinal);
        Assert.EndsWith("Remove the attribute.", planned.Diagnostics[0].Detail, StringComparison.Ordinal);

        // The line of the object, which every CLI finds; none where the object holds a secret, which the CLI would quote.
        var shown = path.Split('.')[0];
        Assert.Equal(shown == "default_notifications" ? shown : null, planned.Diagnostics[0].Attribute?.Steps.Single().AttributeName);

        await session.ConfigureAsync(
            RocketChat.Emulator.Seeding.DefaultSeed.AdminId, RocketChat.Emulator.Seeding.DefaultSeed.AdminToken, "warn");
        var plan = await resource.PlanAsync(null, config);
        plan.Planned.Says("Warning: Setting not on this server");
        (await resource.ApplyAsync(plan)).Says("Error: Setting not on this server");
        Assert.Empty(Writes(session));
    }

    [BehaviorRow("push_settings", "without-license")]
    [Theory]
    [InlineData(false, "Warning: Stored, not effective")]
    [InlineData(true)]
    public async Task EnterpriseSetting_WithoutLicense_IsStoredButNotEffective(bool hasLicense, params string[] expected)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.HasLicense = hasLicense;
        session.Workspace.SetSetting("Push_request_content_from_server", false);
        var resource = On(session);
        var config = resource.Config(("fetch_content_from_server", TfValue.True));

        var plan = await resource.PlanAsync(null, config);
        plan.Planned.Says(["Warning: Settings will be overwritten", .. expected]);
        var made = (await resource.ApplyAsync(plan)).Says();

        Assert.True(made.At("fetch_content_from_server").Bool);
        (await resource.HasNothingToDoAsync(made, config)).Planned.Says(expected);
        await resource.HasNothingToDoAsync(await resource.ImportAsync("push"), config);
    }

    private static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_push_settings", PushServers.Schema);

    private static IEnumerable<string> Writes(ProviderSession session) =>
        session.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal));
}
