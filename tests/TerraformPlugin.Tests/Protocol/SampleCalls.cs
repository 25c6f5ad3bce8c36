using Google.Protobuf;
using Google.Protobuf.Collections;
using Grpc.Core;
using SampleProvider.Kinds;
using TerraformPlugin.Schemas;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Tests.Protocol.Core;
using TerraformPlugin.Values;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The calls on <c>sample_kinds</c> as core makes them.</summary>
internal sealed class SampleCalls(CallInvoker invoker)
{
    public const string TypeName = "sample_kinds";

    public static Schema Schema => KindsSchema.Instance;

    public CallInvoker Invoker => invoker;

    public V6.Provider.ProviderClient Client { get; } = new(invoker);

    public static CallOptions Options =>
        new(deadline: DateTime.UtcNow + SamplePlugin.Limit, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A configuration named <c>a</c> with nothing else in it but what is given.</summary>
    public static TfValue Config(params (string Name, TfValue Value)[] given)
    {
        var blocks = Schema.Blocks.ToDictionary(b => b.Name, b => b.Nesting.AbsentBlock());
        var config = TfValue.Object(
            Schema.Type.Attributes.Select(a => KeyValuePair.Create(a.Key, blocks.GetValueOrDefault(a.Key) ?? TfValue.Null)))
            .With("name", TfValue.Of("a"));
        return given.Aggregate(config, (value, attribute) => value.With(attribute.Name, attribute.Value));
    }

    /// <summary>A configuration that asks for a fault.</summary>
    public static TfValue WithFault(string fault) => Config(("fault", TfValue.Of(fault)));

    public static V6.DynamicValue Encode(TfValue value) => Encode(value, Schema.Type);

    public static V6.DynamicValue Encode(TfValue value, TfType type) =>
        new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, type)) };

    public static TfValue Decode(V6.DynamicValue? value) =>
        value is null or { Msgpack.IsEmpty: true } ? TfValue.Null : TfMsgPack.Decode(value.Msgpack.Memory, Schema.Type);

    public async Task<RepeatedField<V6.Diagnostic>> ValidateAsync(TfValue config, bool writeOnlyAllowed = true)
    {
        var request = new V6.ValidateResourceConfig.Types.Request
        {
            TypeName = TypeName,
            Config = Encode(config),
            ClientCapabilities = new() { WriteOnlyAttributesAllowed = writeOnlyAllowed },
        };
        return (await Client.ValidateResourceConfigAsync(request, Options)).Diagnostics;
    }

    public Task<V6.PlanResourceChange.Types.Response> PlanAsync(TfValue prior, TfValue config, ByteString? priorPrivate = null) =>
        Client.PlanResourceChangeAsync(
            new()
            {
                TypeName = TypeName,
                PriorState = Encode(prior),
                Config = Encode(config),
                ProposedNewState = Encode(config.IsNull ? config : Proposal.Of(Schema, prior, config)),
                PriorPrivate = priorPrivate ?? ByteString.Empty,
            },
            Options).ResponseAsync;

    public Task<V6.ApplyResourceChange.Types.Response> ApplyAsync(
        TfValue prior, TfValue planned, TfValue config, ByteString? plannedPrivate = null) =>
        Client.ApplyResourceChangeAsync(
            new()
            {
                TypeName = TypeName,
                PriorState = Encode(prior),
                PlannedState = Encode(planned),
                Config = Encode(config),
                PlannedPrivate = plannedPrivate ?? ByteString.Empty,
            },
            Options).ResponseAsync;

    /// <summary>Plans and applies.</summary>
    public async Task<V6.ApplyResourceChange.Types.Response> ChangeAsync(TfValue prior, TfValue config, ByteString? priorPrivate = null)
    {
        var plan = await PlanAsync(prior, config, priorPrivate);
        Assert.DoesNotContain(plan.Diagnostics, d => d.Severity == V6.Diagnostic.Types.Severity.Error);
        return await ApplyAsync(prior, Decode(plan.PlannedState), config, plan.PlannedPrivate);
    }

    public Task<V6.ReadResource.Types.Response> ReadAsync(TfValue state, ByteString? privateState = null) =>
        Client.ReadResourceAsync(
            new() { TypeName = TypeName, CurrentState = Encode(state), Private = privateState ?? ByteString.Empty }, Options).ResponseAsync;

    public Task<V6.UpgradeResourceState.Types.Response> UpgradeAsync(long version, ReadOnlySpan<byte> json) =>
        Client.UpgradeResourceStateAsync(
            new() { TypeName = TypeName, Version = version, RawState = new() { Json = ByteString.CopyFrom(json) } }, Options).ResponseAsync;

    public Task<V6.ImportResourceState.Types.Response> ImportAsync(string id) =>
        Client.ImportResourceStateAsync(new() { TypeName = TypeName, Id = id }, Options).ResponseAsync;
}
