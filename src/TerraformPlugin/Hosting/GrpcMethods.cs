using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The methods of all gRPC services of the plugin, taken over from the generated binding code. The server's own way finds and
/// compiles the methods of each service by reflection, which takes a good part of the start.
/// </summary>
/// <param name="bind">Binds every service to the binder that it gets.</param>
internal sealed class GrpcMethods(Action<ServiceBinderBase> bind) : IServiceMethodProvider<GrpcMethods>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcMethods> context) => bind(new Binder(context));

    private sealed class Binder(ServiceMethodProviderContext<GrpcMethods> context) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            context.AddUnaryMethod(method, [], (_, request, call) => handler!(request, call));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddClientStreamingMethod(method, [], (_, requests, call) => handler!(requests, call));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddServerStreamingMethod(method, [], (_, request, responses, call) => handler!(request, responses, call));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddDuplexStreamingMethod(method, [], (_, requests, responses, call) => handler!(requests, responses, call));
    }
}
