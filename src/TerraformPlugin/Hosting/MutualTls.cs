using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace TerraformPlugin.Hosting;

/// <summary>Both sides of the connection prove who they are: we by a new certificate, the CLI by the one that it announced.</summary>
internal sealed class MutualTls : IDisposable
{
    // A busy machine may let a CLI wait for its turn; that is no reason to hang up on it, as ten seconds, the default, would.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly X509Certificate2 _server;
    private readonly byte[] _client;
    private readonly SslServerAuthenticationOptions _options;

    private MutualTls(X509Certificate2 server, byte[] client)
    {
        _server = server;
        _client = client;
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = PinnedTls.CreateContext(server),
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            ClientCertificateRequired = true,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, presented, _, _) => Accepts(presented),
        };
        Handshakes = new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = Patience,
            OnConnection = begun => ValueTask.FromResult(OptionsFor(begun.SslStream)),
        };
    }

    /// <summary>How the web server begins each connection.</summary>
    public TlsHandshakeCallbackOptions Handshakes { get; }

    /// <summary>The server's certificate as DER.</summary>
    public ReadOnlySpan<byte> ServerCertificate => _server.RawDataMemory.Span;

    /// <summary>Prepares the server for the client whose certificate is <paramref name="clientPem"/>.</summary>
    /// <exception cref="PluginHostException">The text holds no certificate.</exception>
    public static MutualTls Create(string clientPem, DateTimeOffset now)
    {
        byte[] client;
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(clientPem);
            client = certificate.RawData;
        }
        catch (CryptographicException e)
        {
            throw new PluginHostException("the CLI's certificate in PLUGIN_CLIENT_CERT cannot be read: it is not a PEM certificate", e);
        }

        return new MutualTls(Hosting.ServerCertificate.Create(now), client);
    }

    /// <summary>Whether this is the client that we were told of.</summary>
    public bool Accepts(X509Certificate? presented) =>
        presented is not null && CryptographicOperations.FixedTimeEquals(presented.GetRawCertData(), _client);

    public void Dispose() => _server.Dispose();

    private SslServerAuthenticationOptions OptionsFor(SslStream connection)
    {
        PinnedTls.Expect(connection, X509CertificateLoader.LoadCertificate(_client));
        return _options;
    }
}
