using System.Diagnostics.Metrics;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TerraformPlugin.Execution;
using TerraformPlugin.Hosting.Logging;
using TerraformPlugin.Hosting.Services;
using TerraformPlugin.Protocol;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The gRPC server on a socket that listens already: the web server and the gRPC library alone. The web host that usually holds them, with
/// its router, configuration and lifetime, takes as long to start as all of this.
/// </summary>
internal sealed class PluginServer : IAsyncDisposable
{
    // The CLI kills a plugin that still runs two seconds after it was asked to end.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // An infinite time makes the server close an idle HTTP/2 connection after a second.
    private static readonly TimeSpan LongestIdleTime = TimeSpan.FromDays(365);

    private readonly ILoggerFactory _loggers;
    private readonly ServiceProvider _services;
    private readonly KestrelServer _server;

    private PluginServer(ILoggerFactory loggers, ServiceProvider services, KestrelServer server) =>
        (_loggers, _services, _server) = (loggers, services, server);

    /// <summary>The server, not yet started.</summary>
    /// <param name="options">The provider's part.</param>
    /// <param name="listener">Where to take connections from.</param>
    /// <param name="tls">How connections prove who they are; null for plaintext.</param>
    /// <param name="clients">The watch that counts connections; null for none.</param>
    /// <param name="lifetime">The life of the process, which the CLI may end.</param>
    /// <param name="stop">The signal by which the user stops the running calls.</param>
    public static PluginServer Create(
        PluginHostOptions options, PluginListener listener, MutualTls? tls, ClientWatch? clients, PluginLifetime lifetime, StopSignal stop)
    {
        var loggers = PluginLogging.Create(options.ProviderName, options.Time, Environment.GetEnvironmentVariable);
        var methods = new RpcMethods();
        PluginMethods.Add(methods, lifetime);
        options.AddMethods(methods, stop, loggers);
        var services = Services(methods, loggers);

        var kestrel = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        RemoveLimits(kestrel.Limits);
        kestrel.Listen(listener.Socket.LocalEndPoint!, endpoint => Configure(endpoint, tls, clients));
        var sockets = new SocketTransportOptions { CreateBoundListenSocket = _ => listener.Socket };
        var transport = new SocketTransportFactory(Options.Create(sockets), loggers);
        return new PluginServer(loggers, services, new KestrelServer(Options.Create(kestrel), transport, loggers));
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        _server.StartAsync(_services.GetRequiredService<RpcApplication>(), cancellationToken);

    /// <summary>Lets the running calls end, for a moment.</summary>
    public async Task StopAsync()
    {
        using var drained = new CancellationTokenSource(DrainTime);
        await _server.StopAsync(drained.Token).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
        _loggers.Dispose();
    }

    // The container looks at each service by reflection at the start, so it gets none of a router's, and all options as instances: its
    // own way to them is generic, which a native program builds at each start.
    private static ServiceProvider Services(RpcMethods methods, ILoggerFactory loggers)
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

    private static void Configure(ListenOptions endpoint, MutualTls? tls, ClientWatch? clients)
    {
        endpoint.Protocols = HttpProtocols.Http2;
        if (tls is not null)
        {
            endpoint.UseHttps(tls.Handshakes);
        }

        if (clients is not null)
        {
            endpoint.Use(next => connection => WatchAsync(connection, next, clients));
        }
    }

    private static async Task WatchAsync(ConnectionContext connection, ConnectionDelegate next, ClientWatch clients)
    {
        clients.Connected();
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            clients.Disconnected();
        }
    }

    // The client is trusted and may be idle, slow or suspended for any time, and its states may be large.
    private static void RemoveLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.KeepAliveTimeout = LongestIdleTime;
        limits.RequestHeadersTimeout = LongestIdleTime;
        limits.Http2.MaxStreamsPerConnection = int.MaxValue;
    }
}
