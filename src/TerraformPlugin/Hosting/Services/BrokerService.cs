using Grpc.Core;
using TerraformPlugin.Protocol.GoPlugin;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Stays open and idle: CLIs open the stream at once and never ask for a further connection.</summary>
internal sealed class BrokerService(PluginLifetime lifetime) : GRPCBroker.GRPCBrokerBase
{
    public override Task StartStream(
        IAsyncStreamReader<ConnInfo> requestStream, IServerStreamWriter<ConnInfo> responseStream, ServerCallContext context) =>
        lifetime.WaitAsync(context.CancellationToken);
}
