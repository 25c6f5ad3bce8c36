using Acceptance.Running;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>The values that a plan of federation knows, and its diagnostics.</summary>
public sealed class FederationPlanTests
{
    private static readonly (string, TfValue) Key = ("public_key", TfValue.Of(FederationKey.Text));

    [Fact]
    public async Task Records_AreKnownInTheFirstPlan_AndWhatTheApplyGives()
    {
        await using var federation = await StartAsync("3.11");

        var planned = await federation.PlanAsync(null, Legacy());
        planned.Says();

        var records = planned.Value.Attributes["records"];
        Assert.True(records.IsWhollyKnown);
        Assert.Equal("1 1 443 chat.example.org.", records.Attributes["srv"].Attributes["value"].String);
        Assert.Equal(federation.TextOf("FEDERATION_Public_Key"), records.Attributes["txt"].Attributes["text"].String);
        Assert.Equal("legacy", planned.Value.Attributes["effective_engine"].String);
        var applied = await federation.ApplyAsync(null, Legacy());
        applied.Says();
        Assert.Equal(records, applied.Value.Attributes["records"]);
        (await federation.PlanAsync(applied, Legacy())).Says();
    }

    [Fact]
    public async Task Records_OfNamedEngineWithGivenKey_NeedNoServer()
    {
        await using var federation = await StartAsync("6.5", planChecks: "off");

        var planned = await federation.PlanAsync(null, Legacy(Key));

        Assert.Equal(["srv", "txt"], planned.Value.Attributes["records"].Attributes.Keys.Order());
        Assert.Empty(federation.Session.Requests);
        Assert.True((await federation.PlanAsync(null, Legacy())).Value.Attributes["records"].IsUnknown);
        Assert.Empty(federation.Session.Requests);
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("target")]
    [InlineData("port")]
    [InlineData("public_key")]
    public async Task Records_WaitForWhatIsNotKnownYet(string unknown)
    {
        await using var federation = await StartAsync("3.11");

        var planned = await federation.PlanAsync(null, Legacy((unknown, TfValue.Unknown)));

        planned.Says();
        Assert.True(planned.Value.Attributes["records"].IsUnknown);
        Assert.True(planned.Value.Attributes[unknown].IsUnknown);
    }

    [Fact]
    public async Task Matrix_ShowsTheDocument_AndTheRecordIfAskedFor()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;

        var planned = await federation.PlanAsync(null, Native());
        Assert.Empty(planned.Value.Attributes["records"].Attributes);
        Assert.Equal("https://example.org/.well-known/matrix/server", planned.Value.Attributes["well_known"].Attributes["url"].String);
        Assert.Equal("""{"m.server":"chat.example.org:443"}""", planned.Value.Attributes["well_known"].Attributes["body"].String);

        planned = await federation.PlanAsync(null, Native(("delegation", TfValue.Of("srv"))));
        Assert.Equal("_matrix-fed._tcp.example.org", planned.Value.Attributes["records"].Attributes["srv"].Attributes["name"].String);
    }

    [Fact]
    public async Task Bridge_NamesNoHostThatNobodyGave()
    {
        await using var federation = await StartAsync("7.10");
        (string, TfValue)[] bridge = [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven];

        Assert.True((await federation.PlanAsync(null, Config(bridge))).Value.Attributes["well_known"].IsNull);
        var planned = await federation.PlanAsync(
            null, Config([.. bridge, ("target", TfValue.Of("synapse.example.org")), ("port", TfValue.Of(8448))]));
        Assert.Equal("""{"m.server":"synapse.example.org:8448"}""", planned.Value.Attributes["well_known"].Attributes["body"].String);
    }

    [BehaviorRow("federation", "new")]
    [Theory]
    [InlineData("error", "Error: License without federation")]
    [InlineData("warn", "Warning: License without federation")]
    public async Task PlanChecks_SayHowLoud(string planChecks, string headline)
    {
        await using var federation = await StartAsync("8.8", planChecks);

        (await federation.PlanAsync(null, Native())).Says(headline);

        (await federation.PlanAsync(null, Native(("enabled", TfValue.False)))).Says("Warning: Restart recommended");
    }

    [Fact]
    public async Task Hub_GetsAWarning_AlsoWhereTheServerHasItByItself()
    {
        await using var federation = await StartAsync("3.11");

        (await federation.PlanAsync(null, Legacy(("legacy.discovery_method", TfValue.Of("hub")))))
            .Says("Warning: Hub does not answer", "Warning: Settings will be overwritten");

        federation.Session.Workspace.SetSetting("FEDERATION_Discovery_Method", "hub");
        (await federation.PlanAsync(null, Legacy())).Says("Warning: Hub does not answer");
        (await federation.PlanAsync(null, Legacy(("legacy.discovery_method", TfValue.Of("dns")))))
            .Says("Warning: Settings will be overwritten");
    }

    [Fact]
    public async Task WhatTheEngineOrTheVersionLacks_IsNamed()
    {
        await using var federation = await StartAsync("6.5");

        (await federation.PlanAsync(null, Legacy(Key, ("matrix_bridge.serve_well_known", TfValue.Null))))
            .With("Error: Attribute of another engine").With("`matrix_bridge`");
        (await federation.PlanAsync(null, Legacy(Key, ("delegation", TfValue.Of("srv"))))).With("Error: Attribute of another engine")
            .With("`delegation`");
        var later = Config(
            [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")),
                ("matrix_bridge.serve_well_known", TfValue.True), .. Unproven]);
        (await federation.PlanAsync(null, later)).Says("Error: Setting not on this server").With("`matrix_bridge.serve_well_known`");
    }

    [Theory]
    [InlineData("Partner.example", "Write \"partner.example\"")]
    [InlineData("*.Partner.example", "Write \"*.partner.example\"")]
    [InlineData("a.example,b.example", "holds \"a.example,b.example\"")]
    [InlineData("", "holds \"\"")]
    [InlineData("https://partner.example", "holds")]
    public async Task AllowedDomain_ThatTheServerWouldNotUnderstand_IsRefused(string domain, string words)
    {
        await using var federation = await StartAsync("8.8");
        var config = Native(("native.allow_list", TfValue.Set([TfValue.Of(domain), TfValue.Of("*.friends.example")])));

        (await federation.Session.ValidateAsync(TypeName, Schema, config)).Says("Error: Invalid domain name").With(words);
    }

    [BehaviorRow("federation", "other-domain")]
    [Fact]
    public async Task Domain_OfRunningFederation_IsNotChangedByAccident()
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy());
        var other = Legacy(("domain", TfValue.Of("other.example.org")));

        (await federation.PlanAsync(made, other)).Says("Error: Domain in use");
        (await federation.PlanAsync(made, Legacy(("domain", TfValue.Of("CHAT.example.org."))))).Says();
        Assert.Equal("other.example.org", (
            await federation.PlanAsync(made, Legacy(("domain", TfValue.Of("other.example.org")), ("allow_domain_change", TfValue.True))))
            .Value.Attributes["domain"].String);
    }
}
