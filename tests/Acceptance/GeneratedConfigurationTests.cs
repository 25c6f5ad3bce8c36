using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>The configuration that a CLI generates for an import is valid as it is, and its plan changes nothing.</summary>
public sealed class GeneratedConfigurationTests
{
    [Theory]
    [EveryToolchain("rocketchat_setting", "Site_Name", "8.8", "Site_Name", "\"\"")]
    [EveryToolchain("rocketchat_setting", "Site_Name", "8.8", "Site_Name", "\"Our place\"")]
    [EveryToolchain("rocketchat_setting", "SMTP_Password", "8.8", "SMTP_Password", "\"MARKED secret\"")]
    [EveryToolchain("rocketchat_setting", "Message_MaxAllowedSize", "6.5", "Message_MaxAllowedSize", "8000")]
    [EveryToolchain("rocketchat_setting", "Hide_System_Messages", "8.8", "Hide_System_Messages", "[\"uj\"]")]
    [EveryToolchain("rocketchat_push_settings", "push", "8.8", "Push_apn_key", "\"MARKED key\"")]
    [EveryToolchain("rocketchat_push_settings", "push", "3.11", "Push_gateway", "\"\"")]
    [EveryToolchain("rocketchat_workspace_registration", "workspace", "8.8", "Organization_Email", "\"\"")]
    [EveryToolchain("rocketchat_license", "workspace", "8.8", "Enterprise_License", "\"RCV3_MARKED\"")]
    // OpenTofu 1.6 crashes when it generates a configuration for this schema.
    [EveryToolchain(
        "rocketchat_federation", "federation/legacy", "6.5", "FEDERATION_Domain", "\"chat.example.org\"",
        Needs = "terraform 1.5, tofu 1.7")]
    public async Task GenerateConfigOut_ForImport_IsValidAndPlansNothing(
        Toolchain toolchain, string type, string id, string version, string setting, string json)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = version });
        fixture.Workspace.SetSetting(setting, JsonNode.Parse(json));
        fixture.Workspace.SetSetting("Organization_Name", "");
        fixture.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
        fixture.Workspace.Register();
        fixture.Cli.Write("main.tf", $$"""
            import {
              to = {{type}}.this
              id = "{{id}}"
            }
            """);
        await fixture.InitializeAsync();

        (await fixture.Cli.PlanAsync("-generate-config-out=generated.tf"))
            .Says("Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.").DoesNotSay("MARKED");
        (await fixture.Cli.ValidateAsync()).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("1 imported, 0 added, 0 changed, 0 destroyed").DoesNotSay("MARKED");
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST /api/v1/settings", StringComparison.Ordinal));
        Assert.DoesNotContain("MARKED", await File.ReadAllTextAsync(
            Path.Combine(fixture.Cli.Folder, "generated.tf"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
