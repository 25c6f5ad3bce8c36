using TerraformPlugin.Protocol;
using TerraformPlugin.Protocol.GoPlugin;
using TerraformPlugin.Protocol.GrpcHealth;

namespace TerraformPlugin.Hosting.Services;

/// <summary>Adds the methods of the services that every plugin has.</summary>
internal static class PluginMethods
{
    /// <summary>The path of the method that every CLI calls at the end.</summary>
    public const string Shutdown = $"/{Controller}/{nameof(ControllerService.Shutdown)}";

    private const string Controller = "plugin.GRPCController";
    private const string Health = "grpc.health.v1.Health";

    public static void Add(RpcMethods methods, PluginLifetime lifetime)
    {
        methods.Unary(Controller, nameof(ControllerService.Shutdown), Empty.Parser, new ControllerService(lifetime).Shutdown);
        methods.ServerStreaming<Google.Protobuf.WellKnownTypes.Empty, StdioData>(
            "plugin.GRPCStdio", "StreamStdio", Google.Protobuf.WellKnownTypes.Empty.Parser, new StdioService(lifetime).StreamStdio);
        methods.DuplexStreaming<ConnInfo, ConnInfo>(
            "plugin.GRPCBroker", "StartStream", ConnInfo.Parser, new BrokerService(lifetime).StartStream);
        var health = new HealthService(lifetime);
        methods.Unary(Health, "Check", HealthCheckRequest.Parser, health.Check);
        methods.ServerStreaming<HealthCheckRequest, HealthCheckResponse>(Health, "Watch", HealthCheckRequest.Parser, health.Watch);
    }
}
