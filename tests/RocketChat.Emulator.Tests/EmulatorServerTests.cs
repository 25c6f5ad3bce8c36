namespace RocketChat.Emulator.Tests;

public sealed class EmulatorServerTests
{
    [Fact]
    public async Task StartAsync_PortZero_TellsTheRealPort()
    {
        await using var emulated = await Emulated.StartAsync();

        Assert.NotEqual(0, emulated.Server.Url.Port);
        Assert.Equal(200, (await emulated.GetAsync("api/info", user: null)).Status);
    }

    [Fact]
    public async Task StartAsync_UrlWithPath_ServesBelowThePath()
    {
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0/chat") });

        Assert.EndsWith("/chat/", emulated.Server.Url.AbsoluteUri, StringComparison.Ordinal);
        var (status, me) = await emulated.GetAsync("api/v1/me");
        Assert.Equal(200, status);
        Assert.Contains("/chat/avatar/", me["avatarUrl"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_PortTaken_ThrowsIoException()
    {
        await using var first = await Emulated.StartAsync();
        var options = new EmulatorOptions { Url = new Uri(first.Server.Url.GetLeftPart(UriPartial.Authority)) };

        var error = await Assert.ThrowsAsync<IOException>(() => EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.StartsWith($"cannot listen on {options.Url.GetLeftPart(UriPartial.Authority)}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("in use", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Give another address or port with --url; port 0 takes any free one.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_UnknownProfile_NamesTheKnownOnes()
    {
        var options = new EmulatorOptions { VersionProfile = "5.0" };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains("3.11, 6.5, 7.10, 8.6, 8.8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AfterCalls_HoldMethodPathQueryBodyAndStatus()
    {
        await using var emulated = await Emulated.StartAsync();

        await emulated.GetAsync("api/v1/users.info?username=alice");
        await emulated.PostAsync("api/v1/channels.addOwner", """{"roomId":"nope"}""");

        Assert.Collection(
            emulated.Server.Requests,
            first => Assert.Equal(
                ("GET", "/api/v1/users.info", "?username=alice", "", 200),
                (first.Method, first.Path, first.Query, first.Body, first.Status)),
            second => Assert.Equal(("POST", """{"roomId":"nope"}""", 400), (second.Method, second.Body, second.Status)));
    }
}
