using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The gRPC server on a socket that listens already: the web server and the gRPC library alone. The web host that usually holds them, with
/// its router, configuration and lifetime, takes as long to start as all of this.
/// </summary>
internal sealed class PluginServer : IDisposable
{
    // The CLI kills a plugin that still runs two seconds after it was asked to end.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // An infinite time makes the server close an idle HTTP/2 connection after a second.
    private static readonly TimeSpan LongestIdleTime = TimeSpan.FromDays(365);

    private readonly RpcApplication _application;
    private readonly KestrelServer _server;

    private PluginServer(RpcApplication application, KestrelServer server) => (_application, _server) = (application, server);

    /// <summary>The server, not yet started.</summary>
    /// <param name="services">The methods to serve.</param>
    /// <param name="listener">Where to take connections from.</param>
    /// <param name="tls">How connections prove who they are; null for plaintext.</param>
    /// <param name="clients">The watch that counts connections; null for none.</param>
    public static PluginServer Create(PluginServices services, PluginListener listener, MutualTls? tls, ClientWatch? clients)
    {
        var kestrel = new KestrelServerOptions { ApplicationServices = services.Container, AddServerHeader = false };
        RemoveLimits(kestrel.Limits);
        kestrel.Listen(listener.Socket.LocalEndPoint!, endpoint => Configure(endpoint, tls, clients));
        var sockets = new SocketTransportOptions { CreateBoundListenSocket = _ => listener.Socket };
        var transport = new SocketTransportFactory(Options.Create(sockets), services.Loggers);
        return new PluginServer(services.Application, new KestrelServer(Options.Create(kestrel), transport, services.Loggers));
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(_application, cancellationToken).ConfigureAwait(false);
        _application.MapAhead(PluginMethods.Shutdown);
    }

    /// <summary>Lets the running calls end, for a moment.</summary>
    public async Task StopAsync()
    {
        using var drained = new CancellationTokenSource(DrainTime);
        await _server.StopAsync(drained.Token).ConfigureAwait(false);
    }

    public void Dispose() => _server.Dispose();

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
