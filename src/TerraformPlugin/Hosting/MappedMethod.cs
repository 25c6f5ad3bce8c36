using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TerraformPlugin.Hosting;

/// <summary>The endpoint that the gRPC library maps for a method. A plugin needs no router: its paths have no parameters.</summary>
internal sealed class MappedMethod(IServiceProvider services) : IEndpointRouteBuilder
{
    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IServiceProvider ServiceProvider => services;

    /// <summary>The handler of the mapped method.</summary>
    public RequestDelegate Handler => DataSources.Single().Endpoints.Single().RequestDelegate!;

    public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException("A plugin has no middleware.");
}
