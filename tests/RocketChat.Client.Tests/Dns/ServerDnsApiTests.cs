using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Dns;

/// <summary>The server's own look into DNS, as its source has it from 3.17 to 7.10.</summary>
public sealed class ServerDnsApiTests
{
    private const string Name = "_rocketchat._https.chat.example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolveSrvAsync_Found_InZoneFileForm()
    {
        await using var server = (await StubServer.StartAsync())
            .On(
                "GET",
                "/api/v1/dns.resolve.srv",
                StubAnswer.Json("""{"resolved":{"target":"chat.example.org","priority":1,"weight":2,"port":443},"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal("1 2 443 chat.example.org.", (await client.Dns.ResolveSrvAsync(Name, Token))!.Value);
        Assert.Contains(
            $"url={Name}",
            Assert.Single(server.Requests, r => r.Path.EndsWith("dns.resolve.srv", StringComparison.Ordinal)).Query,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveTxtAsync_Found_TheTextAndTheNameWasInQueryAndBody()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", "/api/v1/dns.resolve.txt", StubAnswer.Json("""{"resolved":"-----BEGIN","success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal("-----BEGIN", (await client.Dns.ResolveTxtAsync(Name, Token))!.Value);
        var request = Assert.Single(server.Requests, r => r.Path.EndsWith("dns.resolve.txt", StringComparison.Ordinal));
        Assert.Equal(($"?url={Name}", $$"""{"url":"{{Name}}"}"""), (request.Query, request.Body));
    }

    [Fact]
    public async Task ResolveAsync_NothingThere_SaysWhatTheServerSaid()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", "/api/v1/dns.resolve.srv", StubAnswer.Json($$"""{"success":false,"error":"querySrv ENOTFOUND {{Name}}"}""", 400));
        await using var client = TestClient.For(server);

        var answer = await client.Dns.ResolveSrvAsync(Name, Token);

        Assert.NotNull(answer);
        Assert.Null(answer.Value);
        Assert.Contains("ENOTFOUND", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_VersionWithoutIt_Null()
    {
        await using var server = (await StubServer.StartAsync())
            .OnAnything(context => StubServer.WriteAsync(context, StubAnswer.Html(Answers.WebApplication3111)));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Dns.ResolveSrvAsync(Name, Token));
        Assert.Null(await client.Dns.ResolveTxtAsync(Name, Token));
    }
}
