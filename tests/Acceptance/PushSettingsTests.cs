using System.Text.Json.Nodes;
using Acceptance.Running;

namespace Acceptance;

/// <summary>The push page as code: what is named is managed, the rest is left alone, and a plan says what happens.</summary>
public sealed class PushSettingsTests
{
    private const string Address = "rocketchat_push_settings.this";

    private const string KeyOne = "a2V5IG9uZQ==";
    private const string KeyTwo = "a2V5IHR3bw==";

    internal const string Push = $$"""
        resource "rocketchat_push_settings" "this" {
          enabled              = true
          show_message         = false
          show_sender_and_room = true

          gateway = {
            enabled = false
          }

          apns = {
            key        = "-----BEGIN PRIVATE KEY-----\n{{KeyOne}}\n-----END PRIVATE KEY-----"
            passphrase = "passphrase one"
          }

          default_notifications = {
            mobile = "mentions"
          }
        }
        """;

    [Theory, EveryServerVersion]
    public async Task Lifecycle_OnEveryServerVersion_Works(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push, new() { VersionProfile = version });

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Restart of Rocket.Chat needed");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        Assert.False(fixture.Workspace.GetSetting("Push_enable_gateway")!.GetValue<bool>());
        Assert.Equal(Pem(KeyOne), fixture.Workspace.GetSetting("Push_apn_key")!.GetValue<string>());
        var mobile = fixture.Workspace.GetSetting("Accounts_Default_User_Preferences_pushNotifications")
            ?? fixture.Workspace.GetSetting("Accounts_Default_User_Preferences_mobileNotifications");
        Assert.Equal("mentions", mobile!.GetValue<string>());

        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
    }

    [BehaviorRow("push_settings", "new")]
    [Theory, EveryToolchain]
    public async Task Apply_WritesOnlyWhatDiffers(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, "resource \"rocketchat_push_settings\" \"this\" {\n  enabled = true\n}\n");

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST /api/v1/settings", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory]
    [EveryToolchain("Push_enable", "false")]
    [EveryToolchain("Push_show_message", "true")]
    [EveryToolchain("Push_show_username_room", "false")]
    [EveryToolchain("Push_enable_gateway", "true")]
    [EveryToolchain("Push_apn_key", "\"changed\"")]
    [EveryToolchain("Push_apn_passphrase", "\"changed\"")]
    [EveryToolchain("Accounts_Default_User_Preferences_pushNotifications", "\"nothing\"")]
    public async Task Drift_OfAnySetting_IsReportedAndCorrected(Toolchain toolchain, string id, string json)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var right = fixture.Workspace.GetSetting(id)!.ToJsonString();
        fixture.Workspace.SetSetting(id, JsonNode.Parse(json));

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Changed outside of this configuration").Says($"`{id}`").DoesNotSay(KeyOne);
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(right, fixture.Workspace.GetSetting(id)!.ToJsonString());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("push_settings", "unmanaged")]
    [Theory, EveryToolchain]
    public async Task Drift_OfWhatIsNotManaged_IsLeftAlone(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.SetSetting("Push_production", false);
        fixture.Workspace.SetSetting("Push_apn_cert", "by hand");

        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Changed outside of this configuration");
        Assert.DoesNotContain("by hand", (await fixture.Cli.ShowStateAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [BehaviorRow("push_settings", "secret-rotated")]
    [Theory, EveryToolchain]
    public async Task Rotation_OfSecret_IsSeenInPlanAndSent(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.ForgetRequests();

        fixture.Cli.Write("main.tf", Push.Replace(KeyOne, KeyTwo, StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("(sensitive value)").DoesNotSay(KeyTwo).DoesNotSay("passphrase one");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(Pem(KeyTwo), fixture.Workspace.GetSetting("Push_apn_key")!.GetValue<string>());
        Assert.Single(fixture.Requests, request => request.StartsWith("POST /api/v1/settings", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory]
    [EveryToolchain("keep", "false")]
    [EveryToolchain("reset", "true")]
    [EveryToolchain("restore", "true")]
    public async Task Destroy_InEachMode_DoesWhatItSays(Toolchain toolchain, string mode, string showMessage)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Push.Replace("enabled              = true", $"enabled = true\n  on_destroy = \"{mode}\"", StringComparison.Ordinal));
        fixture.Workspace.SetSetting("Push_show_username_room", false);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        (await fixture.Cli.DestroyAsync()).Succeeds();

        Assert.Equal(showMessage, fixture.Workspace.GetSetting("Push_show_message")!.ToJsonString());
        Assert.Equal(mode == "restore" ? "false" : "true", fixture.Workspace.GetSetting("Push_show_username_room")!.ToJsonString());
        Assert.Equal(mode == "keep" ? Pem(KeyOne) : "", fixture.Workspace.GetSetting("Push_apn_key")!.GetValue<string>());
    }

    [BehaviorRow("push_settings", "import")]
    [Theory, EveryToolchain]
    public async Task Import_IntoEmptyState_PlansOnlyTheSecretsThatNoImportReads(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();

        (await fixture.Cli.ImportAsync(Address, "push")).Succeeds();

        (await fixture.Cli.PlanAsync()).Says("Plan: 0 to add, 1 to change, 0 to destroy.").Says("+ key = (sensitive value)");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithGatewayOfUnregisteredWorkspace_NamesTheOtherResource(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Push.Replace("enabled = false", "enabled = true", StringComparison.Ordinal));

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Gateway without registration").Says("rocketchat_workspace_registration");
    }

    [BehaviorRow("push_settings", "overwritten-at-start")]
    [Theory, EveryToolchain]
    public async Task Restart_WithOverwrite_IsExplained(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Workspace.Restart(new Dictionary<string, string> { ["OVERWRITE_SETTING_Push_show_message"] = "true" });

        (await fixture.Cli.PlanAsync()).HasChanges().Says("OVERWRITE_SETTING_Push_show_message");
    }

    [Theory]
    [EveryToolchain("6.5")]
    [EveryToolchain("8.8")]
    public async Task Apply_OfSettingThatTheServerBlocks_SaysSoAndConvergesWithoutTheBlock(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Push, new() { VersionProfile = version });
        fixture.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_BLOCKED"] = "Push_show_message" });

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("SETTINGS_BLOCKED").DoesNotSay(KeyOne);

        fixture.Workspace.Restart(new Dictionary<string, string>());
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    private static string Pem(string key) => $"-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----";
}
