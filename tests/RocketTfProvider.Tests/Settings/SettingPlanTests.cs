using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Settings.SettingResourceTests;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The plan of one setting says what is known before the apply, and blocks nothing that the user did not ask for.</summary>
public sealed class SettingPlanTests
{
    [BehaviorRow("setting", "new")]
    [Theory]
    [InlineData(Flag, "false", "`Message_AllowEditing` from true to false")]
    [InlineData("Site_Name", "\"MARKED\"", "`Site_Name` from \"Rocket.Chat\" to the value of `value`")]
    [InlineData(Flag, "true", null)]
    [InlineData("Layout_Home_Body", "\"MARKED\"", null)]
    public async Task FirstPlan_NamesWhatItOverwritesUnlessThatIsEmptyOrEqual(string id, string value, string? expected)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Layout_Home_Body", "");
        var resource = On(session);

        var plan = await resource.PlanAsync(null, Config(resource, id, value));

        _ = expected is null ? plan.Planned.Says() : plan.Planned.Says("Warning: Settings will be overwritten").With(expected);
        Assert.DoesNotContain("MARKED", plan.Planned.Messages, StringComparison.Ordinal);
        Assert.Equal(id, plan.Planned.At("id").String);
    }

    [Fact]
    public async Task FirstPlan_OfHostileText_ShowsItOnOneLineAndCutShort()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Site_Name", "\u001B[31m\u202E\u0007\nError: forged" + new string('x', 500));
        var resource = On(session);

        var planned = (await resource.PlanAsync(null, Config(resource, "Site_Name", "\"mine\""))).Planned;

        planned.Says("Warning: Settings will be overwritten").With(" …");
        Assert.DoesNotContain("\nError", planned.Diagnostics[0].Detail, StringComparison.Ordinal);
        Assert.InRange(planned.Diagnostics[0].Detail.Length, 1, 300);
    }

    // The CLIs generate configurations without secrets, and Terraform also without empty strings.
    [BehaviorRow("setting", "import-without-value")]
    [Theory]
    [InlineData("Site_Name", "\"\"")]
    [InlineData(Secret, "\"secret\"")]
    public async Task Import_WithConfigurationWithoutValue_PlansNothing(string id, string live)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(id, JsonNode.Parse(live));
        var resource = On(session);
        var config = resource.Config(("setting_id", TfValue.Of(id)), ("on_destroy", TfValue.Of("keep")));

        Assert.False((await session.ValidateAsync("rocketchat_setting", SettingSchema.Instance, config)).HasError);
        await resource.HasNothingToDoAsync(await resource.ImportAsync(id), config);

        (await resource.PlanAsync(null, config)).Planned.Says("Error: Setting without a value");
        var made = await resource.ApplyAsync(
            null, id == Secret ? SecretConfig(resource, "sensitive_value", "x", 1) : Config(resource, id, "\"x\""));
        (await resource.PlanAsync(made, config)).Planned.Says("Error: Setting without a value");
    }

    [BehaviorRow("setting", "gone")]
    [Fact]
    public async Task Setting_ThatIsGone_WarnsInItsPlanAndBlocksNoDestroy()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, Flag, "false");
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_HIDDEN"] = Flag });

        var plan = await resource.PlanAsync(made, config);
        plan.Refreshed!.Says("Warning: Setting is gone");
        plan.Planned.Says("Warning: Unknown setting");
        await session.NextRunAsync();
        (await session.PlanAsync("rocketchat_setting", SettingSchema.Instance, made, config)).Says("Warning: Unknown setting");
        (await resource.PlanAsync(null, config)).Planned.Says("Error: Unknown setting");
    }

    [Theory]
    [InlineData("user", "Error: Settings cannot be changed")]
    [InlineData("bot", null)]
    public async Task FirstPlan_OfAnAccountThatMayOnlyRead_IsRefused(string role, string? expected)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.Grant("view-privileged-setting", "admin", "user");
        session.Workspace.Grant("edit-privileged-setting", "admin", "bot");
        session.Workspace.AddUser("reader", null, "user", role);
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, "Layout_Home_Body", "\"one\""));
        await session.ConfigureAsync(
            session.Workspace.FindUser("reader")!.Id,
            session.Workspace.AddPersonalAccessToken("reader", "test", bypassTwoFactor: true));

        var planned = (await resource.PlanAsync(null, Config(resource, Flag, "false"))).Planned;
        planned.Says(["Warning: Settings will be overwritten", .. expected is null ? (string[])[] : [expected]]);
        _ = expected is null ? planned : planned.With("edit-privileged-setting").With($"change-setting-{Flag}");

        // An object that is in the state already must not block a plan, and thereby a destroy.
        (await resource.PlanAsync(made, Config(resource, "Layout_Home_Body", "\"two\""))).Planned
            .Says([.. expected is null ? (string[])[] : ["Warning: Settings cannot be changed"]]);
    }

    // Every account sees public settings in the list, and reads of a single setting need the permission.
    [Theory]
    [InlineData(Flag, "false", "Settings cannot be read: \"Message_AllowEditing\"")]
    [InlineData(Flag, "true", "Settings cannot be read: \"Message_AllowEditing\"")]
    [InlineData("SMTP_Host", "\"mine\"", "Permission denied")]
    public async Task FirstPlan_OfAnAccountThatMayNotRead_NamesThePermission(string id, string value, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.Grant("edit-privileged-setting", "admin", "user");
        session.Workspace.AddUser("writer", null, "user");
        await session.ConfigureAsync(
            session.Workspace.FindUser("writer")!.Id,
            session.Workspace.AddPersonalAccessToken("writer", "test", bypassTwoFactor: true));
        var resource = On(session);

        (await resource.PlanAsync(null, Config(resource, id, value))).Planned
            .With($"Error: {expected}").With("view-privileged-setting");

        Assert.DoesNotContain(session.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfAFile_IsRefused()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Assets_logo", new JsonObject { ["url"] = "assets/logo.png" });
        var imported = await session.ImportAsync("rocketchat_setting", SettingSchema.Instance, "Assets_logo");

        (await session.RefreshAsync("rocketchat_setting", SettingSchema.Instance, imported)).Says("Error: Setting cannot be managed")
            .With("`Assets_logo`").With("an object");
    }

    [Fact]
    public async Task Summaries_NameTheSetting_SinceClisFoldEqualOnes()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var planned = (await resource.PlanAsync(null, Config(resource, Flag, "false"))).Planned;

        Assert.Equal($"Settings will be overwritten: \"{Flag}\"", planned.Diagnostics[0].Summary);
    }

    [Fact]
    public async Task Plan_OfAnotherKey_NamesWhatTheNewObjectWritesAloneWhereTheFormerKeepsItsValue()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        session.Workspace.SetSetting("Layout_Home_Body", "before");
        var made = await resource.ApplyAsync(null, Config(resource, "Layout_Home_Body", "\"ours\"", "keep"));

        (await resource.PlanAsync(made, Config(resource, "Site_Name", "\"ours\"", "keep"))).Planned
            .Says("Warning: Settings will be overwritten");
    }

    [Fact]
    public async Task Plan_OfAnotherKey_NamesWhatBothObjectsWrite()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        session.Workspace.SetSetting("Layout_Home_Body", "before");
        var made = await resource.ApplyAsync(null, Config(resource, "Layout_Home_Body", "\"ours\"", "restore"));

        var planned = (await resource.PlanAsync(made, Config(resource, "Site_Name", "\"ours\"", "restore"))).Planned;

        planned.Says("Warning: Settings will be restored", "Warning: Settings will be overwritten")
            .With("`Site_Name` from \"Rocket.Chat\"").With("`Layout_Home_Body` to \"before\"");
    }
}
