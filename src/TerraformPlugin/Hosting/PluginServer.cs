using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TerraformPlugin.Hosting.Logging;
using TerraformPlugin.Rpc;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The gRPC server on a socket that listens already. It is the web server alone: the web host and the gRPC library that usually stand around
/// it, with their routes, options and lifetimes, would take longer to start than all of this.
/// </summary>
internal sealed class PluginServer : IAsyncDisposable
{
    // The CLI waits two seconds for us to go before it kills.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // An infinite time makes the server close an idle HTTP/2 connection after a second.
    private static readonly TimeSpan Ever = TimeSpan.FromDays(365);

    private readonly ServiceProvider _services;
    private readonly RpcApplication _application;

    private PluginServer(ServiceProvider services, RpcApplication application) => (_services, _application) = (services, application);

    /// <summary>The server, not yet started.</summary>
    /// <param name="options">The provider's part.</param>
    /// <param name="listener">Where to take connections from.</param>
    /// <param name="tls">How connections prove who they are; null for plaintext.</param>
    /// <param name="clients">Told of clients that come and go; null if nobody wants to know.</param>
    /// <param name="lifetime">Told when the CLI ends the process.</param>
    /// <param name="stop">Told when the user stops the running calls.</param>
    public static PluginServer Create(
        PluginHostOptions options, PluginListener listener, MutualTls? tls, ClientWatch? clients, PluginLifetime lifetime, StopSignal stop)
    {
        var services = Services(options, listener, tls, clients);
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var methods = new RpcMethods();
        PluginMethods.Add(methods, lifetime);
        options.AddMethods(methods, stop, loggers);
        return new PluginServer(services, new RpcApplication(methods, options.Time, loggers.CreateLogger<RpcApplication>()));
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<IServer>().StartAsync(_application, cancellationToken);

    /// <summary>Lets the running calls end, for a moment.</summary>
    public async Task StopAsync()
    {
        using var drained = new CancellationTokenSource(DrainTime);
        await _services.GetRequiredService<IServer>().StopAsync(drained.Token).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Services(PluginHostOptions options, PluginListener listener, MutualTls? tls, ClientWatch? clients)
    {
        var services = new ServiceCollection();
        PluginLogging.Add(services, options, Environment.GetEnvironmentVariable);

        // What the server asks for and a web host would have.
        services.AddMetrics().AddSingleton<DiagnosticSource>(new DiagnosticListener(nameof(TerraformPlugin)));
        new ServerServices(services).UseKestrelCore().UseSockets();

        // Whole, and not through the container's options: those are generic, and their code would be put together at each start.
        services.AddSingleton<IOptions<SocketTransportOptions>>(Options.Create(new SocketTransportOptions { CreateBoundListenSocket = _ => listener.Socket }));
        services.AddSingleton<IOptions<KestrelServerOptions>>(host =>
        {
            var kestrel = new KestrelServerOptions { ApplicationServices = host, AddServerHeader = false };
            RemoveLimits(kestrel.Limits);
            kestrel.Listen(listener.Socket.LocalEndPoint!, endpoint => Configure(endpoint, tls, clients));
            return Options.Create(kestrel);
        });
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

    // The one client is trusted and may be silent, slow or stopped for as long as its user likes, and its states may be large.
    private static void RemoveLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        limits.KeepAliveTimeout = Ever;
        limits.RequestHeadersTimeout = Ever;
        limits.Http2.MaxStreamsPerConnection = int.MaxValue;
    }
}
