using Acceptance.Running;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>The plan of a federation, which says what the apply will meet.</summary>
public sealed class FederationReviewTests
{
    private const string SrvRecord = "_rocketchat._https.chat.example.org SRV";
    private const string TxtRecord = "rocketchat-public-key.chat.example.org TXT";

    private static readonly (string, TfValue) NoTest = ("test.enabled", TfValue.False);

    [BehaviorRow("federation", "records-missing")]
    [Fact]
    public async Task Records_ThatAreNotThereYet_AreNamedByTheFirstPlan()
    {
        await using var federation = await StartAsync("3.11");
        await using var dns = new NameServer(Answering.Resolving(Zone("chat A 127.0.0.1\n")));

        (await federation.PlanAsync(null, Checked(dns))).Says("Warning: Federation DNS is not ready")
            .With(SrvRecord).With(TxtRecord).With("waits up to 1s");
        (await federation.PlanAsync(null, Checked(dns, ("enabled", TfValue.False)))).Says();
        (await federation.PlanAsync(null, Checked(dns, ("domain", TfValue.Unknown)))).Says();
        (await federation.PlanAsync(null, Checked(dns, ("target", TfValue.Unknown)))).Says();
        (await federation.PlanAsync(null, Checked(dns, ("wait_for_dns.resolvers", TfValue.Unknown)))).Says();
        (await federation.ApplyAsync(null, Checked(dns))).With("Error: Federation DNS is wrong");
    }

    [BehaviorRow("federation", "records-missing")]
    [Fact]
    public async Task Records_AreCheckedByThePlanThatEnablesFederation()
    {
        await using var federation = await StartAsync("3.11");
        await using var dns = new NameServer(Answering.Resolving(Zone("chat A 127.0.0.1\n")));
        var made = (await federation.ApplyAsync(null, Checked(dns, ("enabled", TfValue.False)))).HasNoError();

        (await federation.PlanAsync(made, Checked(dns))).Says("Warning: Federation DNS is not ready");
    }

    [Fact]
    public async Task Target_IsTheDomain_WhereTheUrlIsAnAddress()
    {
        await using var federation = await StartAsync("3.11");

        var planned = await federation.PlanAsync(null, Legacy(("target", TfValue.Null)));

        planned.Says();
        Assert.Equal("1 1 443 chat.example.org.", planned.At("records.srv.value").String);
    }

    [Theory]
    [InlineData("error", "Error: No target for the record")]
    [InlineData("warn", "Warning: No target for the record")]
    public async Task Homeserver_WithoutAName_IsReportedAtPlan(string planChecks, string headline)
    {
        await using var federation = await StartAsync("7.10", planChecks);
        var config = Config(
            ("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), ("delegation", TfValue.Of("srv")), NoTest);

        var planned = await federation.PlanAsync(null, config);

        Assert.Contains(headline, planned.Headlines);
        planned.With("`target`");
    }

    [BehaviorRow("federation", "restart")]
    [Theory]
    [InlineData("6.5", true)]
    [InlineData("7.10", false)]
    public async Task Bridge_TellsThatItNeedsARestart_AndWhereNobodyCanTestIt(string profile, bool isUntested)
    {
        await using var federation = await StartAsync(profile);
        federation.Session.Workspace.SetSetting("Federation_Matrix_configuration_status", "Valid");
        var config = Config(("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")));

        var planned = await federation.PlanAsync(null, config);

        planned.With("Warning: Restart recommended").With("Restart the homeserver as well.");
        Assert.Equal(isUntested, planned.Headlines.Contains("Warning: Not tested"));
        var made = (await federation.ApplyAsync(null, config)).HasNoError();
        made.DoesNotSay("Warning: Restart recommended").DoesNotSay("Warning: Not tested");
        Assert.True(made.At("restart_recommended").Bool);
        (await federation.PlanAsync(made, config)).DoesNotSay("Warning: Restart recommended").DoesNotSay("Warning: Not tested");
    }

    [BehaviorRow("federation", "document-wrong")]
    [Fact]
    public async Task Document_IsReadByThePlan_AndBeforeFederationIsEnabled()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(Zone("@ A 127.0.0.1\nchat A 127.0.0.1\n")));
        var config = Config(
            ("domain", TfValue.Of("example.org")),
            ("target", TfValue.Of("chat.example.org")),
            ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])));

        (await federation.PlanAsync(null, config)).With("Warning: Federation document is wrong")
            .With("https://example.org/.well-known/matrix/server");
        (await federation.ApplyAsync(null, config)).With("Error: Federation document is wrong");

        Assert.DoesNotContain(
            federation.Session.Requests, r => r.StartsWith("POST /api/v1/settings/Federation_Service_Enabled", StringComparison.Ordinal));
    }

    [BehaviorRow("federation", "new")]
    [Fact]
    public async Task Values_ThatACreateReplaces_AreNamed()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        federation.Session.Workspace.SetSetting("Federation_Service_Domain", "old.example");

        var planned = await federation.PlanAsync(null, Native(("native.process_typing", TfValue.False)));

        planned.With("Warning: Settings will be overwritten")
            .With("`Federation_Service_Domain` from \"old.example\" to \"example.org\"")
            .With("`Federation_Service_EDU_Process_Typing` from true to false");
        Assert.DoesNotContain("Federation_Service_Enabled", planned.Messages, StringComparison.Ordinal);
        Assert.Contains("\"Federation_Service_Domain\" and 1 more", planned.Diagnostics[0].Summary, StringComparison.Ordinal);
    }

    [BehaviorRow("federation", "other-domain")]
    [Theory]
    [InlineData("error", true)]
    [InlineData("warn", false)]
    public async Task Domain_OfAnEnabledServer_IsGuardedWithoutAPriorState(string planChecks, bool isRefusedAtPlan)
    {
        await using var federation = await StartAsync("3.11", planChecks);
        federation.Session.Workspace.SetSetting("FEDERATION_Domain", "used.example.org");
        federation.Session.Workspace.SetSetting("FEDERATION_Enabled", true);

        var planned = await federation.PlanAsync(null, Legacy());
        Assert.Equal(isRefusedAtPlan, planned.HasError);
        planned.With("Domain in use").With("`used.example.org`");
        (await federation.ApplyAsync(null, Legacy())).With("Error: Domain in use");
        Assert.Equal("used.example.org", federation.TextOf("FEDERATION_Domain"));

        (await federation.ApplyAsync(null, Legacy(("allow_domain_change", TfValue.True)))).HasNoError();
        Assert.Equal("chat.example.org", federation.TextOf("FEDERATION_Domain"));
    }

    [BehaviorRow("federation", "domain-changed-outside")]
    [Fact]
    public async Task Domain_ThatSomebodyElseChanged_IsDriftAndBlocksNothing()
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy());
        federation.Session.Workspace.SetSetting("FEDERATION_Domain", "else.example.org");
        (await federation.PlanAsync(made, Legacy())).Says("Warning: Changed outside of this configuration");
        var drifted = (await federation.RefreshAsync(made)).Says();

        (await federation.PlanAsync(drifted, null)).Says("Warning: Federation will be disabled");
        (await federation.PlanAsync(drifted, Legacy(("domain", TfValue.Of("third.example.org"))))).Says("Error: Domain in use");
        var planned = await federation.PlanAsync(drifted, Legacy());
        planned.Says();
        Assert.Equal("chat.example.org", planned.At("domain").String);
        (await federation.ApplyAsync(drifted, Legacy())).HasNoError();
        Assert.Equal("chat.example.org", federation.TextOf("FEDERATION_Domain"));
    }

    [BehaviorRow("federation", "license-ended")]
    [Fact]
    public async Task License_ThatEnded_BlocksOnlyWhatIsNewlyAskedFor()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        var made = await federation.ApplyAsync(null, Native());
        federation.Session.Workspace.HasLicense = false;
        var read = await federation.RefreshAsync(made);

        var planned = await federation.PlanAsync(read, Native());
        planned.Says("Warning: License without federation");
        Assert.Equal(read.Value, planned.Value);
        (await federation.PlanAsync(read, Native(("on_destroy", TfValue.Of("keep"))))).HasNoError();
        (await federation.PlanAsync(read, Native(("native.process_typing", TfValue.False)))).With("Error: License without federation");

        federation.Session.Workspace.SetSetting("Federation_Service_Domain", "else.example.org");
        (await federation.ApplyAsync(await federation.RefreshAsync(read), Native())).HasNoError();
        Assert.Equal("example.org", federation.TextOf("Federation_Service_Domain"));
        (await federation.PlanAsync(read, null)).HasNoError();
        (await federation.ApplyAsync(read, null)).HasNoError();
    }

    [BehaviorRow("federation", "setting-removed")]
    [Fact]
    public async Task Setting_ThatTheServerLost_BlocksNeitherPlanNorApply()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        var config = Native(("native.process_typing", TfValue.False));
        var made = await federation.ApplyAsync(null, config);
        federation.Session.Workspace.Restart(new Dictionary<string, string>
        {
            ["SETTINGS_HIDDEN"] = "Federation_Service_EDU_Process_Typing",
        });

        for (var apply = 0; apply < 2; apply++)
        {
            made = await federation.RefreshAsync(made);
            (await federation.PlanAsync(made, config)).Says("Warning: Setting not on this server");
            made = (await federation.ApplyAsync(made, config)).HasNoError();
        }

        (await federation.ApplyAsync(made, null)).HasNoError();
    }

    [BehaviorRow("federation", "test-failed")]
    [Fact]
    public async Task Test_ThatFailedInAnUpdate_IsRepeatedByTheNextApply()
    {
        await using var federation = await StartAsync("7.10");
        federation.Session.Workspace.SetSetting("Federation_Matrix_configuration_status", "Valid");
        (string, TfValue)[] bridge = [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org"))];
        var made = (await federation.ApplyAsync(null, Config(bridge))).HasNoError();
        federation.Session.Workspace.SetSetting("Federation_Matrix_configuration_status", "Invalid");
        var config = Config([.. bridge, ("matrix_bridge.bridge_localpart", TfValue.Of("bot"))]);
        var failed = await federation.ApplyAsync(made, config);
        failed.With("Error: Federation test failed");

        var planned = await federation.PlanAsync(failed, config);
        planned.Says("Warning: Federation will be tested again");
        Assert.True(planned.At("last_test").IsUnknown);
        (await federation.PlanAsync(failed, Config([.. bridge, ("matrix_bridge.bridge_localpart", TfValue.Of("bot")),
            ("test.required", TfValue.False)]))).DoesNotSay("Warning: Federation will be tested again");

        federation.Session.Workspace.SetSetting("Federation_Matrix_configuration_status", "Valid");
        var tested = (await federation.ApplyAsync(failed, config)).HasNoError();
        Assert.True(tested.At("last_test.ok").Bool);
        Assert.Equal(tested.Value, (await federation.PlanAsync(await federation.RefreshAsync(tested), config)).Value);
    }

    private static TfValue Checked(NameServer dns, params (string, TfValue)[] more) => Config(
    [
        ("engine", TfValue.Of("legacy")), ("domain", TfValue.Of("chat.example.org")), ("target", TfValue.Of("chat.example.org")),
        ("wait_for_dns.timeout", TfValue.Of("1s")), ("wait_for_dns.interval", TfValue.Of("1s")),
        ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])), NoTest, .. more,
    ]);

    private static DnsZone Zone(string records) => ZoneFile.Parse("example.org", "@ NS ns1\nns1 A 127.0.0.1\n" + records);
}
