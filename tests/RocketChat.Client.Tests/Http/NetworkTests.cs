using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Http;

/// <summary>The things between client and server in real networks.</summary>
public sealed class NetworkTests
{
    private const string Me = "/api/v1/me";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_CaAsText_IsTrusted()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = (await StubServer.StartAsync(certificate)).On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(
            server, options => options with { Tls = new TlsOptions { CaCertificate = certificate.ExportCertificatePem() } });

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    [Fact]
    public async Task GetAsync_CaAsFile_IsTrusted()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), Token);
            await using var server = (await StubServer.StartAsync(certificate)).On("GET", Me, StubAnswer.Json(Answers.Me653));
            await using var client = TestClient.For(server, options => options with { Tls = new TlsOptions { CaCertificate = file } });

            Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task GetAsync_CaOfAnother_IsTlsFailure()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        using var another = Certificates.SelfSigned("localhost");
        await using var server = await StubServer.StartAsync(certificate);
        await using var client = TestClient.For(
            server, options => options with { Tls = new TlsOptions { CaCertificate = another.ExportCertificatePem() } });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.TlsFailure, exception.Kind);
    }

    [Fact]
    public async Task GetAsync_TrustedCaButAnotherName_IsTlsFailure()
    {
        using var certificate = Certificates.SelfSigned("chat.example.org", withLoopback: false);
        await using var server = await StubServer.StartAsync(certificate);
        await using var client = TestClient.For(
            server, options => options with { Tls = new TlsOptions { CaCertificate = certificate.ExportCertificatePem() } });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.TlsFailure, exception.Kind);
    }

    [Fact]
    public async Task GetAsync_VerificationSkipped_TakesAnyCertificate()
    {
        using var certificate = Certificates.SelfSigned("chat.example.org", withLoopback: false);
        await using var server = (await StubServer.StartAsync(certificate)).On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server, options => options with { Tls = new TlsOptions { InsecureSkipVerify = true } });

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    [Fact]
    public async Task GetAsync_ServerWantsAClientCertificate_ShowsIt()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        using var own = Certificates.SelfSigned("terraform");
        string? shown = null;
        await using var server = (await StubServer.StartAsync(certificate, wantsClientCertificate: true)).On("GET", Me, context =>
        {
            shown = context.Connection.ClientCertificate?.Thumbprint;
            return StubServer.WriteAsync(context, StubAnswer.Json(Answers.Me653));
        });
        await using var client = TestClient.For(server, options => options with
        {
            Tls = new TlsOptions
            {
                CaCertificate = certificate.ExportCertificatePem(),
                ClientCertificate = own.ExportCertificatePem(),
                ClientKey = own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
            },
        });

        await client.Account.GetAsync(Token);

        Assert.Equal(own.Thumbprint, shown);
    }

    [Theory]
    [InlineData("Basic realm=\"proxy\"")]
    [InlineData("Negotiate, NTLM, Basic realm=\"proxy\"")]
    public async Task GetAsync_Proxy_CarriesTheRequestWithItsCredentials(string schemes)
    {
        await using var proxy = await StubServer.StartAsync();
        proxy.On("GET", Me, context => StubServer.WriteAsync(context, context.Request.Headers.ContainsKey("Proxy-Authorization")
            ? StubAnswer.Json(Answers.Me653)
            : new StubAnswer("", 407) { Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = schemes } }));
        var options = TestClient.Options(
            new Uri("http://chat.invalid")) with
        { Proxy = new UriBuilder(proxy.Url) { UserName = "us%40er", Password = "pass" }.Uri };
        await using var client = new RocketChatClient(options);

        await client.Account.GetAsync(Token);

        Assert.Equal("chat.invalid", proxy.Requests[^1].Headers["Host"]);
        Assert.Equal("Basic " + Convert.ToBase64String("us@er:pass"u8), proxy.Requests[^1].Headers["Proxy-Authorization"]);
    }

    [Fact]
    public async Task GetAsync_ExtraHeaders_GoAlongButNeverInsteadOfOurs()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server, options => options with
        {
            Headers = new Dictionary<string, string> { ["CF-Access-Client-Secret"] = "gateway", ["x-auth-token"] = "foreign" },
        });

        await client.Account.GetAsync(Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("gateway", request.Headers["CF-Access-Client-Secret"]);
        Assert.Equal(TestClient.Token.AuthToken, request.Headers["X-Auth-Token"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task GetAsync_CompressedAnswer_IsRead(string encoding)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            Assert.Contains(encoding, context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Pack(encoding, Answers.Me653));
        });
        await using var client = TestClient.For(server);

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    [Fact]
    public async Task GetAsync_IPv6Address_Works()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var server = (await StubServer.StartAsync(address: IPAddress.IPv6Loopback))
            .On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server);

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
        Assert.StartsWith("[::1]", Assert.Single(server.Requests).Headers["Host"], StringComparison.Ordinal);
    }

    private static byte[] Pack(string encoding, string text)
    {
        using var packed = new MemoryStream();
        using (
            Stream packer = encoding == "gzip"
                ? new GZipStream(packed, CompressionLevel.Fastest)
                : new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
