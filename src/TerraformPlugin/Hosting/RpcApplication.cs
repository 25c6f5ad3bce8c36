using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TerraformPlugin.Protocol;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Hands each request to the method at its path. A method is mapped when it is first called: a command calls few of the 41 methods, and
/// each mapping reads attributes by reflection.
/// </summary>
internal sealed class RpcApplication(IServiceProvider services, RpcMethods methods)
    : IHttpApplication<HttpContext>, IServiceMethodProvider<RpcMethods>
{
    private readonly Lock _mapping = new();
    private readonly Dictionary<string, RequestDelegate> _mapped = new(StringComparer.Ordinal);
    private Action<ServiceMethodProviderContext<RpcMethods>>? _next;

    /// <summary>
    /// Maps a method before it is called. The first mapping of a process builds the runtime's tables for all of them, and nobody waits for
    /// them while the CLI still connects.
    /// </summary>
    public void MapAhead(string path) => TryMap(path, out _);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) =>
        new DefaultHttpContext(contextFeatures) { RequestServices = services };

    public Task ProcessRequestAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && TryMap(context.Request.Path.Value ?? "", out var method)
            ? method(context)
            : RefuseAsync(context.Response);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // A context owns nothing.
    }

    /// <summary>Binds the method that is being mapped.</summary>
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<RpcMethods> context) => _next?.Invoke(context);

    private bool TryMap(string path, [NotNullWhen(true)] out RequestDelegate? method)
    {
        lock (_mapping)
        {
            if (!_mapped.TryGetValue(path, out method) && methods.TryFind(path, out _next))
            {
                var mapped = new MappedMethod(services);
                mapped.MapGrpcService<RpcMethods>();
                _mapped.Add(path, method = mapped.Handler);
            }
        }

        return method is not null;
    }

    // An answer that is all headers: "Trailers-Only" in doc/PROTOCOL-HTTP2.md of grpc/grpc.
    private static Task RefuseAsync(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers.GrpcStatus = ((int)StatusCode.Unimplemented).ToString(CultureInfo.InvariantCulture);
        response.Headers.GrpcMessage = "The plugin has no such method.";
        return Task.CompletedTask;
    }
}
