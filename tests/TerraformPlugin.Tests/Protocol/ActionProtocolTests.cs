using Grpc.Core;
using SampleProvider;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class ActionProtocolTests(SharedSample sample)
{
    private const string TypeName = "sample_greet";

    private static readonly TfType Type = new GreetAction().Schema.Type;

    [Fact]
    public async Task Schema_OfAction_HasItsArguments()
    {
        var client = (await sample.ConnectAsync()).Client;

        var schemas = (await client.GetProviderSchemaAsync(new(), SampleCalls.Options)).ActionSchemas;

        Assert.Equal(["name", "fault"], schemas[TypeName].Schema.Block.Attributes.Select(a => a.Name));
        Assert.Equal(TypeName, (await client.GetMetadataAsync(new(), SampleCalls.Options)).Actions.Single().TypeName);
    }

    [Fact]
    public async Task Invoke_WithoutConfig_ReportsAndCompletes()
    {
        var events = await InvokeAsync(SampleCalls.Encode(TfValue.Null, Type));

        Assert.Equal(["Hello, everybody", "Goodbye"], events.SkipLast(1).Select(e => e.Progress.Message));
        Assert.Empty(events[^1].Completed.Diagnostics);
    }

    [Fact]
    public async Task Invoke_Warning_ComesWithTheCompletion()
    {
        var events = await InvokeAsync(Config(String("Ann"), String("warn")));

        Assert.Equal("Hello, Ann", events[0].Progress.Message);
        Assert.Equal("No answer", Assert.Single(events[^1].Completed.Diagnostics).Summary);
    }

    [Fact]
    public async Task Invoke_UnexpectedException_CompletesWithAnError()
    {
        var events = await InvokeAsync(Config(String("Ann"), String("throw")));

        Assert.Equal(2, events.Count);
        Assert.Equal("Unexpected failure in the provider", Answers.ErrorOf(events[1]).Summary);
    }

    [Fact]
    public async Task Invoke_UnknownConfig_CompletesWithAnError() =>
        Assert.Equal("Unreadable value", Answers.ErrorOf(Assert.Single(await InvokeAsync(Config(TfValue.Unknown, TfValue.Null)))).Summary);

    [Fact]
    public async Task Invoke_InvalidConfig_DoesNothing() =>
        Assert.Equal("Nobody to greet", Answers.ErrorOf(Assert.Single(await InvokeAsync(Config(String("nobody"), TfValue.Null)))).Summary);

    [Fact]
    public async Task Invoke_UnknownType_CompletesWithAnError()
    {
        var client = (await sample.ConnectAsync()).Client;

        using var call = client.InvokeAction(new() { ActionType = "sample_other" }, SampleCalls.Options);
        var events = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Unknown action", Answers.ErrorOf(Assert.Single(events)).Summary);
    }

    [Fact]
    public async Task Invoke_CallerLeaves_EndsWithoutHarm()
    {
        var client = (await sample.ConnectAsync()).Client;
        using (var call = client.InvokeAction(
            new() { ActionType = TypeName, Config = Config(TfValue.Null, String("hang")) }, SampleCalls.Options))
        {
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }

        Assert.Equal(3, (await InvokeAsync(Config(TfValue.Null, TfValue.Null))).Count);
    }

    [Fact]
    public async Task Plan_UnknownConfig_IsComplete()
    {
        var client = (await sample.ConnectAsync()).Client;

        var unknown = await client.PlanActionAsync(
            new() { ActionType = TypeName, Config = Config(TfValue.Unknown, TfValue.Null) }, SampleCalls.Options);
        var refused = await client.PlanActionAsync(
            new() { ActionType = TypeName, Config = Config(String("nobody"), TfValue.Null) }, SampleCalls.Options);

        Assert.Equal("Unknown name", Assert.Single(Answers.DiagnosticsOf(unknown)).Summary);
        Assert.Equal("Nobody to greet", Answers.ErrorOf(refused).Summary);
    }

    [Fact]
    public async Task Validate_NamesTheAttribute()
    {
        var client = (await sample.ConnectAsync()).Client;

        foreach (var name in (string[])["nobody", " "])
        {
            var answer = await client.ValidateActionConfigAsync(
                new() { ActionType = TypeName, Config = Config(String(name), TfValue.Null) }, SampleCalls.Options);

            Assert.Equal("name", Answers.ErrorOf(answer).Attribute.Steps.Single().AttributeName);
        }
    }

    private async Task<List<V6.InvokeAction.Types.Event>> InvokeAsync(V6.DynamicValue config)
    {
        var client = (await sample.ConnectAsync()).Client;
        using var call = client.InvokeAction(new() { ActionType = TypeName, Config = config }, SampleCalls.Options);
        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static V6.DynamicValue Config(TfValue name, TfValue fault) =>
        SampleCalls.Encode(Object(("name", name), ("fault", fault)), Type);
}
