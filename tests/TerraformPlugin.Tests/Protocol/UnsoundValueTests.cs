using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Values of the right type that core never sends. They end before the resource, which need not expect them.</summary>
public sealed class UnsoundValueTests(SharedSample sample)
{
    private static readonly TfValue State = SampleCalls.Config(("id", String("a")), ("mode", String("standard")));

    private static readonly V6.DynamicValue None = SampleCalls.Encode(TfValue.Null);

    [Theory]
    [InlineData("ReadResource")]
    [InlineData("PlanResourceChange.prior")]
    [InlineData("ApplyResourceChange.prior")]
    [InlineData("ApplyResourceChange.delete")]
    public async Task State_WithUnknowns_IsAnErrorThatNamesThem(string name)
    {
        var error = await RefuseAsync(name, State.With("size", TfValue.Unknown).With("list", TfValue.List([String("b"), TfValue.Unknown])));

        Assert.Equal("Unreadable value", error.Summary);
        Assert.Contains("the stored state leaves `list`, `size` unknown", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadResource")]
    [InlineData("PlanResourceChange.prior")]
    [InlineData("ApplyResourceChange.prior")]
    [InlineData("ApplyResourceChange.delete")]
    public async Task State_WithoutItsKey_IsAnErrorWithARemedy(string name)
    {
        foreach (var value in new[] { TfValue.Null, String("") })
        {
            var error = await RefuseAsync(name, State.With("id", value));

            Assert.Equal("Unreadable state", error.Summary);
            Assert.Contains("`id`", error.Detail, StringComparison.Ordinal);
            Assert.Contains("import it again", error.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ApplyResourceChange.config", "size")]
    [InlineData("ReadDataSource", "more")]
    public async Task Config_WithUnknownsThatIsToBeApplied_IsAnErrorThatNamesThem(string name, string attribute)
    {
        var error = await RefuseAsync(name, Slot.All.Single(s => s.Name == name).Sound.With(attribute, TfValue.Unknown));

        Assert.Equal("Unreadable value", error.Summary);
        Assert.Contains($"the configuration leaves `{attribute}` unknown", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadDataSource", "text", "Empty value")]
    [InlineData("ConfigureProvider", "greeting", "Empty value")]
    [InlineData("ReadDataSource", "fault", "Unexpected failure in the provider")]
    [InlineData("ConfigureProvider", "fault", "Unexpected failure in the provider")]
    public async Task Config_ThatValidationRefuses_IsRefusedAgain(string name, string attribute, string summary)
    {
        var value = attribute == "fault" ? "validate:throw" : "";

        Assert.Equal(summary, (await RefuseAsync(name, Slot.All.Single(s => s.Name == name).Sound.With(attribute, String(value)))).Summary);
    }

    [Fact]
    public async Task PlanAndApply_NewObjectThatValidationRefuses_IsRefusedAgain()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("number", TfValue.Of(1001)));
        var planned = config.With("mode", String("standard"));

        var plan = await calls.PlanAsync(TfValue.Null, config);
        var apply = await calls.ApplyAsync(TfValue.Null, planned, config);

        Assert.Equal("Number out of range", Answers.ErrorOf(plan).Summary);
        Assert.Equal("Number out of range", Answers.ErrorOf(apply).Summary);
        Assert.True(SampleCalls.Decode(apply.NewState).IsNull);
        Assert.Equal("Reported", Answers.ErrorOf(await calls.PlanAsync(TfValue.Null, SampleCalls.WithFault("validate:report"))).Summary);
    }

    // `ignore_changes` puts stored values in place of written ones after validation; together they may break a rule.
    [Fact]
    public async Task PlanAndApply_StoredValuesThatValidationWouldRefuse_AreTaken()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("number", TfValue.Of(1001)));
        var prior = config.With("id", String("a")).With("mode", String("standard"));

        Answers.AssertClean(await calls.ChangeAsync(prior, config.With("text", String("b"))));
    }

    [Fact]
    public async Task PlanAndApply_ChangedValueThatValidationRefuses_IsRefusedAgain()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("number", TfValue.Of(1001)));

        var plan = Answers.ErrorOf(await calls.PlanAsync(State, config));
        var apply = await calls.ApplyAsync(State, State.With("number", TfValue.Of(1001)), config);

        Assert.Equal(("Number out of range", "number"), (plan.Summary, Assert.Single(plan.Attribute.Steps).AttributeName));
        Assert.Equal("Number out of range", Answers.ErrorOf(apply).Summary);
        Assert.Equal(State, SampleCalls.Decode(apply.NewState));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("text")]
    [InlineData("mode")]
    [InlineData("list")]
    [InlineData("single")]
    [InlineData("rule")]
    public async Task Apply_PlanThatIsNotTheConfiguration_IsAnErrorThatNamesIt(string attribute)
    {
        var config = SampleCalls.Config(
            ("text", String("x")), ("list", TfValue.List([String("x")])), ("single", Single("x")), ("rule", TfValue.List([])));
        var planned = config.With("id", TfValue.Unknown).With("mode", String("standard"));
        var calls = await sample.ConnectAsync();
        Answers.AssertClean(await calls.ApplyAsync(TfValue.Null, planned, config));

        foreach (var value in new[] { TfValue.Null, TfValue.Unknown })
        {
            var error = Answers.ErrorOf(await calls.ApplyAsync(TfValue.Null, planned.With(attribute, value), config));

            Assert.Equal("Unreadable value", error.Summary);
            Assert.Contains($"`{attribute}`", error.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Plan_ProposalThatIsNotTheConfiguration_IsAnErrorThatNamesIt()
    {
        var calls = await sample.ConnectAsync();

        var answer = await calls.Client.PlanResourceChangeAsync(
            new()
            {
                TypeName = SampleCalls.TypeName,
                PriorState = None,
                Config = SampleCalls.Encode(SampleCalls.Config()),
                ProposedNewState = SampleCalls.Encode(SampleCalls.Config(("text", String("x")))),
            },
            SampleCalls.Options);

        Assert.Contains("`text`", Answers.ErrorOf(answer).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanAndApply_RequiredValueTakenOutOfTheConfiguration_IsAnErrorThatNamesIt()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("name", TfValue.Null));

        Assert.Contains("`name`", Answers.ErrorOf(await calls.PlanAsync(State, config)).Detail, StringComparison.Ordinal);
        Assert.Contains("`name`", Answers.ErrorOf(await calls.ApplyAsync(State, State, config)).Detail, StringComparison.Ordinal);
    }

    private static TfValue Single(string key) => Object(
        ("key", String(key)), ("note", TfValue.Null), ("token", TfValue.Null), ("mode", String("standard")), ("deep", TfValue.Null));

    private async Task<V6.Diagnostic> RefuseAsync(string name, TfValue value)
    {
        var slot = Slot.All.Single(s => s.Name == name);
        return Answers.ErrorOf(await slot.CallAsync((await sample.ConnectAsync()).Client, SampleCalls.Encode(value, slot.Type)));
    }
}
