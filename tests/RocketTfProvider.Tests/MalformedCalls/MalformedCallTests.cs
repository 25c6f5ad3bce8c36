using Google.Protobuf;
using PluginClient.Protocol.V6;
using RocketChat.Emulator.Seeding;
using TerraformPlugin.Schemas;
using TerraformPlugin.Tests.Protocol;
using TerraformPlugin.Values;
using Schema = TerraformPlugin.Schemas.Schema;

namespace RocketTfProvider.Tests.MalformedCalls;

/// <summary>
/// Every value of every call about every type that the provider has, wrong in every way: the answer is always a message in words that no
/// user has to report, it quotes no secret, and the provider lives on and ends as it should. A new resource or data source is in here by
/// itself. What no CLI sends (unknown values in a stored state, a configuration that validation refused) is in here, too.
/// </summary>
public sealed class MalformedCallTests
{
    private const int Noises = 12;

    private static readonly TfType WrongType = TfType.Tuple([TfType.Bool, TfType.Map(TfType.Number)]);

    private static readonly TfValue Wrong =
        TfValue.Tuple([TfValue.True, TfValue.Map([KeyValuePair.Create("hunter2", TfValue.Of(7))])]);

    private static readonly RocketChatProvider Provider = new(_ => null);

    public static TheoryData<string> Types =>
        ["provider", .. Provider.Resources.Select(r => r.TypeName), .. Provider.DataSources.Select(d => $"data.{d.TypeName}")];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Calls_AttributesNullUnknownAndOfAWrongType_AreAnsweredInWords(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync();
        var (schema, guesses, slots) = Slots(name);
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (slot, attribute) in slots.SelectMany(slot => schema.Attributes.Select(a => (slot, a))))
        {
            foreach (var guess in slot.IsConfig ? guesses.Configs : guesses.States)
            {
                foreach (var value in new[] { TfValue.Null, TfValue.Unknown, Guesses.Of(attribute) })
                {
                    var answer = await slot.CallAsync(provider.Client, TypeSlot.Encode(guess.With(attribute.Name, value), schema.Type));
                    var diagnostics = Check(answer, $"{slot.Name}: {attribute.Name} {value.Kind}", faults);
                    if (diagnostics.All(d => d.Severity != Diagnostic.Types.Severity.Error))
                    {
                        sound.Add(slot.Name);
                    }
                }
            }

            var wrong = TfType.Object(schema.Type.Attributes.Select(a => a.Key == attribute.Name ? new(a.Key, WrongType) : a));
            var refused = await slot.CallAsync(provider.Client, TypeSlot.Encode(guesses.State.With(attribute.Name, Wrong), wrong));
            Assert.Contains(Check(refused, slot.Name, faults), d => d.Detail.Contains(attribute.Name, StringComparison.Ordinal));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));

        // Or all that is tried here would be how errors are reported. A configuration is no plan.
        Assert.Subset(sound, slots.Select(slot => slot.Name).Where(slot => slot != "ApplyResourceChange.new").ToHashSet());
        Assert.Equal(0, await provider.ShutdownAsync());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Calls_BrokenBytes_AreAnsweredInWords(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync();
        var (schema, guesses, slots) = Slots(name);
        var faults = new SortedSet<string>(StringComparer.Ordinal);
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(name.Length);
        foreach (var slot in slots)
        {
            var whole = TypeSlot.Encode(slot.IsConfig ? guesses.Config : guesses.State, schema.Type).Msgpack.ToByteArray();
            await SendAsync(slot, new DynamicValue());
            await SendAsync(slot, TypeSlot.Encode(TfValue.Null, schema.Type));
            await SendAsync(slot, TypeSlot.Encode(TfValue.Unknown, schema.Type));
            for (var i = 0; i < Noises; i++)
            {
                var noise = new byte[random.Next(1, 200)];
                random.NextBytes(noise);
                var damaged = (byte[])whole.Clone();
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var cut = whole[..random.Next(1, whole.Length)];
                foreach (var bytes in new[] { noise, damaged, cut })
                {
                    await SendAsync(slot, new() { Msgpack = ByteString.CopyFrom(bytes) });
                }

                await SendAsync(slot, new() { Json = ByteString.CopyFrom(noise) });
            }
        }
#pragma warning restore CA5394

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.Equal(0, await provider.ShutdownAsync());

        async Task SendAsync(TypeSlot slot, DynamicValue value) =>
            Check(await slot.CallAsync(provider.Client, value), $"{slot.Name}: {value}", faults);
    }

    private static (Schema Schema, Guesses Guesses, IReadOnlyList<TypeSlot> Slots) Slots(string name)
    {
        if (Provider.Resources.FirstOrDefault(r => r.TypeName == name) is { } resource)
        {
            var guesses = new Guesses(resource.Schema, resource.Keys);
            var type = resource.Schema.Type;
            var slot = TypeSlot.OfResource(name, TypeSlot.Encode(guesses.State, type), TypeSlot.Encode(guesses.Config, type));
            return (resource.Schema, guesses, slot);
        }

        return Provider.DataSources.FirstOrDefault(d => $"data.{d.TypeName}" == name) is { } source
            ? (source.Schema, new Guesses(source.Schema, []), TypeSlot.OfDataSource(source.TypeName))
            : (Provider.Schema, new Guesses(Provider.Schema, []), TypeSlot.OfProvider());
    }

    private static List<Diagnostic> Check(IMessage answer, string place, SortedSet<string> faults)
    {
        var diagnostics = Answers.DiagnosticsOf(answer);
        foreach (var diagnostic in diagnostics)
        {
            Assert.DoesNotContain(DefaultSeed.AdminToken, diagnostic.ToString(), StringComparison.Ordinal);
            if (diagnostic.Summary.Contains("Unexpected failure", StringComparison.Ordinal))
            {
                faults.Add($"{place}: {diagnostic.Detail}");
            }
        }

        return diagnostics;
    }
}
