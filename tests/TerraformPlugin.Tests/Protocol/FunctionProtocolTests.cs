using Google.Protobuf;
using SampleProvider;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class FunctionProtocolTests(SharedSample sample)
{
    [Fact]
    public async Task Schema_OfFunction_IsTheSameInBothCalls()
    {
        var client = (await sample.ConnectAsync()).Client;

        var schema = (await client.GetProviderSchemaAsync(new(), SampleCalls.Options)).Functions;
        var functions = (await client.GetFunctionsAsync(new(), SampleCalls.Options)).Functions;

        Assert.Equal(schema, functions);
        var join = Assert.Single(schema, f => f.Key == "join").Value;
        Assert.Equal(["separator", "fallback"], join.Parameters.Select(p => p.Name));
        Assert.Equal([true, false], join.Parameters.Select(p => p.AllowNullValue));
        Assert.Equal([false, true], join.Parameters.Select(p => p.AllowUnknownValues));
        Assert.Equal("parts", join.VariadicParameter.Name);
        Assert.Equal("\"string\"", join.Return.Type.ToStringUtf8());
        Assert.Equal(V6.StringKind.Markdown, join.DescriptionKind);
        Assert.NotEmpty(join.Summary);
        Assert.Equal("join", (await client.GetMetadataAsync(new(), SampleCalls.Options)).Functions.Single().Name);
    }

    [Fact]
    public async Task Call_KnownArguments_GivesResult() =>
        Assert.Equal(String("a-b"), await ResultAsync(String("-"), String("?"), String("a"), String("b")));

    [Fact]
    public async Task Call_NoVariadicArgument_GivesResult() => Assert.Equal(String(""), await ResultAsync(String("-"), String("?")));

    [Fact]
    public async Task Call_NullThatIsAllowed_ReachesTheFunction() =>
        Assert.Equal(String("ab"), await ResultAsync(TfValue.Null, String("?"), String("a"), String("b")));

    [Fact]
    public async Task Call_UnknownThatIsAllowed_ReachesTheFunction() =>
        Assert.Equal(String("a-?"), await ResultAsync(String("-"), String("?"), String("a"), TfValue.Unknown));

    [Fact]
    public async Task Call_UnknownThatIsNotAllowed_IsUnknown() =>
        Assert.Equal(TfValue.Unknown, await ResultAsync(TfValue.Unknown, String("?"), String("a")));

    [Fact]
    public async Task Call_NullThatIsNotAllowed_IsAnErrorAtTheArgument()
    {
        var error = await ErrorAsync(String("-"), String("?"), String("a"), TfValue.Null);

        Assert.Equal(3, error.FunctionArgument);
        Assert.Equal("`parts` must not be null", error.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Call_ArgumentMissing_IsAnErrorAtItsPlace(int count)
    {
        var error = await ErrorAsync([.. Enumerable.Repeat(String("-"), count)]);

        Assert.Equal(count, error.FunctionArgument);
    }

    [Fact]
    public async Task Call_FaultOfVariadicArgument_NamesItsPlaceAndHasNoPeriod()
    {
        var error = await ErrorAsync(String("-"), String("?"), String("a"), String("b-c"));

        Assert.Equal(3, error.FunctionArgument);
        Assert.Equal("The part has the separator in it", error.Text);
    }

    [Fact]
    public async Task Call_FaultOfArgument_NamesItsPlace()
    {
        var error = await ErrorAsync(String("separator"), String("?"));

        Assert.Equal(0, error.FunctionArgument);
    }

    [Fact]
    public async Task Call_FaultOfTheWhole_NamesNoPlace()
    {
        var error = await ErrorAsync(String("fail"), String("?"));

        Assert.False(error.HasFunctionArgument);
        Assert.Equal("The call failed", error.Text);
    }

    [Fact]
    public async Task Call_UnexpectedException_HidesItsMessage()
    {
        var error = await ErrorAsync(String("throw"), String("?"));

        Assert.StartsWith("Unexpected failure in the provider", error.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_UnknownName_IsAnError()
    {
        var client = (await sample.ConnectAsync()).Client;

        var answer = await client.CallFunctionAsync(new() { Name = "no_such" }, SampleCalls.Options);

        Assert.StartsWith("Unknown function", answer.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_BytesOfAnotherType_IsAnError()
    {
        var client = (await sample.ConnectAsync()).Client;
        var request = new V6.CallFunction.Types.Request { Name = "join" };
        request.Arguments.Add(new V6.DynamicValue { Msgpack = ByteString.CopyFrom(0xc1) });

        var answer = await client.CallFunctionAsync(request, SampleCalls.Options);

        Assert.StartsWith("Unreadable value", answer.Error.Text, StringComparison.Ordinal);
        Assert.Null(answer.Result);
    }

    private async Task<TfValue> ResultAsync(params TfValue[] arguments)
    {
        var answer = await CallAsync(arguments);
        Assert.Null(answer.Error);
        return TfMsgPack.Decode(answer.Result.Msgpack.Memory, TfType.String);
    }

    private async Task<V6.FunctionError> ErrorAsync(params TfValue[] arguments)
    {
        var answer = await CallAsync(arguments);
        Assert.Null(answer.Result);
        return answer.Error;
    }

    private async Task<V6.CallFunction.Types.Response> CallAsync(TfValue[] arguments)
    {
        var request = new V6.CallFunction.Types.Request { Name = new JoinFunction().Name };
        request.Arguments.Add(arguments.Select(value => SampleCalls.Encode(value, TfType.String)));
        return await (await sample.ConnectAsync()).Client.CallFunctionAsync(request, SampleCalls.Options);
    }
}
