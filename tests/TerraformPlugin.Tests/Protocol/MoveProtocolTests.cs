using Google.Protobuf;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

public sealed class MoveProtocolTests(SharedSample sample)
{
    private static readonly TfType Thing = TfType.Object(
        [new("id", TfType.String), new("name", TfType.String), new("note", TfType.String), new("hangs", TfType.Bool)]);

    [Fact]
    public async Task Move_OfAStoredObject_TakesStateAndPrivateStateOver()
    {
        var calls = await sample.ConnectAsync();
        var made = await calls.ChangeAsync(TfValue.Null, SampleCalls.Config());
        var json = TfJson.Encode(SampleCalls.Decode(made.NewState), SampleCalls.Schema.Type);

        var answer = await MoveAsync(SampleCalls.TypeName, SampleCalls.Schema.Version, json, made.Private);

        Answers.AssertClean(answer);
        var moved = TfMsgPack.Decode(answer.TargetState.Msgpack.Memory, Thing);
        Assert.Equal("a", moved.Attributes["id"].String);
        Assert.Equal("moved", moved.Attributes["note"].String);
        Assert.Contains("\"moved\":\"create\"", answer.TargetPrivate.ToStringUtf8(), StringComparison.Ordinal);
        Assert.DoesNotContain("done", answer.TargetPrivate.ToStringUtf8(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_OfAnOldState_UpgradesItFirst()
    {
        var answer = await MoveAsync(SampleCalls.TypeName, 0, """{"title":"old"}"""u8.ToArray(), ByteString.Empty);

        Answers.AssertClean(answer);
        Assert.Equal("old", TfMsgPack.Decode(answer.TargetState.Msgpack.Memory, Thing).Attributes["name"].String);
    }

    [Theory]
    [InlineData("other_thing", "{}", "Move not supported")]
    [InlineData("sample_thing", "{}", "Move not supported")]
    [InlineData(SampleCalls.TypeName, "[]", "Unreadable state")]
    [InlineData(SampleCalls.TypeName, "", "Unsupported state format")]
    [InlineData(SampleCalls.TypeName, "{}", "Nothing to move")]
    public async Task Move_ThatCannotBe_IsAnErrorDiagnostic(string source, string json, string summary)
    {
        var answer = await MoveAsync(source, SampleCalls.Schema.Version, System.Text.Encoding.UTF8.GetBytes(json), ByteString.Empty);

        Assert.Equal(summary, Answers.ErrorOf(answer).Summary);
        Assert.Null(answer.TargetState);
    }

    private async Task<V6.MoveResourceState.Types.Response> MoveAsync(string source, long version, byte[] json, ByteString privateState) =>
        await (await sample.ConnectAsync()).Client.MoveResourceStateAsync(
            new()
            {
                SourceProviderAddress = "registry.terraform.io/example/sample",
                SourceTypeName = source,
                SourceSchemaVersion = version,
                SourceState = new() { Json = ByteString.CopyFrom(json) },
                SourcePrivate = privateState,
                TargetTypeName = "sample_thing",
            },
            SampleCalls.Options);
}
