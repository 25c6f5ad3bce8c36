using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Benchmarks.Running;

/// <summary>An https address in front of an http server, under a root that only a bundle beside the machine's own roots has.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private const string MachineBundle = "/etc/ssl/certs/ca-certificates.crt";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rocketchat-bench-");
    private readonly Uri _server;
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly Task _serving;

    public TlsFront(Uri server)
    {
        _server = server;
        var machine = File.Exists(MachineBundle) ? File.ReadAllText(MachineBundle) : "";
        File.WriteAllText(Bundle, machine + _certificate.ExportCertificatePem());
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The file with the roots of the machine and the one of this server.</summary>
    public string Bundle => Path.Combine(_folder.FullName, "roots.pem");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _certificate.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Benchmark", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception end) when (_stop.IsCancellationRequested && end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                var plain = server.GetStream();
                var secret = new SslStream(client.GetStream());
                await using (secret)
                {
                    var options = new SslServerAuthenticationOptions { ServerCertificate = _certificate };
                    await secret.AuthenticateAsServerAsync(options, _stop.Token);
                    await Task.WhenAny(secret.CopyToAsync(plain, _stop.Token), plain.CopyToAsync(secret, _stop.Token));
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException)
            {
                // The provider or the benchmark has ended.
            }
        }
    }
}
