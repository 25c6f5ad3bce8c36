using Google.Protobuf;
using PluginClient.Protocol.V6;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.MalformedCalls;

/// <summary>A place in some request about one type where a value stands; everything else in the request is a sound guess.</summary>
/// <param name="Name">The call and its field.</param>
/// <param name="IsConfig">True where a configuration stands, false for a state or a plan.</param>
/// <param name="CallAsync">Makes the call with a value there.</param>
internal sealed record TypeSlot(string Name, bool IsConfig, Func<Provider.ProviderClient, DynamicValue, Task<IMessage>> CallAsync)
{
    /// <summary>The calls about a resource type.</summary>
    public static IReadOnlyList<TypeSlot> OfResource(string type, DynamicValue state, DynamicValue config)
    {
        var none = new DynamicValue();
        return
        [
            new("ValidateResourceConfig", true, async (client, value) =>
                await client.ValidateResourceConfigAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
            new("ReadResource", false, async (client, value) =>
                await client.ReadResourceAsync(new() { TypeName = type, CurrentState = value }, ConnectedProvider.Options)),
            new("PlanResourceChange.prior", false, async (client, value) => await PlanAsync(client, value, state, config)),
            new("PlanResourceChange.proposed", false, async (client, value) => await PlanAsync(client, state, value, config)),
            new("PlanResourceChange.config", true, async (client, value) => await PlanAsync(client, state, state, value)),
            new("PlanResourceChange.destroy", false, async (client, value) => await PlanAsync(client, value, none, none)),
            new("ApplyResourceChange.prior", false, (client, value) => ApplyAsync(client, value, state, config)),
            new("ApplyResourceChange.planned", false, (client, value) => ApplyAsync(client, state, value, config)),
            new("ApplyResourceChange.config", true, (client, value) => ApplyAsync(client, state, state, value)),
            new("ApplyResourceChange.new", true, (client, value) => ApplyAsync(client, none, value, value)),
            new("ApplyResourceChange.delete", false, (client, value) => ApplyAsync(client, value, none, none)),
            new("create", true, (client, value) => ChangeAsync(client, none, value)),
            new("update", true, (client, value) => ChangeAsync(client, state, value)),
        ];

        // Core applies every value that the plan lets through.
        async Task<IMessage> ChangeAsync(Provider.ProviderClient client, DynamicValue prior, DynamicValue value)
        {
            var plan = await PlanAsync(client, prior, value, value);
            return plan.Diagnostics.Any(d => d.Severity == Diagnostic.Types.Severity.Error)
                ? plan
                : await ApplyAsync(client, prior, plan.PlannedState, value);
        }

        async Task<PlanResourceChange.Types.Response> PlanAsync(
            Provider.ProviderClient client, DynamicValue prior, DynamicValue proposed, DynamicValue config) =>
            await client.PlanResourceChangeAsync(
                new() { TypeName = type, PriorState = prior, ProposedNewState = proposed, Config = config }, ConnectedProvider.Options);

        async Task<IMessage> ApplyAsync(Provider.ProviderClient client, DynamicValue prior, DynamicValue planned, DynamicValue config) =>
            await client.ApplyResourceChangeAsync(
                new() { TypeName = type, PriorState = prior, PlannedState = planned, Config = config }, ConnectedProvider.Options);
    }

    /// <summary>The calls about a data source.</summary>
    public static IReadOnlyList<TypeSlot> OfDataSource(string type) =>
    [
        new("ValidateDataResourceConfig", true, async (client, value) =>
            await client.ValidateDataResourceConfigAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
        new("ReadDataSource", true, async (client, value) =>
            await client.ReadDataSourceAsync(new() { TypeName = type, Config = value }, ConnectedProvider.Options)),
    ];

    /// <summary>The calls about the provider itself.</summary>
    public static IReadOnlyList<TypeSlot> OfProvider() =>
    [
        new("ValidateProviderConfig", true, async (client, value) =>
            await client.ValidateProviderConfigAsync(new() { Config = value }, ConnectedProvider.Options)),
        new("ConfigureProvider", true, async (client, value) =>
            await client.ConfigureProviderAsync(new() { Config = value, TerraformVersion = "1.11.4" }, ConnectedProvider.Options)),
    ];

    public static DynamicValue Encode(TfValue value, TfType type) => new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, type)) };
}
