using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TerraformPlugin.Hosting;

/// <summary>Takes the one route that the gRPC library maps. No router stands behind it: a plugin's paths have no parameters.</summary>
internal sealed class MethodRoute(IServiceProvider services) : IEndpointRouteBuilder
{
    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IServiceProvider ServiceProvider => services;

    /// <summary>The handler of the mapped method.</summary>
    public RequestDelegate Method => DataSources.Single().Endpoints.Single().RequestDelegate!;

    public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException("A plugin has no middleware.");
}
