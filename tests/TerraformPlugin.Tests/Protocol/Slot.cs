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
    private static readonly TfType Kinds = SampleCalls.Schema.Type;
    private static readonly TfType Provider = new SampleProviderPlugin().Schema.Type;
    private static readonly TfType EchoType = new EchoDataSource(() => default).Schema.Type;
    private static readonly TfValue State = SampleCalls.Config(("id", TfValue.Of("a")), ("mode", TfValue.Of("standard")));
    private static readonly V6.DynamicValue Known = SampleCalls.Encode(State);
    private static readonly V6.DynamicValue KindsConfig = SampleCalls.Encode(SampleCalls.Config());

    /// <summary>Every value that a CLI sends.</summary>
    public static IReadOnlyList<Slot> All { get; } =
    [
        new("ValidateProviderConfig", Provider, Nulls(Provider), async (client, value) =>
            await client.ValidateProviderConfigAsync(new() { Config = value }, SampleCalls.Options)),
        new("ConfigureProvider", Provider, Nulls(Provider), async (client, value) =>
            await client.ConfigureProviderAsync(new() { Config = value, TerraformVersion = "1.11.4" }, SampleCalls.Options)),
        new("ValidateResourceConfig", Kinds, SampleCalls.Config(), async (client, value) =>
            await client.ValidateResourceConfigAsync(new() { TypeName = SampleCalls.TypeName, Config = value }, SampleCalls.Options)),
        new("ValidateDataResourceConfig", EchoType, Echo(), async (client, value) =>
            await client.ValidateDataResourceConfigAsync(new() { TypeName = "sample_echo", Config = value }, SampleCalls.Options)),
        new("ReadDataSource", EchoType, Echo(), async (client, value) =>
            await client.ReadDataSourceAsync(new() { TypeName = "sample_echo", Config = value }, SampleCalls.Options)),
        new("ReadResource", Kinds, State, async (client, value) =>
            await client.ReadResourceAsync(new() { TypeName = SampleCalls.TypeName, CurrentState = value }, SampleCalls.Options)),
        new("PlanResourceChange.prior", Kinds, State, (client, value) => PlanAsync(client, value, Known, KindsConfig)),
        new("PlanResourceChange.proposed", Kinds, State, (client, value) => PlanAsync(client, Known, value, KindsConfig)),
        new("PlanResourceChange.config", Kinds, SampleCalls.Config(), (client, value) => PlanAsync(client, Known, Known, value)),
        new("ApplyResourceChange.prior", Kinds, State, (client, value) => ApplyAsync(client, value, Known, KindsConfig)),
        new("ApplyResourceChange.planned", Kinds, State, (client, value) => ApplyAsync(client, Known, value, KindsConfig)),
        new("ApplyResourceChange.config", Kinds, SampleCalls.Config(), (client, value) => ApplyAsync(client, Known, Known, value)),
        new("ApplyResourceChange.delete", Kinds, State, (client, value) => ApplyAsync(client, value, null, null)),
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

    private static TfValue Echo() => Nulls(EchoType).With("text", TfValue.Of("x"));
}
