using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Http;

/// <summary>Everything that can stand between us and an answer, one fault at a time.</summary>
public sealed class FaultTests
{
    private const string Me = "/api/v1/me";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_RefusedConnection_IsUnreachable()
    {
        await using var client = new RocketChatClient(TestClient.Options(new Uri($"http://127.0.0.1:{ClosedPort()}")));

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.Unreachable, exception.Kind);
        Assert.Null(exception.StatusCode);
        Assert.Contains("127.0.0.1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_UnknownHost_IsUnreachable()
    {
        await using var client = new RocketChatClient(TestClient.Options(new Uri("http://no-such-host.invalid")));

        Assert.Equal(RocketChatErrorKind.Unreachable, (await FailAsync(client)).Kind);
    }

    [Fact]
    public async Task GetAsync_SelfSignedCertificate_IsTlsFailure()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await StubServer.StartAsync(certificate);
        await using var client = TestClient.For(server);

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.TlsFailure, exception.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task GetAsync_PlainHttpServerBehindHttpsAddress_IsTlsFailure()
    {
        await using var server = await StubServer.StartAsync();
        await using var client = new RocketChatClient(TestClient.Options(new UriBuilder(server.Url) { Scheme = "https" }.Uri));

        Assert.Equal(RocketChatErrorKind.TlsFailure, (await FailAsync(client)).Kind);
    }

    [Fact]
    public async Task GetAsync_NoAnswer_TimesOut()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Me, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var client = TestClient.For(server, options => options with { RequestTimeout = TimeSpan.FromMilliseconds(200) });

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.TimedOut, exception.Kind);
        Assert.Contains("0.2 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_AnswerStopsHalfway_TimesOut()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"_id\":");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = TestClient.For(server, options => options with { RequestTimeout = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(RocketChatErrorKind.TimedOut, (await FailAsync(client)).Kind);
    }

    [Fact]
    public async Task GetAsync_ConnectionCutInTheBody_IsDisconnected()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"_id\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var client = TestClient.For(server);

        Assert.Equal(RocketChatErrorKind.Disconnected, (await FailAsync(client)).Kind);
    }

    [Fact]
    public async Task GetAsync_ConnectionCutBeforeTheAnswer_IsDisconnected()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var client = TestClient.For(server);

        Assert.Equal(RocketChatErrorKind.Disconnected, (await FailAsync(client)).Kind);
    }

    [Theory]
    [InlineData(
        200, "<html><head><title>\n Welcome to\tnginx! </title></head></html>", RocketChatErrorKind.NotRocketChat, "Welcome to nginx!")]
    [InlineData(
        403, "<!doctype html><title>Attention Required &amp; more</title>", RocketChatErrorKind.NotRocketChat, "Attention Required & more")]
    [InlineData(404, "<html><title>404 Not Found</title></html>", RocketChatErrorKind.NotRocketChat, "404 Not Found")]
    [InlineData(429, "<title>Slow down</title>", RocketChatErrorKind.RateLimited, "Slow down")]
    [InlineData(502, "<html><title>502 Bad Gateway</title></html>", RocketChatErrorKind.ServerError, "502 Bad Gateway")]
    public async Task GetAsync_HtmlInsteadOfJson_IsNamedByItsTitle(int status, string page, RocketChatErrorKind kind, string title)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Html(page, status));
        await using var client = TestClient.For(server);

        var exception = await FailAsync(client);

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(title, exception.ServerMessage);
        Assert.Contains(title, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, Answers.WebApplication3111)]
    [InlineData(404, "404 Not Found")]
    public async Task GetAsync_RocketChatsOwnUnknownEndpointPage_IsUnknownEndpoint(int status, string page)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Html(page, status));
        await using var client = TestClient.For(server);

        Assert.Equal(RocketChatErrorKind.UnknownEndpoint, (await FailAsync(client)).Kind);
    }

    [Theory]
    [InlineData("{\"_id\":\"6b03c1")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"_id\":{}}")]
    public async Task GetAsync_JsonOfNoUse_IsUnexpectedAnswer(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, (await FailAsync(client)).Kind);
    }

    [Fact]
    public async Task GetAsync_HugeAnswer_IsUnexpectedAnswer()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            context.Response.ContentType = "application/json";
            var block = new byte[1024 * 1024];
            var most = ApiRequest.Get("me").MaxAnswerBytes;
            for (var sent = 0; sent <= most && !context.RequestAborted.IsCancellationRequested; sent += block.Length)
            {
                await context.Response.Body.WriteAsync(block);
            }
        });
        await using var client = TestClient.For(server);

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
        Assert.Contains("larger than", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_RedirectToAnotherHost_IsNotFollowed()
    {
        await using var elsewhere = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var server = (await StubServer.StartAsync()).On(
            "GET", Me, new StubAnswer(
                "",
                302,
                "text/html")
            { Headers = new Dictionary<string, string> { ["Location"] = $"{elsewhere.Url}api/v1/me?ticket=marked" } });
        await using var client = TestClient.For(server);

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.Redirected, exception.Kind);
        Assert.Contains(elsewhere.Url.Authority, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", exception.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task GetAsync_CallerGivesUp_IsCancelledNotFailed()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = TestClient.For(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Account.GetAsync(caller.Token));
    }

    [Fact]
    public async Task GetAsync_OperationDeadlinePasses_IsTimedOut()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Me, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var client = TestClient.For(server, options => options with { OperationTimeout = TimeSpan.FromMilliseconds(200) });

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.TimedOut, exception.Kind);
        Assert.Contains("operation", exception.Message, StringComparison.Ordinal);
    }

    internal static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<RocketChatException> FailAsync(RocketChatClient client) =>
        Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
}
