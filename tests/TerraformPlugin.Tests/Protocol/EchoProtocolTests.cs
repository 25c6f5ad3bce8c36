using SampleProvider.Echo;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class EchoProtocolTests(SharedSample sample)
{
    private static readonly TfType Type = new EchoDataSource(() => default).Schema.Type;

    [Fact]
    public async Task Read_KnownConfig_IsEchoedUnchangedAndFilledIn()
    {
        var config = Config("x").With("more", TfValue.List([String("a"), TfValue.Null]));

        var answer = await ReadAsync(config);

        Answers.AssertClean(answer);
        var state = TfMsgPack.Decode(answer.State.Msgpack.Memory, Type);

        // The greeting is whatever another test has configured.
        Assert.Equal(config.With("answer", String("x!")).With("greeting", state.Attributes["greeting"]), state);
    }

    [Theory]
    [InlineData("fail", "Failed")]
    [InlineData("throw", "Unexpected failure in the provider")]
    [InlineData("refuse", "Refused")]
    [InlineData("null", "Unexpected failure in the provider")]
    [InlineData("unknown", "Value left unknown")]
    public async Task Read_Fails_SaysSoAndGivesNothing(string fault, string summary)
    {
        var answer = await ReadAsync(Config("x").With("fault", String($"read:{fault}")));

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.Null(answer.State);
    }

    [Fact]
    public async Task Validate_Space_NamesTheAttribute()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.ValidateDataResourceConfigAsync(
            new() { TypeName = "sample_echo", Config = SampleCalls.Encode(Config(" "), Type) }, SampleCalls.Options);

        Assert.Equal("text", Answers.ErrorOf(answer).Attribute.Steps.Single().AttributeName);
    }

    private static TfValue Config(string text) => Object(
        ("text", String(text)), ("more", TfValue.Null), ("fault", TfValue.Null), ("greeting", TfValue.Null), ("answer", TfValue.Null));

    private async Task<V6.ReadDataSource.Types.Response> ReadAsync(TfValue config) =>
        await (await sample.ConnectAsync()).Client.ReadDataSourceAsync(
            new() { TypeName = "sample_echo", Config = SampleCalls.Encode(config, Type) }, SampleCalls.Options);
}
