using Acceptance.Running;

namespace Acceptance;

/// <summary>Any setting as code.</summary>
public sealed class SettingTests
{
    private const string Address = "rocketchat_setting.this";

    [BehaviorRow("setting", "new")]
    [BehaviorRow("setting", "import")]
    [Theory]
    [EveryToolchain("Message_AllowEditing", "false", "false")]
    [EveryToolchain("Message_MaxAllowedSize", "8000", "8000")]
    [EveryToolchain("Site_Name", "\"Our place\"", "\"Our place\"")]
    public async Task Lifecycle_OfEachType_RestoresWhatWas(Toolchain toolchain, string id, string value, string json)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(id, value));
        var before = fixture.Workspace.GetSetting(id)!.ToJsonString();

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal(json, fixture.Workspace.GetSetting(id)!.ToJsonString());
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();
        (await fixture.Cli.ImportAsync(Address, id)).Succeeds();
        fixture.Cli.Write("main.tf", Module(id, value).Replace("restore", "keep", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();

        fixture.Workspace.SetSetting(id, System.Text.Json.Nodes.JsonNode.Parse(before));
        fixture.Cli.Write("main.tf", Module(id, value));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(before, fixture.Workspace.GetSetting(id)!.ToJsonString());
    }

    [BehaviorRow("setting", "new")]
    [Theory]
    [EveryToolchain("Message_AllowEditing", "\"true\"", "Wrong type")]
    [EveryToolchain("Message_AllowEditing", "{ a = 1 }", "Unsupported value")]
    [EveryToolchain("No_Such_Setting", "true", "Unknown setting")]
    [EveryToolchain("Cloud_Workspace_Id", "\"x\"", "Unknown setting")]
    [EveryToolchain("Push_test_push", "\"x\"", "button")]
    [EveryToolchain("uniqueID", "\"x\"", "the server itself writes it")]
    public async Task Plan_OfWhatCannotBe_SaysWhy(Toolchain toolchain, string id, string value, string expected)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module(id, value));

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says(expected);
    }

    [Theory, EveryToolchain]
    public async Task Plan_OfSettingThatPushManages_Warns(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module("Push_show_message", "true") + """

            resource "rocketchat_push_settings" "this" {
              show_message = true
            }
            """);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Setting managed twice");
    }

    internal static string Module(string id, string value, string onDestroy = "restore") => $$"""
        resource "rocketchat_setting" "this" {
          setting_id = "{{id}}"
          value      = {{value}}
          on_destroy = "{{onDestroy}}"
        }
        """;
}
