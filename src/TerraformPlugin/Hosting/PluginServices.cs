using System.Diagnostics.Metrics;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TerraformPlugin.Execution;
using TerraformPlugin.Hosting.Logging;
using TerraformPlugin.Hosting.Services;
using TerraformPlugin.Protocol;

namespace TerraformPlugin.Hosting;

/// <summary>The methods of a plugin, and what the gRPC library needs to serve them.</summary>
internal sealed class PluginServices : IAsyncDisposable
{
    private readonly ServiceProvider _container;

    private PluginServices(ILoggerFactory loggers, ServiceProvider container) =>
        (Loggers, _container, Application) = (loggers, container, container.GetRequiredService<RpcApplication>());

    public ILoggerFactory Loggers { get; }

    public IServiceProvider Container => _container;

    public RpcApplication Application { get; }

    /// <param name="options">The provider's part.</param>
    /// <param name="lifetime">The life of the process, which the CLI may end.</param>
    /// <param name="stop">The signal by which the user stops the running calls.</param>
    public static PluginServices Create(PluginHostOptions options, PluginLifetime lifetime, StopSignal stop)
    {
        var loggers = PluginLogging.Create(options.ProviderName, options.Time, Environment.GetEnvironmentVariable);
        var methods = new RpcMethods();
        PluginMethods.Add(methods, lifetime);
        options.AddMethods(methods, stop, loggers);
        return new PluginServices(loggers, Fill(methods, loggers));
    }

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync().ConfigureAwait(false);
        Loggers.Dispose();
    }

    // The container looks at each service by reflection at the start, so it gets none of a router's, and all options as instances: its
    // own way to them is generic, which a native program builds at each start.
    private static ServiceProvider Fill(RpcMethods methods, ILoggerFactory loggers)
    {
        var offered = new ServiceCollection();
        offered.AddRouting();
        var ofRouter = offered.Count;
        offered.AddGrpc();
        var services = new ServiceCollection { offered.Skip(ofRouter) };
        new ServerServices(services).UseKestrelCore();

        // The library's own providers look for methods by reflection.
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.AddSingleton(loggers);
        services.AddSingleton<IMeterFactory, SilentMeters>();
        services.AddSingleton(host => new RpcApplication(host, methods));
        services.AddSingleton<IServiceMethodProvider<RpcMethods>>(host => host.GetRequiredService<RpcApplication>());
        services.AddSingleton<IOptions<RouteHandlerOptions>>(Options.Create(new RouteHandlerOptions()));
        var options = new GrpcServiceOptions { MaxReceiveMessageSize = null, IgnoreUnknownServices = true };
        var serviceOptions = new GrpcServiceOptions<RpcMethods> { SuppressCreatingService = true };
        services.AddSingleton<IOptions<GrpcServiceOptions>>(Options.Create(options));
        services.AddSingleton<IOptions<GrpcServiceOptions<RpcMethods>>>(Options.Create(serviceOptions));
        return services.BuildServiceProvider();
    }
}
