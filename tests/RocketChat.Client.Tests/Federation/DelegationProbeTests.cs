using RocketChat.Client.Federation;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Federation;

/// <summary>The document on a domain's web site that leads other Matrix servers to the workspace.</summary>
public sealed class DelegationProbeTests
{
    private const string Document = "/.well-known/matrix/server";
    private const string Target = "chat.example.org:443";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"m.server":"chat.example.org:443"}""", true, "ok")]
    [InlineData("""{"m.server":"Chat.Example.org:443"}""", true, "ok")]
    [InlineData("""{"m.server":"chat.example.org"}""", false, "delegation_wrong")]
    [InlineData("""{"m.server":"chat.example.org:8448"}""", false, "delegation_wrong")]
    [InlineData("""{"m.server":"other.example.org:443"}""", false, "delegation_wrong")]
    [InlineData("""{"m.server":7}""", false, "delegation_wrong")]
    [InlineData("{}", false, "delegation_wrong")]
    [InlineData("[]", false, "delegation_missing")]
    [InlineData("<title>Welcome</title>", false, "delegation_missing")]
    [InlineData("", false, "delegation_missing")]
    public async Task ProbeDelegationAsync_Answer_IsJudgedByWhatItNames(string body, bool ok, string code)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Document, new StubAnswer(body, 200, "application/json"));

        var test = await ProbeAsync(server);

        Assert.Equal((ok, code), (test.Ok, test.Code));
        Assert.Contains(Target, test.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("X-Auth-Token"));
    }

    [Fact]
    public async Task ProbeDelegationAsync_NotThere_IsMissing()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Document, StubAnswer.Html("<title>404 Not Found</title>", 404));

        var test = await ProbeAsync(server);

        Assert.Equal("delegation_missing", test.Code);
        Assert.Contains("404 Not Found", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProbeDelegationAsync_NobodyListens_IsMissing()
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server);

        var test = await client.Federation.ProbeDelegationAsync(new Uri("http://127.0.0.1:1" + Document), Target, [], Token);

        Assert.Equal("delegation_missing", test.Code);
    }

    private static async Task<FederationTest> ProbeAsync(StubServer server)
    {
        await using var client = TestClient.For(server);
        return await client.Federation.ProbeDelegationAsync(new Uri(server.Url, Document), Target, [], Token);
    }
}
