using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationStage;

namespace RocketTfProvider.Tests.Federation;

/// <summary>What the plan of federation knows, and what it says.</summary>
public sealed class FederationPlanTests
{
    private static readonly (string, TfValue) Key = ("public_key", TfValue.Of(Acceptance.Running.FederationKey.Text));

    [Fact]
    public async Task Records_AreKnownInTheFirstPlan_AndWhatTheApplyGives()
    {
        await using var stage = await SetAsync("3.11");

        var planned = await stage.PlanAsync(null, Legacy());
        planned.Says();

        var records = planned.Value.Attributes["records"];
        Assert.True(records.IsWhollyKnown);
        Assert.Equal("1 1 443 chat.example.org.", records.Attributes["srv"].Attributes["value"].String);
        Assert.Equal(stage.TextOf("FEDERATION_Public_Key"), records.Attributes["txt"].Attributes["text"].String);
        Assert.Equal("legacy", planned.Value.Attributes["effective_engine"].String);
        var applied = await stage.ApplyAsync(null, Legacy());
        applied.Says();
        Assert.Equal(records, applied.Value.Attributes["records"]);
        (await stage.PlanAsync(applied, Legacy())).Says();
    }

    [Fact]
    public async Task Records_OfNamedEngineWithGivenKey_NeedNoServer()
    {
        await using var stage = await SetAsync("6.5", planChecks: "off");

        var planned = await stage.PlanAsync(null, Legacy(Key));

        Assert.Equal(["srv", "txt"], planned.Value.Attributes["records"].Attributes.Keys.Order());
        Assert.Empty(stage.Session.Requests);
        Assert.True((await stage.PlanAsync(null, Legacy())).Value.Attributes["records"].IsUnknown);
        Assert.Empty(stage.Session.Requests);
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("target")]
    [InlineData("port")]
    [InlineData("public_key")]
    public async Task Records_WaitForWhatIsNotKnownYet(string unknown)
    {
        await using var stage = await SetAsync("3.11");

        var planned = await stage.PlanAsync(null, Legacy((unknown, TfValue.Unknown)));

        planned.Says();
        Assert.True(planned.Value.Attributes["records"].IsUnknown);
        Assert.True(planned.Value.Attributes[unknown].IsUnknown);
    }

    [Fact]
    public async Task Matrix_ShowsTheDocument_AndTheRecordIfAskedFor()
    {
        await using var stage = await SetAsync("8.8");
        stage.Session.Workspace.HasLicense = true;

        var planned = await stage.PlanAsync(null, Native());
        Assert.Empty(planned.Value.Attributes["records"].Attributes);
        Assert.Equal("https://example.org/.well-known/matrix/server", planned.Value.Attributes["well_known"].Attributes["url"].String);
        Assert.Equal("""{"m.server":"chat.example.org:443"}""", planned.Value.Attributes["well_known"].Attributes["body"].String);

        planned = await stage.PlanAsync(null, Native(("delegation", TfValue.Of("srv"))));
        Assert.Equal("_matrix-fed._tcp.example.org", planned.Value.Attributes["records"].Attributes["srv"].Attributes["name"].String);
    }

    [Fact]
    public async Task Bridge_NamesNoHostThatNobodyGave()
    {
        await using var stage = await SetAsync("7.10");
        (string, TfValue)[] bridge = [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")), .. Unproven];

        Assert.True((await stage.PlanAsync(null, Config(bridge))).Value.Attributes["well_known"].IsNull);
        var planned = await stage.PlanAsync(
            null, Config([.. bridge, ("target", TfValue.Of("synapse.example.org")), ("port", TfValue.Of(8448))]));
        Assert.Equal("""{"m.server":"synapse.example.org:8448"}""", planned.Value.Attributes["well_known"].Attributes["body"].String);
    }

    [Theory]
    [InlineData("error", "Error: License without federation")]
    [InlineData("warn", "Warning: License without federation")]
    public async Task PlanChecks_SayHowLoud(string planChecks, string headline)
    {
        await using var stage = await SetAsync("8.8", planChecks);

        (await stage.PlanAsync(null, Native())).Says(headline);

        (await stage.PlanAsync(null, Native(("enabled", TfValue.False)))).Says();
    }

    [Fact]
    public async Task Hub_IsWarnedOf_AlsoWhereTheServerHasItByItself()
    {
        await using var stage = await SetAsync("3.11");

        (await stage.PlanAsync(null, Legacy(("legacy", Nested("legacy", ("discovery_method", TfValue.Of("hub")))))))
            .Says("Warning: Hub does not answer");

        stage.Session.Workspace.SetSetting("FEDERATION_Discovery_Method", "hub");
        (await stage.PlanAsync(null, Legacy())).Says("Warning: Hub does not answer");
        (await stage.PlanAsync(null, Legacy(("legacy", Nested("legacy", ("discovery_method", TfValue.Of("dns"))))))).Says();
    }

    [Fact]
    public async Task WhatTheEngineOrTheVersionLacks_IsNamed()
    {
        await using var stage = await SetAsync("6.5");

        (await stage.PlanAsync(null, Legacy(Key, ("matrix_bridge", Nested("matrix_bridge"))))).With("Error: Attribute of another engine")
            .With("`matrix_bridge`");
        (await stage.PlanAsync(null, Legacy(Key, ("delegation", TfValue.Of("srv"))))).With("Error: Attribute of another engine")
            .With("`delegation`");
        var later = Config(
            [("engine", TfValue.Of("matrix_bridge")), ("domain", TfValue.Of("example.org")),
                ("matrix_bridge", Nested("matrix_bridge", ("serve_well_known", TfValue.True))), .. Unproven]);
        (await stage.PlanAsync(null, later)).Says("Error: Setting not on this server").With("`matrix_bridge.serve_well_known`");
    }

    [Theory]
    [InlineData("Partner.example", "Write \"partner.example\"")]
    [InlineData("*.Partner.example", "Write \"*.partner.example\"")]
    [InlineData("a.example,b.example", "holds \"a.example,b.example\"")]
    [InlineData("", "holds \"\"")]
    [InlineData("https://partner.example", "holds")]
    public async Task AllowedDomain_ThatTheServerWouldNotUnderstand_IsRefused(string domain, string words)
    {
        await using var stage = await SetAsync("8.8");
        var config = Native(("native",
            Nested("native", ("allow_list", TfValue.Set([TfValue.Of(domain), TfValue.Of("*.friends.example")])))));

        (await stage.Session.ValidateAsync(TypeName, Schema, config)).Says("Error: Invalid domain name").With(words);
    }

    [Fact]
    public async Task Domain_OfRunningFederation_IsNotChangedByAccident()
    {
        await using var stage = await SetAsync("3.11");
        var made = await stage.ApplyAsync(null, Legacy());
        var other = Legacy(("domain", TfValue.Of("other.example.org")));

        (await stage.PlanAsync(made, other)).Says("Error: Domain in use");
        (await stage.PlanAsync(made, Legacy(("domain", TfValue.Of("CHAT.example.org."))))).Says();
        Assert.Equal("other.example.org", (
            await stage.PlanAsync(made, Legacy(("domain", TfValue.Of("other.example.org")), ("allow_domain_change", TfValue.True))))
            .Value.Attributes["domain"].String);
    }
}
