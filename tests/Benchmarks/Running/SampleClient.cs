using Google.Protobuf;
using Google.Protobuf.Collections;
using PluginClient;
using PluginClient.Protocol.V6;
using TerraformPlugin.Values;

namespace Benchmarks.Running;

/// <summary>Calls the sample provider's one resource, as a CLI does when it makes and refreshes one.</summary>
internal sealed class SampleClient(PluginConnection connection)
{
    private const string TypeName = "sample_thing";

    private static readonly TfType Type = TfType.Object(
        [new("id", TfType.String), new("name", TfType.String), new("note", TfType.String), new("hangs", TfType.Bool)]);

    private static readonly DynamicValue Nothing = Encode(TfValue.Null);

    private readonly Provider.ProviderClient _provider = new(connection.Invoker);

    public async Task ConfigureAsync(CancellationToken cancellationToken)
    {
        var schema = await _provider.GetProviderSchemaAsync(new(), cancellationToken: cancellationToken);
        string[] arguments = [.. schema.Provider.Block.Attributes.Select(a => a.Name)];
        var unset = TfMsgPack.Encode(
            TfValue.Object(arguments.Select(name => KeyValuePair.Create(name, TfValue.Null))),
            TfType.Object(arguments.Select(name => KeyValuePair.Create(name, TfType.String))));
        var noArguments = new DynamicValue { Msgpack = ByteString.CopyFrom(unset) };
        var answer = await _provider.ConfigureProviderAsync(new() { Config = noArguments }, cancellationToken: cancellationToken);
        Expect(answer.Diagnostics);
    }

    public async Task ValidateAsync(int number, CancellationToken cancellationToken)
    {
        var request = new ValidateResourceConfig.Types.Request { TypeName = TypeName, Config = Thing(number, TfValue.Null) };
        var answer = await _provider.ValidateResourceConfigAsync(request, cancellationToken: cancellationToken);
        Expect(answer.Diagnostics);
    }

    public async Task PlanAsync(int number, CancellationToken cancellationToken)
    {
        var request = new PlanResourceChange.Types.Request
        {
            TypeName = TypeName,
            PriorState = Nothing,
            ProposedNewState = Thing(number, TfValue.Unknown),
            Config = Thing(number, TfValue.Null),
        };
        var answer = await _provider.PlanResourceChangeAsync(request, cancellationToken: cancellationToken);
        Expect(answer.Diagnostics);
    }

    public async Task ApplyAsync(int number, CancellationToken cancellationToken)
    {
        var request = new ApplyResourceChange.Types.Request
        {
            TypeName = TypeName,
            PriorState = Nothing,
            PlannedState = Thing(number, TfValue.Unknown),
            Config = Thing(number, TfValue.Null),
        };
        var answer = await _provider.ApplyResourceChangeAsync(request, cancellationToken: cancellationToken);
        Expect(answer.Diagnostics);
        Expect(answer.NewState, Made(number));
    }

    public async Task ReadAsync(int number, CancellationToken cancellationToken)
    {
        var request = new ReadResource.Types.Request { TypeName = TypeName, CurrentState = Made(number) };
        var answer = await _provider.ReadResourceAsync(request, cancellationToken: cancellationToken);
        Expect(answer.Diagnostics);
        Expect(answer.NewState, Made(number));
    }

    private static DynamicValue Made(int number) => Thing(number, TfValue.Of($"thing {number}"));

    private static DynamicValue Thing(int number, TfValue id) => Encode(TfValue.Object(
        [new("id", id), new("name", TfValue.Of($"thing {number}")), new("note", TfValue.Of("a short note")), new("hangs", TfValue.Null)]));

    private static DynamicValue Encode(TfValue value) => new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, Type)) };

    private static void Expect(RepeatedField<Diagnostic> none)
    {
        if (none.Count > 0)
        {
            throw new InvalidOperationException(
                $"The sample provider is not content: {string.Join("; ", none.Select(d => $"{d.Summary}: {d.Detail}"))}");
        }
    }

    private static void Expect(DynamicValue actual, DynamicValue expected)
    {
        if (!actual.Equals(expected))
        {
            throw new InvalidOperationException("The sample provider answered something else than the thing that was made.");
        }
    }
}
