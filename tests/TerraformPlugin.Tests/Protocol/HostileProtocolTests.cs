using Google.Protobuf;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>Every request is answered by a diagnostic at most: no error of the transport, no crash.</summary>
public sealed class HostileProtocolTests(SharedSample sample)
{
    private static readonly TfType WrongType = TfType.Tuple([TfType.Bool, TfType.Map(TfType.Number)]);

    private static readonly TfValue Wrong =
        TfValue.Tuple([TfValue.True, TfValue.Map([KeyValuePair.Create("hunter2", TfValue.Of(7))])]);

    public static TheoryData<string> Slots => [.. Slot.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_SoundValue_HasNoError(string name)
    {
        var (client, slot) = await OpenAsync(name);

        Answers.AssertClean(await slot.CallAsync(client, SampleCalls.Encode(slot.Sound, slot.Type)));
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_EveryAttributeNullOrUnknown_IsAnsweredByADiagnostic(string name)
    {
        var (client, slot) = await OpenAsync(name);
        foreach (var (attribute, _) in slot.Type.Attributes)
        {
            foreach (var value in new[] { TfValue.Null, TfValue.Unknown })
            {
                var answer = await slot.CallAsync(client, SampleCalls.Encode(slot.Sound.With(attribute, value), slot.Type));
                Assert.All(
                    Answers.DiagnosticsOf(answer), d => Assert.DoesNotContain("Unexpected failure", d.Summary, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_EveryAttributeOfAWrongType_IsAnErrorThatNamesIt(string name)
    {
        var (client, slot) = await OpenAsync(name);
        foreach (var (attribute, _) in slot.Type.Attributes)
        {
            var type = TfType.Object(slot.Type.Attributes.Select(a => a.Key == attribute ? new(attribute, WrongType) : a));

            var answer = await slot.CallAsync(client, SampleCalls.Encode(slot.Sound.With(attribute, Wrong), type));

            Assert.Contains(attribute, Answers.ErrorOf(answer).Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_NothingThere_IsAnswered(string name)
    {
        var (client, slot) = await OpenAsync(name);

        Answers.DiagnosticsOf(await slot.CallAsync(client, null));
        Answers.DiagnosticsOf(await slot.CallAsync(client, new V6.DynamicValue()));
        Answers.DiagnosticsOf(await slot.CallAsync(client, SampleCalls.Encode(TfValue.Null, slot.Type)));
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_WholeObjectUnknown_IsAnErrorDiagnostic(string name)
    {
        var (client, slot) = await OpenAsync(name);

        Assert.Equal(
            "Unreadable value", Answers.ErrorOf(await slot.CallAsync(client, SampleCalls.Encode(TfValue.Unknown, slot.Type))).Summary);
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_TruncatedValue_IsAnErrorDiagnostic(string name)
    {
        var (client, slot) = await OpenAsync(name);
        var whole = SampleCalls.Encode(slot.Sound, slot.Type).Msgpack.Memory;
        for (var length = 1; length < whole.Length; length += 1 + (length / 4))
        {
            var cut = new V6.DynamicValue { Msgpack = ByteString.CopyFrom(whole.Span[..length]) };
            Assert.Equal("Unreadable value", Answers.ErrorOf(await slot.CallAsync(client, cut)).Summary);
        }
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Call_RandomBytes_IsAnswered(string name)
    {
        var (client, slot) = await OpenAsync(name);
        var whole = SampleCalls.Encode(slot.Sound, slot.Type).Msgpack.ToByteArray();
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(name.Length);
        for (var i = 0; i < 20; i++)
        {
            var noise = new byte[random.Next(1, 200)];
            random.NextBytes(noise);
            Answers.DiagnosticsOf(await slot.CallAsync(client, new V6.DynamicValue { Msgpack = ByteString.CopyFrom(noise) }));
            Answers.DiagnosticsOf(await slot.CallAsync(client, new V6.DynamicValue { Json = ByteString.CopyFrom(noise) }));

            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Answers.DiagnosticsOf(await slot.CallAsync(client, new V6.DynamicValue { Msgpack = ByteString.CopyFrom(damaged) }));
        }
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("""{ "rule": { "hunter2": [] } }""")]
    [InlineData("\u0000\u0001")]
    public async Task Upgrade_AnyJson_IsAnswered(string json)
    {
        var calls = await sample.ConnectAsync();

        foreach (var version in new[] { 0, 1, 2, -1, long.MaxValue })
        {
            Answers.DiagnosticsOf(await calls.UpgradeAsync(version, System.Text.Encoding.UTF8.GetBytes(json)));
        }
    }

    [Fact]
    public async Task Call_ForeignPrivateState_IsAnErrorAndKeepsEverything()
    {
        var calls = await sample.ConnectAsync();
        var foreign = ByteString.CopyFromUtf8("hunter2");
        var state = SampleCalls.Config(("id", TfValue.Of("a")));

        var read = await calls.ReadAsync(state, foreign);
        var applied = await calls.ApplyAsync(state, TfValue.Null, TfValue.Null, foreign);

        Answers.ErrorOf(read);
        Answers.ErrorOf(applied);
        Answers.ErrorOf(await calls.PlanAsync(state, SampleCalls.Config(), foreign));
        Assert.Equal((state, foreign), (SampleCalls.Decode(read.NewState), read.Private));
        Assert.Equal((state, foreign), (SampleCalls.Decode(applied.NewState), applied.Private));
    }

    [Fact]
    public async Task ReadAndApply_UnreadableState_GiveItBackUntouched()
    {
        var client = (await sample.ConnectAsync()).Client;
        var state = new V6.DynamicValue { Msgpack = ByteString.CopyFromUtf8("?") };
        var kept = ByteString.CopyFromUtf8("{}");

        var read = await client.ReadResourceAsync(
            new() { TypeName = SampleCalls.TypeName, CurrentState = state, Private = kept }, SampleCalls.Options);
        var applied = await client.ApplyResourceChangeAsync(
            new() { TypeName = SampleCalls.TypeName, PriorState = state, PlannedPrivate = kept }, SampleCalls.Options);

        Assert.Equal((state, kept), (read.NewState, read.Private));
        Assert.Equal((state, kept), (applied.NewState, applied.Private));
    }

    private async Task<(V6.Provider.ProviderClient Client, Slot Slot)> OpenAsync(string name) =>
        ((await sample.ConnectAsync()).Client, Slot.All.Single(s => s.Name == name));
}
