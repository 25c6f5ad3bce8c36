using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>
/// The world moves while the configuration stays: the account loses its rights, the license ends, the server is upgraded, a setting
/// vanishes. No plan and no destroy of what stayed as it was fails. <c>OwnerPlanTests</c> has the rooms, users and members that are gone.
/// </summary>
public sealed class MovedWorldTests
{
    private const string Everything = """
        variable "shown" {
          default = false
        }

        variable "on_destroy" {
          default = "keep"
        }

        resource "rocketchat_push_settings" "this" {
          show_message = var.shown
          on_destroy   = "keep"
        }

        resource "rocketchat_setting" "this" {
          setting_id = "SMTP_Host"
          value      = "mail.example.org"
          on_destroy = var.on_destroy
        }

        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
          site_name            = "Example"
        }

        resource "rocketchat_federation" "this" {
          domain     = "matrix.example.org"
          enabled    = false
          on_destroy = "keep"
        }

        resource "rocketchat_license" "this" {
          license    = "LICENSE"
          on_destroy = "keep"
        }

        resource "rocketchat_room_owner" "this" {
          room_name  = "board"
          username   = "alice"
          on_destroy = "keep"
        }

        resource "rocketchat_room_owners" "this" {
          room_name = "crew"
          user_ids  = ["aliceAliceAlice01"]
        }
        """;

    // An object that is asked for nothing new stays as the state has it; a change, and a destroy that writes, need the permission.
    [Theory, EveryToolchain]
    public async Task Permission_Lost_LeavesTheObjectsAsTheStateHasThem(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, With(LicenseText.Of("moved", "2099-01-31T00:00:00.000Z", "auditing")));
        (await fixture.Cli.ApplyAsync("-var=on_destroy=reset")).Succeeds();
        GrantEach();

        var plan = (await fixture.Cli.PlanAsync("-var=on_destroy=reset")).HasNoChanges().DoesNotSay("Error:");
        foreach (var id in (string[])["push", "SMTP_Host", "federation", "boardRoomBoard001/aliceAliceAlice01"])
        {
            plan.Says($"Permission denied to read: \"{id}\"");
        }

        (await fixture.Cli.PlanAsync("-var=on_destroy=reset", "-var=shown=true")).Fails().Says("Permission denied");
        (await fixture.Cli.DestroyAsync("-var=on_destroy=reset")).Fails().HasOne("Error").Says("Permission denied").Says("SMTP_Host");
        Assert.Equal(
            ["rocketchat_setting.this"], (await fixture.Cli.RunAsync("state", "list")).Output.Split().Where(line => line.Length > 0));

        GrantEach("admin");
        (await fixture.Cli.DestroyAsync("-var=on_destroy=reset")).Succeeds();
        Assert.Equal("", fixture.Workspace.GetSetting("SMTP_Host")!.GetValue<string>());

        void GrantEach(params string[] roles)
        {
            foreach (var permission in (string[])["view-privileged-setting", "edit-privileged-setting", "view-room-administration"])
            {
                fixture.Workspace.Grant(permission, roles);
            }
        }
    }

    [Theory, EveryToolchain]
    public async Task License_Ended_FailsNoPlanApplyOrDestroy(Toolchain toolchain)
    {
        const string federation = """
            resource "rocketchat_federation" "this" {
              domain        = "matrix.example.org"
              wait_for_dns  = { enabled = false }
              test          = { enabled = false }
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, federation, new() { VersionProfile = "9.0" });
        fixture.Workspace.HasLicense = true;
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.HasLicense = false;

        (await fixture.Cli.PlanAsync()).DoesNotSay("Error:").Says("License without federation");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync("-destroy")).DoesNotSay("Error:");
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [Theory, EveryToolchain]
    public async Task Server_Upgraded_FailsNoPlanApplyOrDestroy(Toolchain toolchain)
    {
        const string of65 = """
            resource "rocketchat_push_settings" "this" {
              show_message = false
              legacy_fcm   = { project_number = "12345" }
              on_destroy   = "reset"
            }

            resource "rocketchat_workspace_registration" "this" {
              accept_privacy_terms = true
            }

            resource "rocketchat_federation" "this" {
              engine        = "matrix_bridge"
              domain        = "matrix.example.org"
              matrix_bridge = { homeserver_url = "http://synapse:8008" }
              wait_for_dns  = { enabled = false }
              test          = { enabled = false }
            }

            resource "rocketchat_room_owner" "this" {
              room_name = "general"
              username  = "alice"
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, of65, new() { VersionProfile = "6.5" });
        (await fixture.Cli.ApplyAsync()).Succeeds();
        await using var upgraded = await UpgradeAsync(fixture, "9.0");

        (await fixture.Cli.PlanAsync()).DoesNotSay("Error:").Says("Setting not on this server").Says("Federation engine no longer exists");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync("-destroy")).DoesNotSay("Error:");
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(["admin"], upgraded.Workspace.OwnersOf("GENERAL"));
    }

    // The plan cannot know that the apply is refused only because the object is new again: the refresh dropped it.
    [Theory, EveryToolchain]
    public async Task Setting_Gone_FailsNoPlanAndNoDestroy(Toolchain toolchain)
    {
        const string setting = """
            resource "rocketchat_setting" "this" {
              setting_id = "SMTP_Host"
              value      = "mail.example.org"
              on_destroy = "restore"
            }
            """;
        await using var fixture = await Fixture.CreateAsync(toolchain, setting);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_HIDDEN"] = "SMTP_Host" });

        (await fixture.Cli.PlanAsync()).DoesNotSay("Error:").Says("Setting is gone").Says("Unknown setting");
        (await fixture.Cli.PlanAsync("-destroy")).DoesNotSay("Error:");
        (await fixture.Cli.DestroyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).Fails().Says("Unknown setting");
    }

    private static string With(string license) => Everything.Replace("LICENSE", license, StringComparison.Ordinal);

    /// <summary>Starts a later version with the users, rooms and id of the workspace, and points the module to it.</summary>
    private static async Task<EmulatorServer> UpgradeAsync(Fixture fixture, string version)
    {
        var seed = fixture.Workspace.ToSeed();
        string[] kept = ["uniqueID", "Push_show_message", "Cloud_Service_Agree_PrivacyTerms", "Register_Server"];
        var options = new EmulatorOptions
        {
            VersionProfile = version,
            Seed = seed with
            {
                Settings = seed.Settings.Where(setting => kept.Contains(setting.Key)).ToDictionary(),
                Permissions = new Dictionary<string, IReadOnlyList<string>>(),
            },
        };
        var server = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        fixture.Cli.Environment["ROCKETCHAT_URL"] = server.Url.AbsoluteUri;
        return server;
    }
}
