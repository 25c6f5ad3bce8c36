using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>Actions, invoked by hand and by the change of a resource.</summary>
public sealed class ActionTests
{
    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task PushTest_WithoutArguments_ShowsHowManyDevicesThereAre(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """action "rocketchat_push_test" "this" {}""");
        fixture.Workspace.SetSetting("Push_enable", true);

        (await InvokeAsync(fixture, "rocketchat_push_test")).Succeeds()
            .Says("Sending a test notification").Says("not sent: the account has no device");
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task PushTest_WithTooFewDevices_Fails(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            action "rocketchat_push_test" "this" {
              config {
                required_devices = 1
              }
            }
            """);
        fixture.Workspace.SetSetting("Push_enable", true);

        (await InvokeAsync(fixture, "rocketchat_push_test")).Fails().Says("Too few devices");
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task PushTest_WithUnknownArgument_RunsWhenItIsKnown(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            action "rocketchat_push_test" "this" {
              config {
                required_devices = terraform_data.devices.output
              }
            }

            resource "terraform_data" "devices" {
              input = 0
            }

            resource "rocketchat_push_settings" "this" {
              enabled = true

              lifecycle {
                action_trigger {
                  events  = [after_create]
                  actions = [action.rocketchat_push_test.this]
                }
              }
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Test notification not sent");
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task Validation_OfBadArguments_NamesThem(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            action "rocketchat_push_test" "this" {
              config {
                required_devices = -1
              }
            }

            action "rocketchat_federation_test" "this" {
              config {
                engine = "fax"
                domain = "https://example.org"
              }
            }
            """);

        (await fixture.Cli.ValidateAsync()).Fails()
            .Says("Number out of range").Says("`engine` must be one of").Says("Invalid domain name");
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task CloudSync_OfRegisteredWorkspace_SynchronizesIt(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """action "rocketchat_cloud_sync" "this" {}""");

        (await InvokeAsync(fixture, "rocketchat_cloud_sync")).Fails().Says("Workspace not registered");
        fixture.Workspace.Register();
        (await InvokeAsync(fixture, "rocketchat_cloud_sync")).Succeeds().Says("The workspace is synchronized");

        Assert.Single(fixture.Requests, request => request.StartsWith("POST /api/v1/cloud.syncWorkspace", StringComparison.Ordinal));
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfActions)]
    public async Task FederationTest_OfWorkspaceThatNobodyReaches_SaysWhy(Toolchain toolchain)
    {
        await using var fixture = await WithAsync(toolchain, """
            action "rocketchat_federation_test" "this" {
              config {
                engine = "matrix_bridge"
              }
            }
            """);

        fixture.Workspace.SetSetting("Federation_Matrix_homeserver_domain", "");

        (await InvokeAsync(fixture, "rocketchat_federation_test")).Fails().Says("No federation to test");
        fixture.Workspace.SetSetting("Federation_Matrix_homeserver_domain", "example.org");
        (await InvokeAsync(fixture, "rocketchat_federation_test")).Fails()
            .Says("Testing `matrix_bridge` federation of example.org").Says("Federation test failed");
    }

    private static Task<CommandResult> InvokeAsync(Fixture fixture, string type) =>
        fixture.Cli.RunAsync("apply", "-no-color", "-input=false", "-auto-approve", $"-invoke=action.{type}.this");

    private static async Task<Fixture> WithAsync(Toolchain toolchain, string module) =>
        await Fixture.CreateAsync(toolchain, module, new EmulatorOptions { VersionProfile = "7.10" });
}
