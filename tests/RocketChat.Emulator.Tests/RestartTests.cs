namespace RocketChat.Emulator.Tests;

/// <summary>The environment of a server overrides its settings when it starts.</summary>
public sealed class RestartTests
{
    private const string Setting = "api/v1/settings/Push_show_message";

    [Fact]
    public async Task Restart_WithOverwrite_PutsTheValueBackAtEachStartOnly()
    {
        await using var emulated = await Emulated.StartAsync();
        const string overwrite = """{"environment":{"OVERWRITE_SETTING_Push_show_message":"FALSE"}}""";

        await RestartAsync(emulated, overwrite);
        var overwritten = await ValueAsync(emulated);
        var (written, _) = await emulated.PostAsync(Setting, """{"value":true}""");
        var stuck = await ValueAsync(emulated);
        await RestartAsync(emulated, overwrite);
        var back = await ValueAsync(emulated);
        await RestartAsync(emulated, "{}");

        Assert.Equal(("false", 200, "true", "false"), (overwritten, written, stuck, back));
        Assert.Equal("false", await ValueAsync(emulated));
        Assert.Equal(200, (await emulated.GetAsync("api/v1/me")).Status);
    }

    /// <summary>From the server's source: neither a change over the API nor a start without the variable takes the mark away.</summary>
    [Fact]
    public async Task Restart_WithOverwriteAndBlock_MarksBothForThePanel()
    {
        await using var emulated = await Emulated.StartAsync("6.5");

        await RestartAsync(
            emulated, """{"environment":{"OVERWRITE_SETTING_Push_show_message":"false","SETTINGS_BLOCKED":"Site_Name"}}""");
        await emulated.PostAsync(Setting, """{"value":true}""");
        var message = await FieldsAsync(emulated, "Push_show_message");
        var name = await FieldsAsync(emulated, "Site_Name");
        await RestartAsync(emulated, "{}");

        Assert.Equal("processEnvValue false false", message);
        Assert.Equal("packageValue none true", name);
        Assert.Equal(message, await FieldsAsync(emulated, "Push_show_message"));
    }

    [Theory]
    [InlineData("API_Enable_Rate_Limiter_Limit_Calls_Default", "25", "25")]
    [InlineData("API_Enable_Rate_Limiter_Limit_Calls_Default", "many", "null")]
    [InlineData("Site_Name", "True", "true")]
    [InlineData("Site_Name", "Chat", "\"Chat\"")]
    [InlineData("No_Such_Setting", "x", "null")]
    public async Task Restart_WithOverwrite_ReadsTheTextAsTheServerDoes(string id, string text, string expected)
    {
        await using var emulated = await Emulated.StartAsync();

        await RestartAsync(emulated, $$$"""{"environment":{"OVERWRITE_SETTING_{{{id}}}":"{{{text}}}"}}""");

        Assert.Equal(expected, emulated.Server.Workspace.GetSetting(id)?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task Restart_WithBlockedAndHiddenSettings_RefusesThemUntilTheNextStart()
    {
        await using var emulated = await Emulated.StartAsync();

        await RestartAsync(
            emulated, """{"environment":{"SETTINGS_BLOCKED":"Site_Name, Push_show_message","SETTINGS_HIDDEN":"Push_enable"}}""");
        var (blockedRead, _) = await emulated.GetAsync(Setting);
        var (blockedWrite, _) = await emulated.PostAsync(Setting, """{"value":false}""");
        var (hiddenRead, hidden) = await emulated.GetAsync("api/v1/settings/Push_enable");
        var (hiddenWrite, _) = await emulated.PostAsync("api/v1/settings/Push_enable", """{"value":false}""");
        await RestartAsync(emulated, "{}");
        var (write, _) = await emulated.PostAsync(Setting, """{"value":false}""");
        var (read, _) = await emulated.GetAsync("api/v1/settings/Push_enable");

        Assert.Equal((200, 400), (blockedRead, blockedWrite));
        Assert.Equal((400, 400, """{"success":false}"""), (hiddenRead, hiddenWrite, hidden.ToJsonString()));
        Assert.Equal((200, 200), (write, read));
        Assert.Equal(400, (await emulated.GetAsync("api/v1/settings/Cloud_Workspace_Client_Secret")).Status);
    }

    private static async Task RestartAsync(Emulated emulated, string body) =>
        Assert.Equal(200, (await emulated.PostAsync("_emulator/restart", body, user: null)).Status);

    private static async Task<string> FieldsAsync(Emulated emulated, string id)
    {
        var query = Uri.EscapeDataString($$"""{"_id":"{{id}}"}""");
        var fields = Uri.EscapeDataString("""{"valueSource":1,"processEnvValue":1,"blocked":1}""");
        var (_, body) = await emulated.GetAsync($"api/v1/settings?query={query}&fields={fields}");
        var setting = Assert.Single(body["settings"]!.AsArray())!;
        return $"{setting["valueSource"]} {setting["processEnvValue"]?.ToJsonString() ?? "none"} {setting["blocked"]}";
    }

    private static async Task<string> ValueAsync(Emulated emulated) => (await emulated.GetAsync(Setting)).Body["value"]!.ToJsonString();
}
