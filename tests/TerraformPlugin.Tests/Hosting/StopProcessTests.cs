using Google.Protobuf;
using PluginClient.Protocol.V6;
using SampleProvider;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Hosting;

public sealed class StopProcessTests
{
    private static readonly TfType ThingType = new ThingResource().Schema.Type;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StopProvider_DuringApply_EndsItAndNothingElse()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        plugin.Process.OpenStreams();
        var client = new Provider.ProviderClient(plugin.Process.Connection.Invoker);
        await client.GetProviderSchemaAsync(new(), cancellationToken: Cancellation);

        var hanging = client.ApplyResourceChangeAsync(Create(hangs: true), cancellationToken: Cancellation).ResponseAsync;
        while (!hanging.IsCompleted)
        {
            // A stop that comes before the call has begun is not meant for it.
            await client.StopProviderAsync(new(), cancellationToken: Cancellation);
            await Task.WhenAny(hanging, Task.Delay(20, Cancellation));
        }

        Assert.Equal(Diagnostic.Types.Severity.Error, Assert.Single((await hanging).Diagnostics).Severity);
        var next = await client.ApplyResourceChangeAsync(Create(hangs: false), cancellationToken: Cancellation);
        Assert.Empty(next.Diagnostics);
        Assert.Equal(0, await plugin.Process.ShutdownAsync(Cancellation));
    }

    private static ApplyResourceChange.Types.Request Create(bool hangs) => new()
    {
        TypeName = "sample_thing",
        PriorState = Encode(TfValue.Null),
        Config = Encode(Thing(TfValue.Null, hangs)),
        PlannedState = Encode(Thing(TfValue.Unknown, hangs)),
    };

    private static TfValue Thing(TfValue id, bool hangs) => TfValue.Object(new Dictionary<string, TfValue>
    {
        ["id"] = id,
        ["name"] = TfValue.Of("one"),
        ["note"] = TfValue.Null,
        ["hangs"] = TfValue.Of(hangs),
    });

    private static DynamicValue Encode(TfValue value) => new() { Msgpack = ByteString.CopyFrom(TfMsgPack.Encode(value, ThingType)) };
}
