using Google.Protobuf;
using SampleProvider;
using SampleProvider.Echo;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>A place in some request where a value stands; everything else in the request is sound.</summary>
/// <param name="Name">The call and its field.</param>
/// <param name="Type">The type that the value should have.</param>
/// <param name="Sound">A value that belongs there.</param>
/// <param name="CallAsync">Makes the call with a value there, or none.</param>
internal sealed record Slot(
    string Name, TfType Type, TfValue Sound, Func<V6.Provider.ProviderClient, V6.DynamicValue?, Task<IMessage>> CallAsync)
{
    private static readonly TfType _kinds = SampleCalls.Schema.Type;
    private static readonly TfType _provider = new SampleProviderPlugin().Schema.Type;
    private static readonly TfType _echo = new EchoDataSource(() => default).Schema.Type;
    private static readonly TfValue _state = SampleCalls.Config(("id", TfValue.Of("a")), ("mode", TfValue.Of("standard")));
    private static readonly V6.DynamicValue _known = SampleCalls.Encode(_state);
    private static readonly V6.DynamicValue _config = SampleCalls.Encode(SampleCalls.Config());

    /// <summary>Every value that a CLI sends.</summary>
    public static IReadOnlyList<Slot> All { get; } =
    [
        new("ValidateProviderConfig", _provider, Nulls(_provider), async (client, value) =>
            await client.ValidateProviderConfigAsync(new() { Config = value }, SampleCalls.Options)),
        new("ConfigureProvider", _provider, Nulls(_provider), async (client, value) =>
            await client.ConfigureProviderAsync(new() { Config = value, TerraformVersion = "1.11.4" }, SampleCalls.Options)),
        new("ValidateResourceConfig", _kinds, SampleCalls.Config(), async (client, value) =>
            await client.ValidateResourceConfigAsync(new() { TypeName = SampleCalls.TypeName, Config = value }, SampleCalls.Options)),
        new("ValidateDataResourceConfig", _echo, Echo(), async (client, value) =>
            await client.ValidateDataResourceConfigAsync(new() { TypeName = "sample_echo", Config = value }, SampleCalls.Options)),
        new("ReadDataSource", _echo, Echo(), async (client, value) =>
            await client.ReadDataSourceAsync(new() { TypeName = "sample_echo", Config = value }, SampleCalls.Options)),
        new("ReadResource", _kinds, _state, async (client, value) =>
            await client.ReadResourceAsync(new() { TypeName = SampleCalls.TypeName, CurrentState = value }, SampleCalls.Options)),
        new("PlanResourceChange.prior", _kinds, _state, (client, value) => PlanAsync(client, value, _known, _config)),
        new("PlanResourceChange.proposed", _kinds, _state, (client, value) => PlanAsync(client, _known, value, _config)),
        new("PlanResourceChange.config", _kinds, SampleCalls.Config(), (client, value) => PlanAsync(client, _known, _known, value)),
        new("ApplyResourceChange.prior", _kinds, _state, (client, value) => ApplyAsync(client, value, _known, _config)),
        new("ApplyResourceChange.planned", _kinds, _state, (client, value) => ApplyAsync(client, _known, value, _config)),
        new("ApplyResourceChange.config", _kinds, SampleCalls.Config(), (client, value) => ApplyAsync(client, _known, _known, value)),
        new("ApplyResourceChange.delete", _kinds, _state, (client, value) => ApplyAsync(client, value, null, null)),
    ];

    private static async Task<IMessage> PlanAsync(
        V6.Provider.ProviderClient client, V6.DynamicValue? prior, V6.DynamicValue? proposed, V6.DynamicValue? config) =>
        await client.PlanResourceChangeAsync(
            new() { TypeName = SampleCalls.TypeName, PriorState = prior, ProposedNewState = proposed, Config = config },
            SampleCalls.Options);

    private static async Task<IMessage> ApplyAsync(
        V6.Provider.ProviderClient client, V6.DynamicValue? prior, V6.DynamicValue? planned, V6.DynamicValue? config) =>
        await client.ApplyResourceChangeAsync(
            new() { TypeName = SampleCalls.TypeName, PriorState = prior, PlannedState = planned, Config = config }, SampleCalls.Options);

    private static TfValue Nulls(TfType type) => TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, TfValue.Null)));

    private static TfValue Echo() => Nulls(_echo).With("text", TfValue.Of("x"));
}
