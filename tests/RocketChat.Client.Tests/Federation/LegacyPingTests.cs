using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Federation;
using RocketChat.Client.Tests.Http;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Federation;

/// <summary>The legacy ping: what a peer can answer, and what is concluded from it.</summary>
public sealed class LegacyPingTests
{
    private const string Domain = "chat.example.org";
    private const string Dispatch = "/api/v1/federation.events.dispatch";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PingAsync_Accepted_IsOk()
    {
        var test = await AnsweredAsync(StubAnswer.Json("""{"success":true}"""));

        Assert.Equal((true, "ok"), (test.Ok, test.Code));
        Assert.Contains(Domain, test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_Always_IsSentAsAPeerWouldAndWithoutTheAccount()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Dispatch, StubAnswer.Json("""{"success":true}"""));
        await using var client = TestClient.For(
            server, options => options with { Headers = new Dictionary<string, string> { ["CF-Access-Client-Secret"] = "gateway" } });

        await client.Federation.PingAsync(server.Url, Domain, [], Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal($$"""POST {{Dispatch}} {"events":[{"type":"ping"}]}""", request.ToString());
        Assert.Equal(Domain, request.Headers["x-federation-domain"]);
        Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.DoesNotContain(request.Headers.Keys, name => name.StartsWith("X-Auth", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-User", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CF-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task PingAsync_AddressesGiven_GoesThereWithTheHostsName()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Dispatch, StubAnswer.Json("""{"success":true}"""));
        await using var client = TestClient.For(server);

        var test = await client.Federation.PingAsync(
            new Uri($"http://chat.invalid:{server.Url.Port}"), Domain, [IPAddress.Loopback], Token);

        Assert.True(test.Ok, test.Message);
        Assert.Equal($"chat.invalid:{server.Url.Port}", Assert.Single(server.Requests).Headers["Host"]);
    }

    /// <summary>As 6.5.3 says it.</summary>
    [Fact]
    public async Task PingAsync_SwitchedOff_IsFederationDisabled() =>
        Assert.Equal(
            (false, "federation_disabled"),
            Result(await AnsweredAsync(StubAnswer.Json("""{"success":false,"error":"Federation not enabled"}""", 400))));

    /// <summary>
    /// 3.11.1 was recorded to answer so with federation off. Its router did not wait for the handler, so that it answers the same with
    /// federation on: the answer proves that a server of that age is there, and of a newer one that it is not this one.
    /// </summary>
    [Theory]
    [InlineData("2.0.0", true, "ok")]
    [InlineData("3.11.1", true, "ok")]
    [InlineData("4.1.2", true, "ok")]
    [InlineData("4.2.0", false, "domain_mismatch")]
    [InlineData("6.5", false, "domain_mismatch")]
    public async Task PingAsync_EmptyObject_IsJudgedByTheVersionOfThisServer(string version, bool ok, string code)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Dispatch, StubAnswer.Json("{}"))
            .On("GET", "/api/info", StubAnswer.Json($$"""{"version":"{{version}}","success":true}"""));

        var test = await PingAsync(server);

        Assert.Equal((ok, code), Result(test));
        Assert.Contains("before 4.2", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_OtherDomainThere_IsDomainMismatch()
    {
        var test = await AnsweredAsync(StubAnswer.Json("""{"success":false,"error":"Could not decrypt payload"}""", 400));

        Assert.Equal((false, "domain_mismatch"), Result(test));
        Assert.Contains(Domain, test.Message, StringComparison.Ordinal);
    }

    /// <summary>JSON that no Rocket.Chat sends must not be taken for one.</summary>
    [Theory]
    [InlineData(200, """{"status":"ok"}""")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(404, "{}")]
    [InlineData(404, """{"success":true}""")]
    [InlineData(400, """{"success":false,"error":"Something else"}""")]
    [InlineData(200, """{"success":false}""")]
    [InlineData(200, """{"success":tr""")]
    [InlineData(204, "")]
    public async Task PingAsync_JsonOfAnotherService_IsPeerUnreachable(int status, string body) =>
        Assert.Equal((false, "peer_unreachable"), Result(await AnsweredAsync(StubAnswer.Json(body, status))));

    [Fact]
    public async Task PingAsync_HtmlPage_IsNamedByItsTitleAndNotQuoted()
    {
        var test = await AnsweredAsync(StubAnswer.Html("<html><head><title>502 Bad\nGateway</title></head><body>nginx</body></html>", 502));

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains("status 502", test.Message, StringComparison.Ordinal);
        Assert.Contains("an HTML page titled \"502 Bad Gateway\"", test.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_HtmlPageLabelledAsJson_IsNamedByItsTitleToo()
    {
        var test = await AnsweredAsync(StubAnswer.Json("<!doctype html><title>Welcome</title>"));

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains("an HTML page titled \"Welcome\"", test.Message, StringComparison.Ordinal);
    }

    /// <summary>The effect is there whatever a proxy made of the label.</summary>
    [Fact]
    public async Task PingAsync_JsonWithAnotherContentType_IsRead() =>
        Assert.True((await AnsweredAsync(new StubAnswer("""{"success":true}""", 200, "text/plain"))).Ok);

    [Fact]
    public async Task PingAsync_UnknownCharset_IsReadAsUtf8() =>
        Assert.True((await AnsweredAsync(new StubAnswer("""{"success":true}""", 200, "application/json; charset=no-such"))).Ok);

    [Fact]
    public async Task PingAsync_FalselyCompressed_IsPeerUnreachable()
    {
        var test = await AnsweredAsync(
            StubAnswer.Json("""{"success":true}""") with { Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } });

        Assert.Equal((false, "peer_unreachable"), Result(test));
    }

    [Fact]
    public async Task PingAsync_EndlessBody_IsPeerUnreachable()
    {
        var test = await AnsweredAsync(StubAnswer.Json("\"" + new string('x', 2 * 1024 * 1024)));

        Assert.Equal((false, "peer_unreachable"), Result(test));
    }

    [Fact]
    public async Task PingAsync_LongText_IsCutBetweenCharacters()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 50));
        var test = await AnsweredAsync(new StubAnswer(new string('x', 199) + emoji, 500, "text/plain"));

        Assert.Contains("…", test.Message, StringComparison.Ordinal);
        Assert.Equal(test.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(test.Message)));
    }

    [Fact]
    public async Task PingAsync_Redirect_IsNotFollowedButNamed()
    {
        await using var other = await StubServer.StartAsync();
        var test = await AnsweredAsync(StubAnswer.Html("<title>301 Moved</title>", 301) with
        {
            Headers = new Dictionary<string, string> { ["Location"] = $"{other.Url}elsewhere?ticket=secret" },
        });

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains($"a redirect to {other.Url}elsewhere", test.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", test.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task PingAsync_RedirectToAnotherPath_NamesThePath()
    {
        var test = await AnsweredAsync(
            StubAnswer.Html("", 302) with { Headers = new Dictionary<string, string> { ["Location"] = "/login?next=secret" } });

        Assert.Contains("a redirect to /login)", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_HalfABody_IsPeerUnreachable()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Dispatch, async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"success":true}""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal((false, "peer_unreachable"), Result(await PingAsync(server)));
    }

    [Fact]
    public async Task PingAsync_NoAnswer_IsPeerUnreachableAndSaysHowLongItWaited()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Dispatch, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var client = TestClient.For(server, options => options with { RequestTimeout = TimeSpan.FromMilliseconds(200) });

        var test = await client.Federation.PingAsync(server.Url, Domain, [], Token);

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains("0.2 s", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_CallerGivesUp_EndsWithAnException()
    {
        using var given = new CancellationTokenSource();
        await using var server = (await StubServer.StartAsync()).On("POST", Dispatch, async context =>
        {
            await given.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = TestClient.For(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Federation.PingAsync(server.Url, Domain, [], given.Token));
    }

    [Fact]
    public async Task PingAsync_NobodyListens_IsPeerUnreachable()
    {
        await using var client = new RocketChatClient(TestClient.Options(new Uri("http://unasked.invalid")));

        var test = await client.Federation.PingAsync(new Uri($"http://127.0.0.1:{FaultTests.ClosedPort()}"), Domain, [], Token);

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains("refused", test.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task PingAsync_CertificateOfNobodyKnown_IsPeerUnreachable()
    {
        using var certificate = Certificates.SelfSigned("localhost");
        await using var server = await StubServer.StartAsync(certificate);

        var test = await PingAsync(server);

        Assert.Equal((false, "peer_unreachable"), Result(test));
        Assert.Contains("certificate is invalid", test.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static (bool Ok, string Code) Result(FederationTest test) => (test.Ok, test.Code);

    private static async Task<FederationTest> AnsweredAsync(StubAnswer answer)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Dispatch, answer.Status == 204
            ? context =>
            {
                context.Response.StatusCode = 204;
                return Task.CompletedTask;
            }
        : context => StubServer.WriteAsync(context, answer));
        return await PingAsync(server);
    }

    private static async Task<FederationTest> PingAsync(StubServer server)
    {
        await using var client = TestClient.For(server);
        return await client.Federation.PingAsync(server.Url, Domain, [], Token);
    }
}
