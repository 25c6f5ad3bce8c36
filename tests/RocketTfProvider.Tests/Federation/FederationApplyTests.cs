using Acceptance.Running;
using NameServers;
using RocketChat.Emulator.Dns;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>The writes of an apply in their order, and its errors when the server does something else.</summary>
public sealed class FederationApplyTests
{
    [BehaviorRow("federation", "other-engine-enabled")]
    [BehaviorRow("federation", "other-engine")]
    [Fact]
    public async Task OtherEngine_IsSwitchedOffBeforeTheNewOneIsOn()
    {
        await using var federation = await StartAsync("7.10");
        var bridge = Config([("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven]);
        var made = await federation.ApplyAsync(null, bridge);
        Assert.True(federation.IsOn("Federation_Matrix_enabled"));

        var legacy = Legacy(("public_key", TfValue.Of(FederationKey.Text)), ("allow_domain_change", TfValue.True));
        (await federation.PlanAsync(made, legacy)).Says("Warning: Legacy federation cannot send", "Warning: Other engine will be disabled");
        var changed = await federation.ApplyAsync(made, legacy);

        changed.Says();
        Assert.Equal((false, true), (federation.IsOn("Federation_Matrix_enabled"), federation.IsOn("FEDERATION_Enabled")));
        var writes = federation.Session.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.True(writes.FindLastIndex(r => r.Contains("Federation_Matrix_enabled", StringComparison.Ordinal))
            < writes.FindIndex(r => r.Contains("FEDERATION_", StringComparison.Ordinal)));
        Assert.True(changed.Value.Attributes["homeserver_token"].IsNull);
    }

    [BehaviorRow("federation", "destroy-disable")]
    [BehaviorRow("federation", "destroy-keep")]
    [Theory]
    [InlineData("disable", false, "Warning: Federation will be disabled")]
    [InlineData("keep", true, "Warning: Federation is kept")]
    public async Task Destroy_DoesWhatOnDestroySays(string onDestroy, bool isOnAfterwards, string headline)
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy(("on_destroy", TfValue.Of(onDestroy))));

        (await federation.PlanAsync(made, null)).Says(headline);
        (await federation.ApplyAsync(made, null)).Says();

        Assert.Equal(isOnAfterwards, federation.IsOn("FEDERATION_Enabled"));
        Assert.Equal("chat.example.org", federation.TextOf("FEDERATION_Domain"));
    }

    /// <summary>The same workspace after an update that removed the engine together with its settings.</summary>
    [Theory]
    [InlineData("8.8", "matrix_bridge")]
    [InlineData("9.0", "matrix_bridge")]
    [InlineData("9.0", "legacy")]
    public async Task EngineRemovedByAnUpdate_ReadsPlansAndDestroysWithAWarning(string version, string engine)
    {
        var config = Config(
        [
            ("engine", TfValue.Of(engine)), ("domain", TfValue.Of("example.org")), ("target", TfValue.Of("chat.example.org")),
            ("public_key", engine == "legacy" ? TfValue.Of(Acceptance.Running.FederationKey.Text) : TfValue.Null), .. Unproven,
        ]);
        await using var before = await StartAsync("7.10");
        var made = await before.ApplyAsync(null, config);
        await using var after = await StartAsync(version);
        after.Session.Workspace.SetSetting("uniqueID", before.TextOf("uniqueID"));
        const string word = "Warning: Federation engine no longer exists";

        var read = await after.RefreshAsync(made);
        read.Says(word);
        var planned = await after.PlanAsync(read, config);
        planned.Says(word);
        Assert.Equal(read.Value, planned.Value);
        Assert.Equal(("disabled", engine), (read.Value.Attributes["status"].String, read.Value.Attributes["effective_engine"].String));
        (await after.PlanAsync(read, null)).Says();

        // Without a refresh, the state still says that federation is enabled.
        (await after.Session.PlanAsync(TypeName, Schema, made, null)).Says();
        if (version == "8.8")
        {
            after.Session.Workspace.SetSetting("Federation_Matrix_enabled", true);
        }

        (await after.ApplyAsync(read, null)).Says();
        Assert.DoesNotContain(after.Session.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Destroy_OfWhatIsOffByNow_AnnouncesNothing()
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy());
        federation.Session.Workspace.SetSetting("FEDERATION_Enabled", false);
        await federation.Session.NextRunAsync();

        (await federation.Session.PlanAsync(TypeName, Schema, made, null)).Says();
        (await federation.Session.ApplyAsync(TypeName, Schema, made, null, made with { Value = TfValue.Null })).Says();
    }

    [Fact]
    public async Task EngineRemovedByAnUpdate_AskedForAgain_IsRefused()
    {
        await using var before = await StartAsync("7.10");
        var bridge = Config([("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven]);
        var made = await before.ApplyAsync(null, bridge);
        await using var after = await StartAsync("9.0");
        after.Session.Workspace.SetSetting("uniqueID", before.TextOf("uniqueID"));

        (await after.PlanAsync(made, Config(
            [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), ("enabled", TfValue.False), .. Unproven])))
            .Says("Error: Engine not in this version");
    }

    /// <summary>6.5.3 builds the file a moment after a write, and a read before that shows the former one.</summary>
    [Theory]
    [InlineData("bridge_url", "http://bridge:3301", "url: http://bridge:3301")]
    [InlineData("bridge_localpart", "bot", "sender_localpart: bot")]
    public async Task RegistrationFile_IsWaitedForUntilItAgrees(string attribute, string value, string line)
    {
        await using var federation = await StartAsync("6.5");
        (string, TfValue)[] bridge = [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven];
        var made = (await federation.ApplyAsync(null, Config(bridge))).HasNoError();
        var config = Config([.. bridge, ($"matrix_bridge.{attribute}", TfValue.Of(value))]);

        var changed = (await federation.ApplyAsync(made, config)).HasNoError();

        Assert.Contains(line, changed.At("registration_file").String, StringComparison.Ordinal);
        Assert.Equal(federation.TextOf("Federation_Matrix_registration_file"), changed.At("registration_file").String);
        var read = await federation.RefreshAsync(changed);
        Assert.Equal(changed.Value, read.Value);
        Assert.Equal(read.Value, (await federation.PlanAsync(read, config)).Value);
    }

    [Fact]
    public async Task Hub_ThatSwitchesFederationOffAgain_IsAnErrorAndNotASuccess()
    {
        await using var federation = await StartAsync("3.11");

        var applied = await federation.ApplyAsync(null, Legacy(("legacy.discovery_method", TfValue.Of("hub"))));

        applied.Says("Warning: Failed create is taken back", "Error: Federation disabled itself");
        Assert.True(applied.Value.IsNull);
    }

    [Fact]
    public async Task SettingForcedByTheEnvironment_IsNamed()
    {
        await using var federation = await StartAsync("3.11");
        federation.Session.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_BLOCKED"] = "FEDERATION_Enabled" });

        (await federation.ApplyAsync(null, Legacy())).With("FEDERATION_Enabled");
        Assert.False(federation.IsOn("FEDERATION_Enabled"));
    }

    [BehaviorRow("federation", "changed-outside")]
    [Fact]
    public async Task Override_ByTheEnvironmentOfTheNextStart_IsNamedById()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        var made = await federation.ApplyAsync(null, Native());
        federation.Session.Workspace.Restart(new Dictionary<string, string>
        {
            ["OVERWRITE_SETTING_Federation_Service_Domain"] = "else.example",
            ["OVERWRITE_SETTING_Federation_Service_Enabled"] = "false",
        });

        var drifted = await federation.PlanAsync(made, Native());

        drifted.Says("Warning: Changed outside of this configuration", "Warning: Restart recommended")
            .With("`Federation_Service_Domain` was \"example.org\", is \"else.example\"")
            .With("OVERWRITE_SETTING_Federation_Service_Domain")
            .With("`Federation_Service_Enabled` was true, is false").With("OVERWRITE_SETTING_Federation_Service_Enabled");
    }

    [Fact]
    public async Task Matrix_DelegatedBySrv_StaysOffUntilTheRecordIsRight()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(Zone("chat A 127.0.0.1\n")));
        var config = Config(
            ("domain", TfValue.Of("example.org")),
            ("target", TfValue.Of("chat.example.org")),
            ("delegation", TfValue.Of("srv")),
            ("wait_for_dns.timeout", TfValue.Of("1s")),
            ("wait_for_dns.interval", TfValue.Of("1s")),
            ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])),
            ("test.required", TfValue.False));

        var failed = await federation.ApplyAsync(null, config);
        failed.With("Error: Federation DNS is wrong").With("srv_missing").With("_matrix-fed._tcp.example.org");
        Assert.False(federation.IsOn("Federation_Service_Enabled"));
        Assert.Equal("", federation.TextOf("Federation_Service_Domain"));
        Assert.True(failed.Value.IsNull);

        dns.Answer = Answering.Resolving(Zone("chat A 127.0.0.1\n_matrix-fed._tcp SRV 0 0 443 chat.example.org.\n"));
        var made = await federation.ApplyAsync(null, config);
        Assert.DoesNotContain("Error", made.Messages, StringComparison.Ordinal);
        Assert.True(federation.IsOn("Federation_Service_Enabled"));

        dns.Answer = Answering.Resolving(Zone("chat A 127.0.0.1\n_matrix-fed._tcp SRV 0 0 8448 chat.example.org.\n"));
        (await federation.PlanAsync(made, config)).Says("Warning: Federation DNS is wrong").With("srv_wrong_port");
    }

    [Theory]
    [InlineData("chat.example.org", true)]
    [InlineData(null, false)]
    public async Task Native_DelegatedByADocument_IsTestedWhereTheUserNamesTheHost(string? target, bool isTested)
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(Zone("@ A 127.0.0.1\nchat A 127.0.0.1\n")));

        var applied = await federation.ApplyAsync(null, Config(
            ("domain", TfValue.Of("example.org")),
            ("target", target is null ? TfValue.Null : TfValue.Of(target)),
            ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())]))));

        _ = isTested
            ? applied.Says("Warning: Failed create is taken back", "Error: Federation document is wrong")
                .With("https://example.org/.well-known/matrix/server").With("{\"m.server\":\"chat.example.org:443\"}")
            : applied.HasNoError();
        Assert.Equal((isTested, !isTested), (applied.Value.IsNull, federation.IsOn("Federation_Service_Enabled")));
    }

    [BehaviorRow("federation", "changed-outside")]
    [Fact]
    public async Task Drift_IsReportedById_AndCorrected()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        var config = Native(
            ("native.allow_list", TfValue.Set([TfValue.Of("b.example"), TfValue.Of("a.example")])),
            ("native.process_typing", TfValue.False));
        var made = await federation.ApplyAsync(null, config);
        federation.Session.Workspace.SetSetting("Federation_Service_Allow_List", "b.example, a.example");
        (await federation.RefreshAsync(made)).Says();

        federation.Session.Workspace.SetSetting("Federation_Service_Allow_List", "a.example");
        federation.Session.Workspace.SetSetting("Federation_Service_Join_Encrypted_Rooms", true);
        (await federation.PlanAsync(made, config)).Says("Warning: Changed outside of this configuration")
            .With("`Federation_Service_Allow_List` has another value, which the difference of `native.allow_list` shows");
        var drifted = (await federation.RefreshAsync(made)).Says();

        Assert.Single(drifted.Value.Attributes["native"].Attributes["allow_list"].Elements);
        (await federation.ApplyAsync(drifted, config)).Says();
        Assert.Equal("a.example,b.example", federation.TextOf("Federation_Service_Allow_List"));
        Assert.True(federation.IsOn("Federation_Service_Join_Encrypted_Rooms"));
    }

    [BehaviorRow("federation", "other-key")]
    [Fact]
    public async Task Key_IsFollowedWhenItIsTheServers_AndLeftWhenItWasGiven()
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy());
        federation.Session.Workspace.SetSetting("FEDERATION_Public_Key", FederationKey.Text);

        var followed = await federation.RefreshAsync(made);
        Assert.Equal(FederationKey.Text, followed.Value.Attributes["records"].Attributes["txt"].Attributes["text"].String);
        Assert.Equal(followed.Value, (await federation.PlanAsync(followed, Legacy())).Value);

        var given = await federation.ApplyAsync(followed, Legacy(("public_key", made.Value.Attributes["public_key"])));
        Assert.Equal(made.Value.Attributes["public_key"], (await federation.RefreshAsync(given)).Value.Attributes["public_key"]);
    }

    [BehaviorRow("federation", "license-ended")]
    [Fact]
    public async Task License_ThatEnds_IsSeenInTheStatus()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        var made = await federation.ApplyAsync(null, Native());
        Assert.Equal("enabled", made.Value.Attributes["status"].String);

        federation.Session.Workspace.HasLicense = false;

        Assert.Equal("without_license", (await federation.RefreshAsync(made)).Value.Attributes["status"].String);
        Assert.True((await federation.RefreshAsync(made)).Value.Attributes["enabled"].Bool);
    }

    [Theory]
    [InlineData("3.11", "FEDERATION_Enabled")]
    [InlineData("8.8", "Federation_Service_Enabled")]
    public async Task Import_ThenPlan_ChangesNothing(string profile, string setting)
    {
        await using var federation = await StartAsync(profile);
        federation.Session.Workspace.HasLicense = true;
        var config = profile == "3.11" ? Legacy() : Native();
        var made = await federation.ApplyAsync(null, config);

        var imported = await federation.ImportAsync();

        Assert.True(federation.IsOn(setting));
        Assert.Equal(made.Value.Attributes["domain"], imported.Value.Attributes["domain"]);
        Assert.Equal(made.Value.Attributes["public_key"], imported.Value.Attributes["public_key"]);
        federation.Session.Server.ClearRequests();
        await federation.ApplyAsync(imported, config);
        Assert.DoesNotContain(federation.Session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    // An import never sees the configuration, so the id has to say which of two engines is meant.
    [Theory]
    [InlineData("6.5")]
    [InlineData("7.10")]
    public async Task Import_OfTwoEnginesThatAreOff_NeedsTheEngineInTheId(string profile)
    {
        await using var federation = await StartAsync(profile);
        var config = Legacy(("enabled", TfValue.False));
        await federation.ApplyAsync(null, config);

        (await federation.Session.ImportAsync(FederationLifecycle.TypeName, FederationLifecycle.Schema, "federation"))
            .Says("Error: Engine not decided").With("`federation/legacy`");
        var imported = await federation.ImportAsync("federation/legacy");

        Assert.Equal("legacy", imported.At("engine").String);
        federation.Session.Server.ClearRequests();
        (await federation.ApplyAsync(imported, config)).HasNoError();
        Assert.DoesNotContain(federation.Session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("federation", "Error: No federation to import")]
    [InlineData("federation/auto", "Error: Invalid import id")]
    [InlineData("legacy", "Error: Invalid import id")]
    public async Task Import_OfWhatIsNot_IsRefused(string id, string expected)
    {
        await using var federation = await StartAsync("8.8");

        (await federation.Session.ImportAsync(FederationLifecycle.TypeName, FederationLifecycle.Schema, id)).Says(expected);
    }

    private static DnsZone Zone(string records) => ZoneFile.Parse("example.org", "@ NS ns1\nns1 A 127.0.0.1\n" + records);
}
