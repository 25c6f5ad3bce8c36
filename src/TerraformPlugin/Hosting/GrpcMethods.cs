using Grpc.AspNetCore.Server.Model;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The methods of all gRPC services of the plugin. The server's own way finds and compiles the methods of each service by reflection,
/// which takes a good part of the start.
/// </summary>
/// <param name="bind">Binds every service to the binder that it gets.</param>
internal sealed class GrpcMethods(Action<RpcBinder> bind) : IServiceMethodProvider<GrpcMethods>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcMethods> context) => bind(new RpcBinder(context));
}
