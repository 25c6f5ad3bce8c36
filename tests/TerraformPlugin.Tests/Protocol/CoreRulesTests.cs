using Google.Protobuf;
using TerraformPlugin.Tests.Protocol.Core;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Whole lives of objects with random configurations: what core would never accept must never be answered.</summary>
public sealed class CoreRulesTests(SharedSample sample)
{
    private static readonly TfValue Null = TfValue.Null;

    // Attributes that cause faults or set limits are not part of the property.
    private static readonly string[] Unset = ["fault", "timeouts"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Life_OfRandomConfigurations_BreaksNoRule(int seed)
    {
        var calls = await sample.ConnectAsync();
        var random = new RandomConfig(seed);
        var (state, stored) = (Null, ByteString.Empty);
        for (var step = 0; step < 4; step++)
        {
            var config = random.Known(SampleCalls.Schema, Unset);
            (state, stored) = await ChangeAsync(calls, state, stored, random.Earlier(SampleCalls.Schema, config), config);
            await AssertStableAsync(calls, state, stored, config);
        }

        var gone = await calls.ChangeAsync(state, Null, stored);
        Answers.AssertClean(gone);
        Assert.True(SampleCalls.Decode(gone.NewState).IsNull);
    }

    [Fact]
    public void PlanRules_OfTheRules_FindWhatTheyAreFor()
    {
        var config = SampleCalls.Config(("text", TfValue.Of("a")), ("list", TfValue.List([TfValue.Of("x")])));

        Assert.Empty(Plan(config));
        Assert.NotEmpty(Plan(Null));
        Assert.NotEmpty(Plan(config.With("text", TfValue.Of("A"))));
        Assert.NotEmpty(Plan(config.With("text", TfValue.Unknown)));
        Assert.NotEmpty(Plan(config.With("bool", TfValue.True)));
        Assert.NotEmpty(Plan(config.With("secret_wo", TfValue.Of("s"))));
        Assert.NotEmpty(Plan(config.With("rule", Null)));
        Assert.NotEmpty(Plan(config.With("list", TfValue.List([TfValue.Of("x"), TfValue.Of("y")]))));
        Assert.Empty(Plan(config.With("mode", TfValue.Of("standard"))));
        Assert.Empty(Plan(config.With("id", TfValue.Unknown)));

        List<string> Plan(TfValue planned) => PlanRules.Violations(SampleCalls.Schema, Null, config, planned);
    }

    [Fact]
    public void ResultRules_OfTheRules_FindWhatTheyAreFor()
    {
        var planned = TfValue.List([TfValue.Of("x"), TfValue.Unknown]);

        Assert.Empty(ResultRules.Violations(planned, TfValue.List([TfValue.Of("x"), TfValue.Of("y")])));
        Assert.NotEmpty(ResultRules.Violations(planned, TfValue.List([TfValue.Of("z"), TfValue.Of("y")])));
        Assert.NotEmpty(ResultRules.Violations(planned, TfValue.List([TfValue.Of("x")])));
        Assert.NotEmpty(ResultRules.Violations(planned, Null));
        Assert.NotEmpty(ResultRules.Violations(Null, planned));
        Assert.NotEmpty(ResultRules.Violations(TfValue.Set([TfValue.Of("x")]), TfValue.Set([TfValue.Of("y")])));
        Assert.Empty(ResultRules.Violations(TfValue.Unknown, Null));
    }

    /// <summary>Plans with what is known early, plans again and applies with all known, as CLIs do.</summary>
    private static async Task<(TfValue State, ByteString Stored)> ChangeAsync(
        SampleCalls calls, TfValue prior, ByteString stored, TfValue early, TfValue config)
    {
        Assert.Empty(await calls.ValidateAsync(early));
        Assert.Empty(await calls.ValidateAsync(config));
        var (plan, planned) = await PlanAsync(calls, prior, stored, early);
        if (!prior.IsNull && plan.RequiresReplace.Count > 0)
        {
            var destroyed = await calls.ChangeAsync(prior, Null, stored);
            Answers.AssertClean(destroyed);
            Assert.True(SampleCalls.Decode(destroyed.NewState).IsNull);
            (prior, stored) = (Null, plan.PlannedPrivate);
            (plan, planned) = await PlanAsync(calls, prior, stored, early);
        }

        var (final, last) = await PlanAsync(calls, prior, stored, config);
        Assert.Empty(ResultRules.Violations(planned, last));

        var applied = await calls.ApplyAsync(prior, last, config, final.PlannedPrivate);
        Answers.AssertClean(applied);
        var state = SampleCalls.Decode(applied.NewState);
        Assert.True(state.IsWhollyKnown);
        Assert.Empty(ResultRules.Violations(last, state));
        return (state, applied.Private);
    }

    private static async Task<(V6.PlanResourceChange.Types.Response Plan, TfValue Planned)> PlanAsync(
        SampleCalls calls, TfValue prior, ByteString stored, TfValue config)
    {
        var plan = await calls.PlanAsync(prior, config, stored);
        Answers.AssertClean(plan);
        var planned = SampleCalls.Decode(plan.PlannedState);
        Assert.Empty(PlanRules.Violations(SampleCalls.Schema, prior, config, planned));
        return (plan, planned);
    }

    /// <summary>The state comes back from the state file and from a read as it is, and a second plan has nothing to do.</summary>
    private static async Task AssertStableAsync(SampleCalls calls, TfValue state, ByteString stored, TfValue config)
    {
        var upgraded = await calls.UpgradeAsync(SampleCalls.Schema.Version, TfJson.Encode(state, SampleCalls.Schema.Type));
        Answers.AssertClean(upgraded);
        Assert.Equal(state, SampleCalls.Decode(upgraded.UpgradedState));
        var read = await calls.ReadAsync(state, stored);
        Answers.AssertClean(read);
        Assert.Equal(state, SampleCalls.Decode(read.NewState));
        var (plan, planned) = await PlanAsync(calls, state, read.Private, config);
        Assert.Empty(plan.RequiresReplace);
        Assert.Equal(state, planned);
    }
}
