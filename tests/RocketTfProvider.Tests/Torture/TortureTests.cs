using Google.Protobuf;
using PluginClient.Protocol.V6;
using RocketChat.Emulator.Seeding;
using TerraformPlugin.Tests.Protocol;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Torture;

/// <summary>
/// Every value of every call about every type that the provider has, wrong in every way: there is always an answer, it quotes no secret, and
/// the provider lives on and ends as it should. A new resource or data source is in here by itself. What no CLI sends (unknown values in a
/// stored state, a configuration that validation refused) may be answered with "Unexpected failure".
/// </summary>
public sealed class TortureTests
{
    private const int Noises = 12;

    private static readonly TfType _wrongType = TfType.Tuple([TfType.Bool, TfType.Map(TfType.Number)]);

    private static readonly TfValue _wrong =
        TfValue.Tuple([TfValue.True, TfValue.Map([KeyValuePair.Create("hunter2", TfValue.Of(7))])]);

    private static readonly RocketChatProvider _provider = new(_ => null);

    public static TheoryData<string> Types =>
        ["provider", .. _provider.Resources.Select(r => r.TypeName), .. _provider.DataSources.Select(d => $"data.{d.TypeName}")];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Calls_AttributesNullUnknownAndOfAWrongType_AreAnswered(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync();
        var (type, slots) = Slots(name);
        foreach (var guess in new[] { Guess(type, text: "GENERAL"), Guess(type, text: ""), Nulls(type) })
        {
            foreach (var (slot, attribute) in slots.SelectMany(slot => type.Attributes.Select(a => (slot, a.Key))))
            {
                foreach (var value in new[] { TfValue.Null, TfValue.Unknown })
                {
                    Check(await slot.CallAsync(provider.Client, TypeSlot.Encode(guess.With(attribute, value), type)), $"{slot.Name}: {attribute}");
                }

                var wrong = TfType.Object(type.Attributes.Select(a => a.Key == attribute ? new(attribute, _wrongType) : a));
                var answer = await slot.CallAsync(provider.Client, TypeSlot.Encode(guess.With(attribute, _wrong), wrong));
                Assert.Contains(Check(answer, slot.Name), d => d.Detail.Contains(attribute, StringComparison.Ordinal));
            }
        }

        Assert.Equal(0, await provider.ShutdownAsync());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Calls_BrokenBytes_AreAnswered(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync();
        var (type, slots) = Slots(name);
        var whole = TypeSlot.Encode(Guess(type, text: "GENERAL"), type).Msgpack.ToByteArray();
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(name.Length);
        foreach (var slot in slots)
        {
            Check(await slot.CallAsync(provider.Client, new DynamicValue()), slot.Name);
            Check(await slot.CallAsync(provider.Client, TypeSlot.Encode(TfValue.Null, type)), slot.Name);
            Check(await slot.CallAsync(provider.Client, TypeSlot.Encode(TfValue.Unknown, type)), slot.Name);
            for (var i = 0; i < Noises; i++)
            {
                var noise = new byte[random.Next(1, 200)];
                random.NextBytes(noise);
                var damaged = (byte[])whole.Clone();
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var cut = whole[..random.Next(1, whole.Length)];
                foreach (var bytes in new[] { noise, damaged, cut })
                {
                    Check(await slot.CallAsync(provider.Client, new() { Msgpack = ByteString.CopyFrom(bytes) }), slot.Name);
                }

                Check(await slot.CallAsync(provider.Client, new() { Json = ByteString.CopyFrom(noise) }), slot.Name);
            }
        }
#pragma warning restore CA5394

        Assert.Equal(0, await provider.ShutdownAsync());
    }

    private static (TfType Type, IReadOnlyList<TypeSlot> Slots) Slots(string name)
    {
        if (_provider.Resources.FirstOrDefault(r => r.TypeName == name)?.Schema.Type is { } resource)
        {
            return (resource, TypeSlot.OfResource(name, TypeSlot.Encode(Guess(resource, text: "GENERAL"), resource)));
        }

        return _provider.DataSources.FirstOrDefault(d => $"data.{d.TypeName}" == name) is { } source
            ? (source.Schema.Type, TypeSlot.OfDataSource(source.TypeName))
            : (_provider.Schema.Type, TypeSlot.OfProvider());
    }

    private static TfValue Nulls(TfType type) => TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, TfValue.Null)));

    private static TfValue Guess(TfType type, string text) => TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, a.Value.Kind switch
    {
        TfTypeKind.String => TfValue.Of(text),
        TfTypeKind.Number => TfValue.Of(1),
        TfTypeKind.Bool => TfValue.True,
        TfTypeKind.List => TfValue.List([]),
        TfTypeKind.Set => TfValue.Set([]),
        TfTypeKind.Map => TfValue.Map([]),
        _ => TfValue.Null,
    })));

    private static List<Diagnostic> Check(IMessage answer, string place)
    {
        var diagnostics = Answers.DiagnosticsOf(answer);
        Assert.All(diagnostics, diagnostic =>
        {
            Assert.False(diagnostic.Detail.Length == 0, $"{place}: {diagnostic.Summary}");
            Assert.DoesNotContain(DefaultSeed.AdminToken, diagnostic.ToString(), StringComparison.Ordinal);
        });
        return diagnostics;
    }
}
