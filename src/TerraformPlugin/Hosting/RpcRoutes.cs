using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TerraformPlugin.Hosting;

/// <summary>Collects what the gRPC library maps: a path for each method, none with parameters, so that a dictionary is router enough.</summary>
internal sealed class RpcRoutes(IServiceProvider services) : IEndpointRouteBuilder
{
    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IServiceProvider ServiceProvider => services;

    /// <summary>What answers at each path. The patterns with which the library catches unknown methods are left out.</summary>
    public FrozenDictionary<string, RequestDelegate> Handlers() => DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && endpoint.RequestDelegate is not null)
        .ToFrozenDictionary(endpoint => endpoint.RoutePattern.RawText!, endpoint => endpoint.RequestDelegate!, StringComparer.Ordinal);

    public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException("Nothing stands between the server and the methods.");
}
