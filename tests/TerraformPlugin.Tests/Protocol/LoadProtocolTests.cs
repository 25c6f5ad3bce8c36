using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol;

public sealed class LoadProtocolTests(SharedSample sample)
{
    [Fact]
    public async Task Calls_FiftyAtOnce_EachGetsItsOwnAnswer()
    {
        var calls = await sample.ConnectAsync();

        var states = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            SampleCalls.Decode((await calls.ChangeAsync(TfValue.Null, SampleCalls.Config(("name", TfValue.Of($"n{i}"))))).NewState)));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"n{i}"), states.Select(s => s.Attributes["id"].String));
    }

    [Fact]
    public async Task Call_StringOfFiveMebibytes_ComesBackWhole()
    {
        var calls = await sample.ConnectAsync();
        var config = SampleCalls.Config(("text", TfValue.Of(new string('x', 5 << 20))));

        Assert.Empty(await calls.ValidateAsync(config));
        var created = await calls.ChangeAsync(TfValue.Null, config);
        var read = await calls.ReadAsync(SampleCalls.Decode(created.NewState));

        Answers.AssertClean(read);
        Assert.Equal(config.Attributes["text"], SampleCalls.Decode(read.NewState).Attributes["text"]);
    }
}
