using NameServers;
using RocketChat.Emulator.Dns;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationStage;

namespace RocketTfProvider.Tests.Federation;

/// <summary>What an apply does to the server, in which order, and what it says when the server does something else.</summary>
public sealed class FederationApplyTests
{
    [Fact]
    public async Task OtherEngine_IsSwitchedOffBeforeTheNewOneIsOn()
    {
        await using var stage = await SetAsync("7.10");
        var bridge = Config([("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven]);
        var made = await stage.ApplyAsync(null, bridge);
        Assert.True(stage.IsOn("Federation_Matrix_enabled"));

        var legacy = Legacy(("public_key", TfValue.Of(Acceptance.Running.FederationKey.Text)), ("allow_domain_change", TfValue.True));
        (await stage.PlanAsync(made, legacy)).Says("Warning: Legacy federation cannot send");
        var changed = await stage.ApplyAsync(made, legacy);

        changed.Says();
        Assert.Equal((false, true), (stage.IsOn("Federation_Matrix_enabled"), stage.IsOn("FEDERATION_Enabled")));
        var writes = stage.Session.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.True(writes.FindLastIndex(r => r.Contains("Federation_Matrix_enabled", StringComparison.Ordinal))
            < writes.FindIndex(r => r.Contains("FEDERATION_", StringComparison.Ordinal)));
        Assert.True(changed.Value.Attributes["homeserver_token"].IsNull);
    }

    [Theory]
    [InlineData("disable", false, "Warning: Federation will be disabled")]
    [InlineData("keep", true, "Warning: Federation is kept")]
    public async Task Destroy_DoesWhatOnDestroySays(string onDestroy, bool isOnAfterwards, string headline)
    {
        await using var stage = await SetAsync("3.11");
        var made = await stage.ApplyAsync(null, Legacy(("on_destroy", TfValue.Of(onDestroy))));

        (await stage.PlanAsync(made, null)).Says(headline);
        (await stage.ApplyAsync(made, null)).Says();

        Assert.Equal(isOnAfterwards, stage.IsOn("FEDERATION_Enabled"));
        Assert.Equal("chat.example.org", stage.TextOf("FEDERATION_Domain"));
    }

    [Fact]
    public async Task Hub_ThatSwitchesFederationOffAgain_IsAnErrorAndNotASuccess()
    {
        await using var stage = await SetAsync("3.11");

        var applied = await stage.ApplyAsync(null, Legacy(("legacy", Nested("legacy", ("discovery_method", TfValue.Of("hub"))))));

        applied.Says("Error: Federation switched itself off");
        Assert.False(applied.Value.Attributes["enabled"].Bool);
    }

    [Fact]
    public async Task SettingForcedByTheEnvironment_IsNamed()
    {
        await using var stage = await SetAsync("3.11");
        stage.Session.Workspace.Restart(new Dictionary<string, string> { ["SETTINGS_BLOCKED"] = "FEDERATION_Enabled" });

        (await stage.ApplyAsync(null, Legacy())).With("FEDERATION_Enabled");
        Assert.False(stage.IsOn("FEDERATION_Enabled"));
    }

    [Fact]
    public async Task Override_ByTheEnvironmentOfTheNextStart_IsNamedById()
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;
        var made = await stage.ApplyAsync(null, Native());
        stage.Session.Workspace.Restart(new Dictionary<string, string>
        {
            ["OVERWRITE_SETTING_Federation_Service_Domain"] = "else.example",
            ["OVERWRITE_SETTING_Federation_Service_Enabled"] = "false",
        });

        var drifted = await stage.RefreshAsync(made);

        drifted.Says("Warning: Changed outside of this configuration")
            .With("`Federation_Service_Domain` was \"example.org\", is \"else.example\"")
                .With("OVERWRITE_SETTING_Federation_Service_Domain")
            .With("`Federation_Service_Enabled` was true, is false").With("OVERWRITE_SETTING_Federation_Service_Enabled");
    }

    [Fact]
    public async Task Matrix_DelegatedBySrv_StaysOffUntilTheRecordIsRight()
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(Zone("chat A 127.0.0.1\n")));
        var config = Config(
            ("domain", TfValue.Of("example.org")),
            ("target", TfValue.Of("chat.example.org")),
            ("delegation", TfValue.Of("srv")),
            ("wait_for_dns", Nested(
                "wait_for_dns",
                ("timeout", TfValue.Of("1s")),
                ("interval", TfValue.Of("1s")),
                ("resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])))),
            ("test", Nested("test", ("required", TfValue.False))));

        var failed = await stage.ApplyAsync(null, config);
        failed.With("Error: Federation DNS is wrong").With("srv_missing").With("_matrix-fed._tcp.example.org");
        Assert.False(stage.IsOn("Federation_Service_Enabled"));
        Assert.Equal("example.org", stage.TextOf("Federation_Service_Domain"));

        dns.Answer = Answering.Resolving(Zone("chat A 127.0.0.1\n_matrix-fed._tcp SRV 0 0 443 chat.example.org.\n"));
        var made = await stage.ApplyAsync(failed, config);
        Assert.DoesNotContain("Error", made.Messages, StringComparison.Ordinal);
        Assert.True(stage.IsOn("Federation_Service_Enabled"));

        dns.Answer = Answering.Resolving(Zone("chat A 127.0.0.1\n_matrix-fed._tcp SRV 0 0 8448 chat.example.org.\n"));
        (await stage.PlanAsync(made, config)).Says("Warning: Federation DNS is wrong").With("srv_wrong_port");
    }

    [Theory]
    [InlineData("chat.example.org", true)]
    [InlineData(null, false)]
    public async Task Native_DelegatedByADocument_IsTestedWhereTheUserNamesTheHost(string? target, bool isTested)
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(Zone("@ A 127.0.0.1\nchat A 127.0.0.1\n")));

        var applied = await stage.ApplyAsync(null, Config(
            ("domain", TfValue.Of("example.org")),
            ("target", target is null ? TfValue.Null : TfValue.Of(target)),
            ("wait_for_dns", Nested("wait_for_dns", ("resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())]))))));

        _ = isTested
            ? applied.Says("Error: Federation test failed", "Warning: Restart recommended").With("delegation_missing")
                .With("https://example.org/.well-known/matrix/server").With("{\"m.server\":\"chat.example.org:443\"}")
            : applied.HasNoError();
        Assert.True(stage.IsOn("Federation_Service_Enabled"));
    }

    [Fact]
    public async Task Drift_IsToldByIdWithWasAndIs_AndPutRight()
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;
        var config = Native(("native", Nested("native", ("allow_list", TfValue.Set([TfValue.Of("b.example"), TfValue.Of("a.example")])),
            ("process_typing", TfValue.False))));
        var made = await stage.ApplyAsync(null, config);
        stage.Session.Workspace.SetSetting("Federation_Service_Allow_List", "b.example, a.example");
        (await stage.RefreshAsync(made)).Says();

        stage.Session.Workspace.SetSetting("Federation_Service_Allow_List", "a.example");
        stage.Session.Workspace.SetSetting("Federation_Service_Join_Encrypted_Rooms", true);
        var drifted = await stage.RefreshAsync(made);

        drifted.Says("Warning: Changed outside of this configuration")
            .With("`Federation_Service_Allow_List` was \"a.example,b.example\", is \"a.example\"");
        Assert.Single(drifted.Value.Attributes["native"].Attributes["allow_list"].Elements);
        (await stage.ApplyAsync(drifted, config)).Says();
        Assert.Equal("a.example,b.example", stage.TextOf("Federation_Service_Allow_List"));
        Assert.True(stage.IsOn("Federation_Service_Join_Encrypted_Rooms"));
    }

    [Fact]
    public async Task Key_IsFollowedWhenItIsTheServers_AndLeftWhenItWasGiven()
    {
        await using var stage = await SetAsync("3.11");
        var made = await stage.ApplyAsync(null, Legacy());
        stage.Session.Workspace.SetSetting("FEDERATION_Public_Key", Acceptance.Running.FederationKey.Text);

        var followed = await stage.RefreshAsync(made);
        Assert.Equal(Acceptance.Running.FederationKey.Text, followed.Value.Attributes["records"].Attributes["txt"].Attributes["text"]
            .String);
        Assert.Equal(followed.Value, (await stage.PlanAsync(followed, Legacy())).Value);

        var given = await stage.ApplyAsync(followed, Legacy(("public_key", made.Value.Attributes["public_key"])));
        Assert.Equal(made.Value.Attributes["public_key"], (await stage.RefreshAsync(given)).Value.Attributes["public_key"]);
    }

    [Fact]
    public async Task License_ThatEnds_IsSeenInTheStatus()
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;
        var made = await stage.ApplyAsync(null, Native());
        Assert.Equal("enabled", made.Value.Attributes["status"].String);

        stage.Session.Workspace.HasLicense = false;

        Assert.Equal("without_license", (await stage.RefreshAsync(made)).Value.Attributes["status"].String);
        Assert.True((await stage.RefreshAsync(made)).Value.Attributes["enabled"].Bool);
    }

    [Theory]
    [InlineData("3.11", "FEDERATION_Enabled")]
    [InlineData("8.8", "Federation_Service_Enabled")]
    public async Task Import_ThenPlan_ChangesNothing(string profile, string setting)
    {
        await using var stage = await SetAsync(profile);
        stage.Session.Workspace.HasLicense = true;
        var config = profile == "3.11" ? Legacy() : Native();
        var made = await stage.ApplyAsync(null, config);

        var imported = await stage.ImportAsync();

        Assert.True(stage.IsOn(setting));
        Assert.Equal(made.Value.Attributes["domain"], imported.Value.Attributes["domain"]);
        Assert.Equal(made.Value.Attributes["public_key"], imported.Value.Attributes["public_key"]);
        stage.Session.Server.ClearRequests();
        await stage.ApplyAsync(imported, config);
        Assert.DoesNotContain(stage.Session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    // An import never sees the configuration, so the id has to say which of two engines is meant.
    [Theory]
    [InlineData("6.5")]
    [InlineData("7.10")]
    public async Task Import_OfTwoEnginesThatAreOff_NeedsTheEngineInTheId(string profile)
    {
        await using var stage = await SetAsync(profile);
        var config = Legacy(("enabled", TfValue.False));
        await stage.ApplyAsync(null, config);

        (await stage.Session.ImportAsync(FederationStage.TypeName, FederationStage.Schema, "federation"))
            .Says("Error: Engine not decided").With("`federation/legacy`");
        var imported = await stage.ImportAsync("federation/legacy");

        Assert.Equal("legacy", imported.At("engine").String);
        stage.Session.Server.ClearRequests();
        (await stage.ApplyAsync(imported, config)).HasNoError();
        Assert.DoesNotContain(stage.Session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("federation", "Error: No federation to import")]
    [InlineData("federation/auto", "Error: Invalid import id")]
    [InlineData("legacy", "Error: Invalid import id")]
    public async Task Import_OfWhatIsNot_IsRefused(string id, string expected)
    {
        await using var stage = await SetAsync("8.8");

        (await stage.Session.ImportAsync(FederationStage.TypeName, FederationStage.Schema, id)).Says(expected);
    }

    private static DnsZone Zone(string records) => ZoneFile.Parse("example.org", "@ NS ns1\nns1 A 127.0.0.1\n" + records);
}
