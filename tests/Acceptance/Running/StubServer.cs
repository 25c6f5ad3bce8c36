using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acceptance.Running;

/// <summary>A server that is not Rocket.Chat: it gives every request the same answer, or none.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly byte[]? _answer;
    private readonly Task _serving;

    private StubServer(string? answer, X509Certificate2? certificate)
    {
        _answer = answer is null ? null : Encoding.UTF8.GetBytes(answer);
        _certificate = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"{(_certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static StubServer Answering(int status, string contentType, string body) => new(Http(status, contentType, body), null);

    /// <summary>Takes connections and never says a word.</summary>
    public static StubServer Silent() => new(null, null);

    public static StubServer WithCertificate(X509Certificate2 certificate) => new(Http(200, "application/json", "{}"), certificate);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private static string Http(int status, string contentType, string body) =>
        $"HTTP/1.1 {status} Stub\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: "
            + $"close\r\n\r\n{body}";

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using Stream stream = _certificate is null ? client.GetStream() : await EncryptAsync(client.GetStream());
            var request = new byte[64 * 1024];
            _ = await stream.ReadAsync(request, _stop.Token);
            if (_answer is null)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            await stream.WriteAsync(_answer, _stop.Token);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or the test is over: neither is this server's concern.
        }
    }

    private async Task<SslStream> EncryptAsync(NetworkStream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return encrypted;
    }
}
