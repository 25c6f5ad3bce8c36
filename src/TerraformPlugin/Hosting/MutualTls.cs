using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace TerraformPlugin.Hosting;

/// <summary>TLS with proof from both sides: a new certificate from us, and from the CLI the certificate that it announced.</summary>
internal sealed class MutualTls : IDisposable
{
    // A CLI on a busy machine may need longer than the default of ten seconds.
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromMinutes(5);

    private readonly X509Certificate2 _server;
    private readonly byte[] _client;

    private MutualTls(X509Certificate2 server, byte[] client)
    {
        _server = server;
        _client = client;
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(server, additionalCertificates: null, offline: true),
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            ClientCertificateRequired = true,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
            RemoteCertificateValidationCallback = (_, presented, _, _) => Accepts(presented),
        };
        Handshakes = new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = HandshakeTimeout,
            OnConnection = _ => ValueTask.FromResult(options),
        };
    }

    /// <summary>The web server's options for each connection.</summary>
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

    /// <summary>Whether the certificate is, byte for byte, the announced one. Its issuer and its dates do not matter.</summary>
    public bool Accepts(X509Certificate? presented) =>
        presented is not null && CryptographicOperations.FixedTimeEquals(presented.GetRawCertData(), _client);

    public void Dispose() => _server.Dispose();
}
