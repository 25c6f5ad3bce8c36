using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Http;

/// <summary>A connection that cannot work: the message names the party at fault, in words of its own.</summary>
public sealed class ConnectionFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task GetAsync_ProxyIsDown_BlamesTheProxy(string scheme)
    {
        var proxy = new Uri($"http://user:hidden@127.0.0.1:{FaultTests.ClosedPort()}");

        var failure = await FailAsync(TestClient.Options(new Uri($"{scheme}://chat.example.org/sub")) with { Proxy = proxy });

        Assert.Equal(RocketChatErrorKind.ProxyFailure, failure.Kind);
        Assert.StartsWith(
            $"The proxy at http://127.0.0.1:{proxy.Port}, which is on the way to {scheme}://chat.example.org/sub, cannot be reached: ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_ProxyIsUnknown_BlamesTheProxy()
    {
        var failure = await FailAsync(
            TestClient.Options(new Uri("https://chat.example.org")) with { Proxy = new Uri("http://no-such-proxy.invalid:3128") });

        Assert.Equal(RocketChatErrorKind.ProxyFailure, failure.Kind);
        Assert.Contains("The proxy at http://no-such-proxy.invalid:3128", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", 407, "requires other credentials")]
    [InlineData("https", 407, "requires a user name and password (status 407)")]
    [InlineData("https", 403, "does not allow this address (status 403)")]
    [InlineData("https", 502, "cannot connect to the server (status 502)")]
    public async Task GetAsync_ProxyRefuses_SaysWhy(string scheme, int status, string reason)
    {
        await using var proxy = await StubServer.StartAsync();
        proxy.OnAnything(context => StubServer.WriteAsync(context, new StubAnswer("", status)
        {
            Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" },
        }));

        var failure = await FailAsync(TestClient.Options(new Uri($"{scheme}://chat.invalid")) with { Proxy = proxy.Url });

        Assert.Equal((RocketChatErrorKind.ProxyFailure, (int?)status), (failure.Kind, failure.StatusCode));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tunnel", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_HttpsToAPortForHttp_SaysSo()
    {
        await using var server = await StubServer.StartAsync();

        var failure = await FailAsync(TestClient.Options(new UriBuilder(server.Url) { Scheme = "https" }.Uri));

        Assert.Equal(RocketChatErrorKind.TlsFailure, failure.Kind);
        Assert.EndsWith(
            ": the port does not speak TLS. It may speak http: then the address must begin with http://",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_HttpToAPortForHttps_SaysSo()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await StubServer.StartAsync(certificate);

        var failure = await FailAsync(TestClient.Options(new UriBuilder(server.Url) { Scheme = "http" }.Uri));

        Assert.Equal(RocketChatErrorKind.Disconnected, failure.Kind);
        Assert.EndsWith(
            "The port may speak https: then the address must begin with https://.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ResponseEnded", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0015\u0003\u0003\0\u0002\u0002\n", RocketChatErrorKind.Disconnected, "the answer is not HTTP. The port may speak https")]
    [InlineData(
        "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n",
        RocketChatErrorKind.InvalidUrl,
        "speaks https, so the address must begin with https://")]
    [InlineData(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
            + "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
        RocketChatErrorKind.InvalidUrl,
        "speaks https, so the address must begin with https://")]
    [InlineData(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
            + "<html><title>400 No required SSL certificate was sent</title></html>",
        RocketChatErrorKind.ClientCertificateRequired,
        "requires a client certificate, and got none")]
    [InlineData(
        "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><title>502 Bad Gateway</title></html>",
        RocketChatErrorKind.ServerError,
        "/sub answered GET /api/v1/me with status 502 and an HTML page titled \"502 Bad Gateway\": a proxy answered, because Rocket.Chat "
            + "did not.")]
    public async Task GetAsync_AnswerOfAnother_SaysWhatItIs(string answer, RocketChatErrorKind kind, string text)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerOnceAsync(listener, answer);

        var failure = await FailAsync(TestClient.Options(new Uri($"http://{listener.LocalEndpoint}/sub")));

        await serving;
        Assert.Equal(kind, failure.Kind);
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_ServerWantsAClientCertificate_NamesItsAbsence()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await StubServer.StartAsync(certificate, wantsClientCertificate: true);

        var failure = await FailAsync(TestClient.Options(server.Url) with
        {
            Tls = new TlsOptions { CaCertificate = certificate.ExportCertificatePem() },
        });

        Assert.Equal(RocketChatErrorKind.ClientCertificateRequired, failure.Kind);
    }

    [Fact]
    public void AcceptStrong_ServerCertificateThatCanBeForged_IsRefused()
    {
        using var weak = Certificates.WithShortKey("localhost");
        using var strong = Certificates.SelfSigned("localhost");

        Assert.True(ServerCertificateCheck.AcceptStrong(this, strong, null, SslPolicyErrors.None));
        var refusal = Assert.Throws<AuthenticationException>(
            () => ServerCertificateCheck.AcceptStrong(this, weak, null, SslPolicyErrors.None));
        Assert.Equal(
            "The remote certificate can be forged: its RSA key has 1024 bits (at least 2048 are needed)", refusal.Message);
        Assert.Throws<AuthenticationException>(
            () => ServerCertificateCheck.AcceptStrong(this, strong, null, SslPolicyErrors.RemoteCertificateNameMismatch));
    }

    [Fact]
    public void Constructor_ClientCertificateWithAShortKey_IsRefused()
    {
        using var own = Certificates.WithShortKey("terraform");

        AssertWeak(own.ExportCertificatePem(), own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(), "its RSA key has 1024 bits");
    }

    [Fact]
    public void Constructor_ClientCertificateSignedWithSha1_IsRefused()
    {
        using var key = RSA.Create(2048);
        using var own = Certificates.SignedWithSha1("terraform", key);

        AssertWeak(own.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), "it is signed with SHA-1 or MD5");
    }

    private static void AssertWeak(string certificate, string key, string reason)
    {
        var tls = new TlsOptions { ClientCertificate = certificate, ClientKey = key };

        var failure = Assert.Throws<RocketChatException>(
            () => new RocketChatClient(TestClient.Options(new Uri("https://chat.invalid")) with { Tls = tls }));

        Assert.Equal((RocketChatErrorKind.InvalidConfiguration, "ClientCertificate"), (failure.Kind, failure.Option));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<RocketChatException> FailAsync(RocketChatClientOptions options)
    {
        await using var client = new RocketChatClient(options);
        return await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
    }

    private static async Task AnswerOnceAsync(TcpListener listener, string answer)
    {
        using var connection = await listener.AcceptTcpClientAsync(Token);
        await using var stream = connection.GetStream();
        var request = new byte[16 * 1024];
        _ = await stream.ReadAsync(request, Token);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), Token);
    }
}
