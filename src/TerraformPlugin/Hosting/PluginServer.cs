using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Hosting;

/// <summary>Builds the gRPC server on a socket that listens already.</summary>
internal static class PluginServer
{
    // The CLI waits two seconds for us to go before it kills.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // An infinite time makes the server close an idle HTTP/2 connection after a second.
    private static readonly TimeSpan Ever = TimeSpan.FromDays(365);

    /// <summary>The server, not yet started.</summary>
    /// <param name="options">The provider's part.</param>
    /// <param name="listener">Where to take connections from.</param>
    /// <param name="tls">How connections prove who they are; null for plaintext.</param>
    /// <param name="clients">Told of clients that come and go; null if nobody wants to know.</param>
    /// <param name="lifetime">Told when the CLI ends the process.</param>
    /// <param name="stop">Told when the user stops the running calls.</param>
    public static WebApplication Create(
        PluginHostOptions options, PluginListener listener, MutualTls? tls, ClientWatch? clients, PluginLifetime lifetime, StopSignal stop)
    {
        // An empty builder reads no file and no variable of the folder and the environment that the user works in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var services = builder.Services;
        services.AddSingleton<IHostLifetime, NoHostLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime);
        services.AddSingleton(options.Time).AddSingleton(stop);
        PluginLogging.Add(services, options, Environment.GetEnvironmentVariable);
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });

        // Ours instead of the one that looks for methods by reflection.
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.AddSingleton<IServiceMethodProvider<GrpcMethods>>(host => host.GetRequiredService<GrpcMethods>());
        services.AddSingleton(host => new GrpcMethods(binder =>
        {
            PluginMethods.Bind(binder, lifetime);
            options.BindServices(binder, host);
        }));

        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.CreateBoundListenSocket = _ => listener.Socket);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            RemoveLimits(kestrel.Limits);
            kestrel.AddServerHeader = false;
            kestrel.Listen(listener.Socket.LocalEndPoint!, endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http2;
                if (tls is not null)
                {
                    endpoint.UseHttps(new TlsHandshakeCallbackOptions
                    {
                        OnConnection = begun => ValueTask.FromResult(tls.OptionsFor(begun.SslStream)),
                    });
                }

                if (clients is not null)
                {
                    endpoint.Use(next => connection => WatchAsync(connection, next, clients));
                }
            });
        });

        var app = builder.Build();
        app.MapGrpcService<GrpcMethods>();
        return app;
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
