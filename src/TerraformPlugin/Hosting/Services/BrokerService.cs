using Grpc.Core;
using TerraformPlugin.Protocol.GoPlugin;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Stays open and idle: CLIs open the stream at once and never ask for a further connection.</summary>
internal sealed class BrokerService(PluginLifetime lifetime) : GRPCBroker.GRPCBrokerBase
{
    public override async Task StartStream(
        IAsyncStreamReader<ConnInfo> requestStream, IServerStreamWriter<ConnInfo> responseStream, ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Stopping, context.CancellationToken);
        try
        {
            while (await requestStream.MoveNext(end.Token).ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (end.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The process or the connection ends, and the stream with it.
        }
    }
}
