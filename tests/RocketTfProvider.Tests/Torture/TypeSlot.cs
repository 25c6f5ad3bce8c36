using Google.Protobuf;
using PluginClient.Protocol.V6;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Torture;

/// <summary>A place in some request about one type where a value stands; everything else in the request is a sound guess.</summary>
/// <param name="Name">The call and its field.</param>
/// <param name="CallAsync">Makes the call with a value there.</param>
internal sealed record TypeSlot(string Name, Func<Provider.ProviderClient, DynamicValue, Task<IMessage>> CallAsync)
{
    /// <summary>The calls about a resource type.</summary>
    public static IReadOnlyList<TypeSlot> OfResource(string type, DynamicValue known)
    {
        var none = new DynamicValue();
        return
        [
            new("ValidateResourceConfig", async (client, value) =>
                await client.ValidateResourceConfigAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
            new("ReadResource", async (client, value) =>
                await client.ReadResourceAsync(new() { TypeName = type, CurrentState = value }, ConnectedProvider.Options)),
            new("PlanResourceChange.prior", (client, value) => PlanAsync(client, value, known, known)),
            new("PlanResourceChange.proposed", (client, value) => PlanAsync(client, known, value, known)),
            new("PlanResourceChange.config", (client, value) => PlanAsync(client, known, known, value)),
            new("PlanResourceChange.all", (client, value) => PlanAsync(client, none, value, value)),
            new("PlanResourceChange.destroy", (client, value) => PlanAsync(client, value, none, none)),
            new("ApplyResourceChange.prior", (client, value) => ApplyAsync(client, value, known, known)),
            new("ApplyResourceChange.planned", (client, value) => ApplyAsync(client, known, value, known)),
            new("ApplyResourceChange.config", (client, value) => ApplyAsync(client, known, known, value)),
            new("ApplyResourceChange.create", (client, value) => ApplyAsync(client, none, value, value)),
            new("ApplyResourceChange.delete", (client, value) => ApplyAsync(client, value, none, none)),
        ];

        async Task<IMessage> PlanAsync(Provider.ProviderClient client, DynamicValue prior, DynamicValue proposed, DynamicValue config) =>
            await client.PlanResourceChangeAsync(
                new() { TypeName = type, PriorState = prior, ProposedNewState = proposed, Config = config }, ConnectedProvider.Options);

        async Task<IMessage> ApplyAsync(Provider.ProviderClient client, DynamicValue prior, DynamicValue planned, DynamicValue config) =>
            await client.ApplyResourceChangeAsync(
                new() { TypeName = type, PriorState = prior, PlannedState = planned, Config = config }, ConnectedProvider.Options);
    }

    /// <summary>The calls about a data source.</summary>
    public static IReadOnlyList<TypeSlot> OfDataSource(string type) =>
    [
        new("ValidateDataResourceConfig", async (client, value) =>
            await client.ValidateDataResourceConfigAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
        new("ReadDataSource", async (client, value) =>
            await client.ReadDataSourceAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
    ];

    /// <summary>The calls about the provider itself.</summary>
    public static IReadOnlyList<TypeSlot> OfProvider() =>
    [
        new("ValidateProviderConfig", async (client, value) =>
            await client.ValidateProviderConfigAsync(new() { Config = value }, ConnectedProvider.Options)),
        new("ConfigureProvider", async (client, value) =>
            await client.ConfigureProviderAsync(new() { Config = value, TerraformVersion = "1.11.4" }, ConnectedProvider.Options)),
    ];

    /// <summary>Encodes a value.</summary>
    public static DynamicValue Encode(TfValue value, TfType type) => new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, type)) };
}
