using System.Collections.Frozen;
using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TerraformPlugin.Hosting;

/// <summary>Hands each request to the method that its path names.</summary>
internal sealed class RpcApplication : IHttpApplication<HttpContext>
{
    private readonly IServiceProvider _services;
    private readonly FrozenDictionary<string, RequestDelegate> _handlers;

    private RpcApplication(IServiceProvider services, FrozenDictionary<string, RequestDelegate> handlers) => (_services, _handlers) = (services, handlers);

    public static RpcApplication Create(IServiceProvider services)
    {
        var routes = new RpcRoutes(services);
        routes.MapGrpcService<GrpcMethods>();
        return new RpcApplication(services, routes.Handlers());
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures) { RequestServices = _services };

    public Task ProcessRequestAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && _handlers.TryGetValue(context.Request.Path.Value ?? "", out var handler)
            ? handler(context)
            : RefuseAsync(context.Response);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing is kept for a request.
    }

    // An answer that is all headers: the specification's "Trailers-Only".
    private static Task RefuseAsync(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)StatusCode.Unimplemented).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = "No such method.";
        return Task.CompletedTask;
    }
}
