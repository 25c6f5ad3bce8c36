using Grpc.Core;
using TerraformPlugin.Protocol.GoPlugin;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Lets the CLI end the process. Without it the CLI waits two seconds and kills.</summary>
internal sealed class ControllerService(PluginLifetime lifetime) : GRPCController.GRPCControllerBase
{
    public override Task<Empty> Shutdown(Empty request, ServerCallContext context)
    {
        lifetime.Stop();
        return Task.FromResult(new Empty());
    }
}
