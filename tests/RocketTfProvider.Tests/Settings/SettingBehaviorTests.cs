using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using static RocketTfProvider.Tests.Settings.SettingResourceTests;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_setting</c> that no other test shows.</summary>
public sealed class SettingBehaviorTests
{
    private const string Body = "Layout_Home_Body";

    [BehaviorRow("setting", "new")]
    [Theory]
    [InlineData("\"other\"", true)]
    [InlineData("\"present\"", false)]
    public async Task New_IsReadWrittenIfItDiffersAndReadBack(string value, bool isWritten)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(Body, "present");
        var resource = On(session);
        var plan = await resource.PlanAsync(null, Config(resource, Body, value));
        session.Server.ClearRequests();

        (await resource.ApplyAsync(plan)).HasNoError();

        var methods = session.Server.Requests.Where(request => request.Path.EndsWith($"/settings/{Body}", StringComparison.Ordinal))
            .Select(request => request.Method);
        Assert.Equal(isWritten ? ["GET", "POST", "GET"] : ["GET"], methods);
    }

    [BehaviorRow("setting", "new")]
    [Theory]
    [InlineData("Accounts_Default_User_Preferences_masterVolume", "101", "Error: Value out of range", "between 0 and 100")]
    [InlineData("Accounts_Default_User_Preferences_masterVolume", "-1", "Error: Value out of range", "between 0 and 100")]
    [InlineData("Accounts_Default_User_Preferences_masterVolume", "50", null, "")]
    [InlineData("SMTP_Protocol", "\"smpt\"", "Warning: Unknown choice", "\"smtp\", \"smtps\"")]
    [InlineData("SMTP_Protocol", "\"smtps\"", null, "")]
    public async Task New_WithAValueThatTheSettingCannotHave_IsReportedWithThoseThatItCan(
        string id, string value, string? expected, string words)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var planned = (await resource.PlanAsync(null, Config(resource, id, value))).Planned;

        Assert.Equal(expected is not null, planned.Messages.Contains(expected ?? "Unknown choice", StringComparison.Ordinal));
        planned.With(words);
        Assert.DoesNotContain("smpt", planned.Messages, StringComparison.Ordinal);
    }

    // The server's own declarations: what a version adds is missing here.
    [Fact]
    public void KnownChoices_AreThoseOfEachVersion()
    {
        foreach (var version in (string[])["3.11", "6.5", "7.10", "8.6", "9.0"])
        {
            using var reader = new StreamReader(typeof(EmulatorServer).Assembly.GetManifestResourceStream($"{version}.jsonl")!);
            while (reader.ReadLine() is { } line)
            {
                var setting = JsonNode.Parse(line)!.AsObject();
                var (id, values) = (setting["_id"]!.ToString(), setting["values"] as JsonArray ?? []);
                var isLong = KnownChoices.Of(id).Count == 0 && values.Count > 12;
                if (setting["type"]!.ToString() == "select" && setting["hidden"] is null && !isLong)
                {
                    Assert.Empty(values.Select(choice => choice!.ToString()).Except(KnownChoices.Of(id)));
                }

                if (setting["minValue"] is { } least)
                {
                    Assert.Equal((least.GetValue<double>(), setting["maxValue"]!.GetValue<double>()), KnownChoices.BoundsOf(id));
                }
            }
        }
    }

    [BehaviorRow("setting", "gone")]
    [Fact]
    public async Task SettingThatIsGone_IsPlannedAgainAndFailsInTheApplyAlone()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, Flag, "false");
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_HIDDEN"] = Flag });
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, config);
        Assert.True(plan.Refreshed!.Value.IsNull);
        (await resource.ApplyAsync(plan)).Says("Error: Unknown setting");
        (await resource.PlanAsync(made, null)).Planned.HasNoError();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("setting", "destroy-keep")]
    [Fact]
    public async Task Destroy_WithKeep_WritesNothing()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, Body, "\"ours\""));
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says();
        (await resource.ApplyAsync(plan)).Says();

        Assert.Empty(Writes(session));
    }

    [BehaviorRow("setting", "destroy-restore")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Destroy_WithRestore_NamesAndWritesTheValueFromBefore(bool isImported)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(Body, "before");
        var resource = On(session);
        var config = Config(resource, Body, "\"ours\"", "restore");
        var made = await resource.ApplyAsync(isImported ? await resource.ImportAsync(Body) : null, config);
        Assert.Equal("ours", session.Workspace.GetSetting(Body)!.GetValue<string>());

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Settings will be restored").With($"`{Body}` to \"before\"");
        (await resource.ApplyAsync(plan)).Says();

        Assert.Equal("before", session.Workspace.GetSetting(Body)!.GetValue<string>());
    }

    [Fact]
    public async Task DestroyPlan_WithoutPlanChecks_AsksNothing()
    {
        await using var session = await ProviderSession.StartAsync("off");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, Body, "\"ours\"", "restore"));
        session.Server.ClearRequests();

        (await session.PlanAsync("rocketchat_setting", SettingSchema.Instance, made, null)).Says();

        Assert.Empty(session.Requests);
    }

    private static IEnumerable<string> Writes(ProviderSession session) =>
        session.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal));
}
