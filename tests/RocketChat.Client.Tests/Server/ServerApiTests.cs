using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Server;

public sealed class ServerApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"info":{"version":"3.11.1","build":{}},"success":true}""", "3.11.1", VersionSupport.Tested)]
    [InlineData("""{"version":"3.10.4","success":true}""", "3.10.4", VersionSupport.Older)]
    [InlineData("""{"version":"6.5","minimumClientVersions":{"desktop":"3.9.6"},"success":true}""", "6.5", VersionSupport.Tested)]
    [InlineData("""{"version":"6.5.3","info":{"version":"6.5.3"},"success":true}""", "6.5.3", VersionSupport.Tested)]
    [InlineData("""{"version":"8.8","success":true}""", "8.8", VersionSupport.Tested)]
    [InlineData("""{"version":"9.0.0-develop","success":true}""", "9.0.0", VersionSupport.Tested)]
    [InlineData("""{"version":"9.1.0-rc.3","success":true}""", "9.1.0", VersionSupport.Newer)]
    public async Task GetInfoAsync_AnyVersion_IsReadAndJudged(string body, string version, VersionSupport support)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", "/api/info", StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        var info = await client.Server.GetInfoAsync(Token);

        Assert.Equal(version, info.Version.ToString());
        Assert.Equal(support, info.Support);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/chat")]
    [InlineData("/chat/de/")]
    public async Task GetInfoAsync_RootWithSubPath_IsJoined(string subPath)
    {
        var expected = $"{subPath.TrimEnd('/')}/api/info";
        await using var server = (await StubServer.StartAsync())
            .On("GET", expected, StubAnswer.Json("""{"version":"6.5","success":true}"""));
        await using var client = TestClient.For(
            server, options => options with { Url = new Uri(server.Url.GetLeftPart(UriPartial.Authority) + subPath) });

        await client.Server.GetInfoAsync(Token);

        Assert.Equal(expected, Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task GetInfoAsync_NoVersion_IsUnexpectedAnswer()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", "/api/info", StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Server.GetInfoAsync(Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
    }
}
