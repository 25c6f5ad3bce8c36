using Grpc.Core;
using TerraformPlugin.Protocol.GoPlugin;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Sends nothing: all output of the plugin goes to the real stderr, which the CLI reads as well.</summary>
internal sealed class StdioService(PluginLifetime lifetime) : GRPCStdio.GRPCStdioBase
{
    public override Task StreamStdio(
        Google.Protobuf.WellKnownTypes.Empty request, IServerStreamWriter<StdioData> responseStream, ServerCallContext context) =>
        lifetime.WaitAsync(context.CancellationToken);
}
