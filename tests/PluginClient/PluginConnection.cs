using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using PluginClient.Protocol.GoPlugin;
using PluginClient.Protocol.GrpcHealth;

namespace PluginClient;

/// <summary>A connection to a plugin; clients of further services are made on its <see cref="Invoker"/>.</summary>
public sealed class PluginConnection : IDisposable
{
    private readonly GrpcChannel _channel;

    private PluginConnection(PluginAddress address, SslClientAuthenticationOptions? tls)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,

            // A CLI keeps its connection to the end; a plugin without a connection ends.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = async (_, cancellationToken) => await address.ConnectAsync(cancellationToken),
        };
        if (tls is not null)
        {
            handler.SslOptions = tls;
        }

        _channel = GrpcChannel.ForAddress(tls is null ? "http://localhost" : "https://localhost", new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = int.MaxValue,
            MaxSendMessageSize = int.MaxValue,
        });
        Invoker = _channel.CreateCallInvoker();
    }

    /// <summary>Carries the calls of any generated client.</summary>
    public CallInvoker Invoker { get; }

    /// <summary>The service that ends the plugin.</summary>
    public GRPCController.GRPCControllerClient Controller => new(Invoker);

    /// <summary>The service of the plugin's standard streams.</summary>
    public GRPCStdio.GRPCStdioClient Stdio => new(Invoker);

    /// <summary>The service of further connections.</summary>
    public GRPCBroker.GRPCBrokerClient Broker => new(Invoker);

    /// <summary>The health service.</summary>
    public Health.HealthClient Health => new(Invoker);

    /// <summary>Connects as the handshake says; with TLS if there is an identity. The first call opens the connection.</summary>
    public static PluginConnection Open(Handshake handshake, ClientIdentity? identity) =>
        new(
            new PluginAddress(handshake.Network, handshake.Address),
            identity is null ? null : Tls(handshake.ServerCertificate, identity.Certificate));

    /// <summary>Connects, by TLS but without a certificate of our own.</summary>
    public static PluginConnection OpenWithoutIdentity(Handshake handshake) =>
        new(new PluginAddress(handshake.Network, handshake.Address), Tls(handshake.ServerCertificate, client: null));

    /// <summary>Connects without TLS, as to a plugin in debug mode.</summary>
    public static PluginConnection Attach(PluginAddress address) => new(address, tls: null);

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private static SslClientAuthenticationOptions Tls(ReadOnlyMemory<byte> server, X509Certificate2? client) => new()
    {
        TargetHost = "localhost",
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        LocalCertificateSelectionCallback = (_, _, _, _, _) => client!,
        CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust },
        RemoteCertificateValidationCallback = (_, presented, _, _) =>
            presented is X509Certificate2 certificate && ServerCheck.Accepts(certificate, server, TimeProvider.System.GetUtcNow()),
    };
}
