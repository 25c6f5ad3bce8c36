using Google.Protobuf;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>
/// Values that are larger or deeper than anybody needs. They are taken or refused in words, and memory stays within bounds.
/// </summary>
public sealed class ExtremeValueTests(SharedSample sample)
{
    private const int HundredMegabytes = 100_000_000;

    [Fact]
    public async Task Call_StringOfHundredMegabytes_ComesBackWithinMemory()
    {
        // Bytes as they came, text in UTF-16 and bytes as they go make four, and as much again may wait to be collected.
        const long bound = 12L * HundredMegabytes;
        await using var plugin = await SamplePlugin.StartAsync();
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);
        var state = SampleCalls.Encode(
            SampleCalls.Config(("id", TfValue.Of("a")), ("text", TfValue.Of(new string('x', HundredMegabytes)))));

        for (var round = 0; round < 2; round++)
        {
            var read = await calls.Client.ReadResourceAsync(
                new() { TypeName = SampleCalls.TypeName, CurrentState = state }, SampleCalls.Options);
            Answers.AssertClean(read);
            Assert.Equal(state, read.NewState);
        }

        Assert.InRange(ProcessFigures.PeakMemory(plugin.Process.Id), 0, bound);
    }

    [Fact]
    public async Task Life_StringOfHundredMegabytes_GoesThroughWithinMemory()
    {
        // A plan and an apply hold the configuration, what core proposes or has planned, and what they answer.
        const long bound = 24L * HundredMegabytes;
        await using var plugin = await SamplePlugin.StartAsync();
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);

        var created = await calls.ChangeAsync(TfValue.Null, SampleCalls.Config(("text", TfValue.Of(new string('x', HundredMegabytes)))));

        Answers.AssertClean(created);
        Assert.Equal(HundredMegabytes, SampleCalls.Decode(created.NewState).Attributes["text"].String.Length);
        Assert.InRange(ProcessFigures.PeakMemory(plugin.Process.Id), 0, bound);
    }

    [Theory]
    [InlineData("list", 10_000_000)]
    [InlineData("set", 10_000_000)]
    public async Task Call_ListThatClaimsMoreThanItHolds_IsRefusedWithoutMemory(string attribute, int claimed)
    {
        var calls = await sample.ConnectAsync();
        var sound = TfMsgPack.Encode(SampleCalls.Config((attribute, TfValue.Unknown)), SampleCalls.Schema.Type).AsSpan();
        byte[] name = [(byte)(0xa0 | attribute.Length), .. System.Text.Encoding.ASCII.GetBytes(attribute), 0xd4];
        var at = sound.IndexOf(name) + name.Length - 1;
        byte[] header = [0xdd, (byte)(claimed >> 24), (byte)(claimed >> 16), (byte)(claimed >> 8), (byte)claimed];

        var answer = await ValidateAsync(calls, [.. sound[..at], .. header, .. sound[(at + 3)..]]);

        Assert.Equal("Unreadable value", Answers.ErrorOf(answer).Summary);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public async Task Call_DynamicValueThatDeep_IsAnsweredByADiagnostic(int depth)
    {
        var calls = await sample.ConnectAsync();
        var sound = TfMsgPack.Encode(SampleCalls.Config(("anything", TfValue.Unknown)), SampleCalls.Schema.Type).AsSpan();
        byte[] name = [(byte)(0xa0 | "anything".Length), .. "anything"u8, 0xd4];
        var at = sound.IndexOf(name) + name.Length - 1;

        // A pair of a type and a value, the type being dynamic again.
        byte[] pair = [0x92, 0xc4, 9, .. "\"dynamic\""u8];
        var deep = new byte[pair.Length * depth];
        for (var level = 0; level < depth; level++)
        {
            pair.CopyTo(deep, level * pair.Length);
        }

        var answer = await ValidateAsync(calls, [.. sound[..at], .. deep, 0xc0, .. sound[(at + 3)..]]);

        Assert.Equal("Unreadable value", Answers.ErrorOf(answer).Summary);
    }

    [Fact]
    public async Task Upgrade_JsonThatDeep_IsAnsweredByADiagnostic()
    {
        var calls = await sample.ConnectAsync();
        var brackets = new string('[', 1_000_000);

        Answers.ErrorOf(await calls.UpgradeAsync(1, System.Text.Encoding.UTF8.GetBytes($$"""{ "anything": {{brackets}} }""")));
    }

    [Fact]
    public async Task Life_SetsOfTenThousand_GoesThrough()
    {
        const int many = 10_000;
        var calls = await sample.ConnectAsync();
        var config = Large(many, note: "before");

        Assert.Empty(await calls.ValidateAsync(config));
        var created = await calls.ChangeAsync(TfValue.Null, config);
        Answers.AssertClean(created);
        var state = SampleCalls.Decode(created.NewState);
        Assert.Equal((many, many), (state.Attributes["set"].Elements.Count, state.Attributes["members"].Elements.Count));
        var read = await calls.ReadAsync(state);
        Answers.AssertClean(read);
        Assert.Equal(state, SampleCalls.Decode(read.NewState));

        // Every element is another one now, so none has a partner that is equal.
        var changed = Large(many, note: "after");
        var proposed = new[] { "id", "size", "revision", "zone", "report" }.Aggregate(
            changed, (value, name) => value.With(name, state.Attributes[name]));
        var plan = await calls.Client.PlanResourceChangeAsync(
            new()
            {
                TypeName = SampleCalls.TypeName,
                PriorState = SampleCalls.Encode(state),
                Config = SampleCalls.Encode(changed),
                ProposedNewState = SampleCalls.Encode(proposed),
                PriorPrivate = created.Private,
            },
            SampleCalls.Options);

        Answers.AssertClean(plan);
        Assert.Equal(many, SampleCalls.Decode(plan.PlannedState).Attributes["members"].Elements.Count);
    }

    private static TfValue Large(int many, string note) => SampleCalls.Config(
        ("set", TfValue.Set(Enumerable.Range(0, many).Select(i => TfValue.Of($"element {i}")))),
        ("members", TfValue.Set(Enumerable.Range(0, many).Select(i => TfValue.Object(
            [new("key", TfValue.Of($"key {i}")), new("note", TfValue.Of(note)), new("token", TfValue.Null), new("deep", TfValue.Null)])))));

    private static async Task<IMessage> ValidateAsync(SampleCalls calls, byte[] config) => await calls.Client.ValidateResourceConfigAsync(
        new() { TypeName = SampleCalls.TypeName, Config = new V6.DynamicValue { Msgpack = UnsafeByteOperations.UnsafeWrap(config) } },
        SampleCalls.Options);
}
