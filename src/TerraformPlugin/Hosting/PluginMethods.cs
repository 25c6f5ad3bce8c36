using TerraformPlugin.Hosting.Services;
using TerraformPlugin.Protocol.GoPlugin;
using TerraformPlugin.Protocol.GrpcHealth;

namespace TerraformPlugin.Hosting;

/// <summary>Binds the methods of the services that every plugin has.</summary>
internal static class PluginMethods
{
    private const string Health = "grpc.health.v1.Health";

    public static void Bind(RpcBinder binder, PluginLifetime lifetime)
    {
        binder.Unary("plugin.GRPCController", "Shutdown", Empty.Parser, new ControllerService(lifetime).Shutdown);
        binder.ServerStreaming<Google.Protobuf.WellKnownTypes.Empty, StdioData>(
            "plugin.GRPCStdio", "StreamStdio", Google.Protobuf.WellKnownTypes.Empty.Parser, new StdioService(lifetime).StreamStdio);
        binder.DuplexStreaming<ConnInfo, ConnInfo>("plugin.GRPCBroker", "StartStream", ConnInfo.Parser, new BrokerService(lifetime).StartStream);
        var health = new HealthService(lifetime);
        binder.Unary(Health, "Check", HealthCheckRequest.Parser, health.Check);
        binder.ServerStreaming<HealthCheckRequest, HealthCheckResponse>(Health, "Watch", HealthCheckRequest.Parser, health.Watch);
    }
}
