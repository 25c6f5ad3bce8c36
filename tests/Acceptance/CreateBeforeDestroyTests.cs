using Acceptance.Running;
using RocketChat.Emulator.Faults;

namespace Acceptance;

/// <summary>The resources that are made of settings, replaced by a CLI that creates the new object first, and in the other order.</summary>
public sealed class CreateBeforeDestroyTests
{
    private const string Module = """
        resource "rocketchat_setting" "this" {
          setting_id = "SMTP_Username"
          value      = "ours"
          on_destroy = "restore"
          lifecycle { create_before_destroy = true }
        }

        resource "rocketchat_push_settings" "this" {
          show_message = false
          on_destroy   = "restore"
          lifecycle { create_before_destroy = true }
        }

        resource "rocketchat_federation" "this" {
          domain       = "example.org"
          test         = { enabled = false }
          wait_for_dns = { enabled = false }
          lifecycle { create_before_destroy = true }
        }

        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
          registration_token   = "registration-token-1"
          site_name            = "Ours"
          lifecycle { create_before_destroy = true }
        }
        """;

    private static readonly string[] ReplaceAll =
    [
        .. from type in (string[])["setting", "push_settings", "federation", "workspace_registration"]
           select $"-replace=rocketchat_{type}.this",
    ];

    [BehaviorRow("setting", "replaced-same-id")]
    [BehaviorRow("push_settings", "replaced")]
    [BehaviorRow("federation", "replaced")]
    [Theory, EveryToolchain]
    public async Task Replaced_ByRequest_LeavesWhatTheNewObjectsManage(Toolchain toolchain)
    {
        await using var fixture = await StartAsync(toolchain, Module);

        var replaced = await fixture.Cli.ApplyAsync(ReplaceAll);

        replaced.Succeeds().Says("4 added, 0 changed, 4 destroyed").Says("Settings are kept").Says("are not handed over")
            .DoesNotSay("Federation will be disabled");
        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        Assert.True(fixture.Workspace.GetSetting("Federation_Service_Enabled")!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Replaced_ByRequest_DeletedFirst_EndsTheSame(Toolchain toolchain)
    {
        await using var fixture = await StartAsync(
            toolchain, Module.Replace("lifecycle { create_before_destroy = true }", "", StringComparison.Ordinal));

        (await fixture.Cli.ApplyAsync(ReplaceAll)).Succeeds().Says("4 added, 0 changed, 4 destroyed").DoesNotSay("Settings are kept");

        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        Assert.True(fixture.Workspace.GetSetting("Federation_Service_Enabled")!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal("theirs", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
    }

    [BehaviorRow("setting", "replaced-other-id")]
    [Theory, EveryToolchain]
    public async Task Replaced_ByAnotherKey_UndoesTheFormerSettingAlone(Toolchain toolchain)
    {
        await using var fixture = await StartAsync(toolchain, Module);
        fixture.Cli.Write("main.tf", Module.Replace("SMTP_Username", "SMTP_Host", StringComparison.Ordinal));

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("1 added, 0 changed, 1 destroyed").DoesNotSay("Settings are kept");

        Assert.Equal("theirs", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Host")!.GetValue<string>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Replaced_ByADeferredDataSource_KeepsTheSetting(Toolchain toolchain)
    {
        const string Deferred = """
            resource "terraform_data" "first" {
              input = "one"
            }

            data "rocketchat_setting" "it" {
              setting_id = "SMTP_Username"
              depends_on = [terraform_data.first]
            }

            resource "rocketchat_setting" "this" {
              setting_id = data.rocketchat_setting.it.changed == null ? "" : "SMTP_Username"
              value      = "ours"
              on_destroy = "restore"
              lifecycle { create_before_destroy = true }
            }
            """;
        await using var fixture = await StartAsync(toolchain, Deferred);
        fixture.Cli.Write("main.tf", Deferred.Replace("\"one\"", "\"two\"", StringComparison.Ordinal));

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Settings are kept");

        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Replaced_WithADestroyThatFails_IsCompletedByTheNextApply(Toolchain toolchain)
    {
        await using var fixture = await StartAsync(toolchain, Module);
        fixture.Cli.Write("main.tf", Module.Replace("SMTP_Username", "SMTP_Host", StringComparison.Ordinal));
        fixture.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 400, Method = "POST", Path = "/api/v1/settings/SMTP_Username" });
        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error");
        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        fixture.Faults.Clear();

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("only removed from the state");

        Assert.Equal("theirs", fixture.Workspace.GetSetting("SMTP_Username")!.GetValue<string>());
        Assert.Equal("ours", fixture.Workspace.GetSetting("SMTP_Host")!.GetValue<string>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    private static async Task<Fixture> StartAsync(Toolchain toolchain, string module)
    {
        var fixture = await Fixture.CreateAsync(toolchain, module);
        fixture.Workspace.HasLicense = true;
        fixture.Workspace.SetSetting("SMTP_Username", "theirs");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        return fixture;
    }
}
