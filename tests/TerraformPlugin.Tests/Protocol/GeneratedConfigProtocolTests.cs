using SampleProvider.Kinds;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Values.Shorthand;

namespace TerraformPlugin.Tests.Protocol;

public sealed class GeneratedConfigProtocolTests(SharedSample sample)
{
    [Fact]
    public async Task Generate_LeavesOutWhatUsersDoNotWrite()
    {
        var calls = await sample.ConnectAsync();
        var created = await calls.ChangeAsync(TfValue.Null, SampleCalls.Config());
        var state = SampleCalls.Decode(created.NewState);

        var answer = await calls.Client.GenerateResourceConfigAsync(
            new() { TypeName = SampleCalls.TypeName, State = created.NewState }, SampleCalls.Options);

        Answers.AssertClean(answer);
        var config = SampleCalls.Decode(answer.Config);
        Assert.Equal(String("a"), config.Attributes["name"]);
        Assert.All(
            KindsSchema.Instance.Attributes.Where(a =>
                a.Use == AttributeUse.Computed || a.WriteOnly || state.Attributes[a.Name].Equals(a.Default)),
            a => Assert.Equal(TfValue.Null, config.Attributes[a.Name]));
        Answers.AssertClean(await calls.PlanAsync(state, config));
        Assert.Equal(state, SampleCalls.Decode((await calls.PlanAsync(state, config)).PlannedState));
    }

    [Fact]
    public async Task Generate_OfResourceWithOwnRule_ObeysIt()
    {
        var calls = await sample.ConnectAsync();
        var type = new SampleProvider.ThingResource().Schema.Type;
        var state = Object(("id", String("a")), ("name", String("a")), ("note", String("secret")), ("hangs", TfValue.Null));

        var answer = await calls.Client.GenerateResourceConfigAsync(
            new() { TypeName = "sample_thing", State = SampleCalls.Encode(state, type) }, SampleCalls.Options);

        Assert.Equal(
            state.With("id", TfValue.Null).With("note", TfValue.Null), TfMsgPack.Decode(answer.Config.Msgpack.Memory, type));
    }
}
