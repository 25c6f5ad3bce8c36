using System.Diagnostics;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
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

    private readonly ServiceProvider _services;

    private PluginServer(ServiceProvider services) => _services = services;

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
        var methods = new RpcMethods();
        var services = Services(options, listener, tls, clients, methods);
        PluginMethods.Add(methods, lifetime);
        options.AddMethods(methods, stop, services.GetRequiredService<ILoggerFactory>());
        return new PluginServer(services);
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<IServer>().StartAsync(_services.GetRequiredService<RpcApplication>(), cancellationToken);

    /// <summary>Lets the running calls end, for a moment.</summary>
    public async Task StopAsync()
    {
        using var drained = new CancellationTokenSource(DrainTime);
        await _services.GetRequiredService<IServer>().StopAsync(drained.Token).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // All options are given as instances. The container's own way to them is generic, and a native program builds that code at each start.
    private static ServiceProvider Services(
        PluginHostOptions options, PluginListener listener, MutualTls? tls, ClientWatch? clients, RpcMethods methods)
    {
        var services = new ServiceCollection();
        PluginLogging.Add(services, options.ProviderName, options.Time, Environment.GetEnvironmentVariable);
        AddServer(services, listener, tls, clients);
        AddGrpc(services, methods);
        return services.BuildServiceProvider();
    }

    private static void AddServer(IServiceCollection services, PluginListener listener, MutualTls? tls, ClientWatch? clients)
    {
        // A web host would add these for the server.
        services.AddMetrics().AddSingleton<DiagnosticSource>(new DiagnosticListener(nameof(TerraformPlugin)));
        new ServerServices(services).UseKestrelCore().UseSockets();
        var sockets = new SocketTransportOptions { CreateBoundListenSocket = _ => listener.Socket };
        services.AddSingleton<IOptions<SocketTransportOptions>>(Options.Create(sockets));
        services.AddSingleton<IOptions<KestrelServerOptions>>(host =>
        {
            var kestrel = new KestrelServerOptions { ApplicationServices = host, AddServerHeader = false };
            RemoveLimits(kestrel.Limits);
            kestrel.Listen(listener.Socket.LocalEndPoint!, endpoint => Configure(endpoint, tls, clients));
            return Options.Create(kestrel);
        });
    }

    private static void AddGrpc(IServiceCollection services, RpcMethods methods)
    {
        services.AddGrpc();

        // The library's own providers look for methods by reflection.
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.AddSingleton(host => new RpcApplication(host, methods));
        services.AddSingleton<IServiceMethodProvider<RpcMethods>>(host => host.GetRequiredService<RpcApplication>());
        services.AddSingleton<IOptions<RouteHandlerOptions>>(Options.Create(new RouteHandlerOptions()));
        var options = new GrpcServiceOptions { MaxReceiveMessageSize = null, IgnoreUnknownServices = true };
        var serviceOptions = new GrpcServiceOptions<RpcMethods> { SuppressCreatingService = true };
        services.AddSingleton<IOptions<GrpcServiceOptions>>(Options.Create(options));
        services.AddSingleton<IOptions<GrpcServiceOptions<RpcMethods>>>(Options.Create(serviceOptions));
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
