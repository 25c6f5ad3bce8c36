using RocketChat.Emulator.Faults;

namespace RocketChat.Emulator.Tests;

public sealed class FaultTests
{
    private const string AddOwner = """{"roomId":"GENERAL","userId":"aliceAliceAlice01"}""";

    [Fact]
    public async Task Status_CountTwo_HitsTwoFittingRequestsOnly()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(
            new Fault { Kind = FaultKind.Status, Status = 503, Path = "/api/v1/users.*", Method = "get", Count = 2 });

        var other = (await emulated.GetAsync("api/v1/me")).Status;
        var statuses = new[]
        {
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
            (await emulated.GetAsync("api/v1/users.info?username=bob")).Status,
        };

        Assert.Equal(200, other);
        Assert.Equal([503, 503, 200], statuses);
        Assert.Empty(emulated.Server.Faults.Current);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drop_BeforeOrAfterTheEffect_ClosesTheConnection(bool afterEffect)
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Drop, AfterEffect = afterEffect, Count = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => emulated.PostAsync("api/v1/channels.addOwner", AddOwner));

        Assert.Equal(afterEffect, emulated.Server.Workspace.OwnersOf("general").Contains("alice"));
        Assert.Equal(0, Assert.Single(emulated.Server.Requests).Status);
    }

    [Fact]
    public async Task HalfBody_Answer_EndsInTheMiddle()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.HalfBody, Count = 1 });

        await Assert.ThrowsAnyAsync<Exception>(() => emulated.GetAsync("api/v1/me"));
    }

    [Fact]
    public async Task ProxyPage_AndWrongContentType_AreHtml()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.ProxyPage, Count = 1 });
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.WrongContentType, Count = 1 });

        using var page = await emulated.RawAsync("GET", "api/v1/me");
        using var lie = await emulated.RawAsync("GET", "api/v1/me");

        Assert.Equal((502, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal((200, "text/html"), ((int)lie.StatusCode, lie.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task ClockSkew_Answer_IsDatedOtherwise()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.ClockSkew, Milliseconds = -86_400_000 });

        using var response = await emulated.RawAsync("GET", "api/v1/me");

        Assert.True(response.Headers.Date < DateTimeOffset.UtcNow.AddHours(-23));
    }

    [Fact]
    public async Task Drip_Answer_ComesWholeInTheEnd()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Drip, Path = "/api/info" });

        var (status, body) = await emulated.GetAsync("api/info", user: null);

        Assert.Equal((200, "9.0"), (status, body["version"]!.ToString()));
    }

    [Fact]
    public async Task ControlPanel_FaultAsJson_IsListedAndTakenAway()
    {
        await using var emulated = await Emulated.StartAsync();

        var (posted, _) = await emulated.PostAsync(
            "_emulator/faults", """{"kind":"proxy-page","path":"/api/*","count":3,"headers":{"Retry-After":"7"}}""", user: null);
        using var faulty = await emulated.RawAsync("GET", "api/info");
        var left = emulated.Server.Faults.Current.Single().Count;
        var (cleared, _) = await emulated.SendAsync("DELETE", "_emulator/faults", null, user: null);

        Assert.Equal((200, 200, 2), (posted, cleared, left));
        Assert.Equal(TimeSpan.FromSeconds(7), faulty.Headers.RetryAfter!.Delta);
        Assert.Empty(emulated.Server.Faults.Current);
    }

    [Theory]
    [InlineData("""{"kind":"earthquake"}""", "kind is \"earthquake\", but must be one of status, latency, drop, ")]
    [InlineData("""{"count":1}""", "kind is missing; it is required")]
    [InlineData("""{"kind":"drop","color":"red"}""", "color: there is no such key; known here are afterEffect, count, ")]
    [InlineData("""{"kind":"drop","count":"2"}""", "count is \"2\", but must be an integer, without quotes")]
    [InlineData("""{"kind":"drop","count":0}""", "count is less than 1; leave it out")]
    [InlineData("""{"kind":"drop","path":"api/v1/me"}""", "path 'api/v1/me' matches no request; start it with / or *")]
    [InlineData("""{"kind":"drop","path":"/api/v1/me?x=1"}""", "end it before the ?")]
    [InlineData("""{"kind":"latency","milliseconds":-5}""", "milliseconds is less than 0")]
    [InlineData("""{"kind":"latency","status":500}""", "status is for the kinds status and proxy-page")]
    [InlineData("""{"kind":"latency","afterEffect":true}""", "afterEffect is for the kinds status, proxy-page and drop")]
    [InlineData("""{"kind":"status","status":204}""", "status 204 cannot carry an answer")]
    [InlineData("""{"kind":"status","status":7}""", "status 7 cannot carry an answer")]
    [InlineData("""{"kind":"status","headers":{"a b":"c"}}""", "headers: 'a b' cannot be a header")]
    [InlineData("[]", "the fault is a list, but must be an object")]
    [InlineData("{", "the body is not JSON")]
    public async Task ControlPanel_NonsenseFault_IsRefusedWithTheRemedy(string fault, string expected)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync("_emulator/faults", fault, user: null);

        Assert.Equal(400, status);
        Assert.Contains(expected, body["error"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(emulated.Server.Faults.Current);
    }

    [Theory]
    [InlineData("/api/v1/settings/:_id", "api/v1/settings/Push_enable", true)]
    [InlineData("/api/v1/settings/:_id", "api/v1/settings", false)]
    [InlineData("/api/v1/settings/:_id", "api/v1/settings/a/b", false)]
    [InlineData("/api/:version/settings*", "api/v1/settings/Push_enable", true)]
    [InlineData("/api/v1/method.call/cloud:connectWorkspace", "api/v1/method.call/cloud:connectWorkspace", true)]
    [InlineData("*.public", "api/v1/settings.public", true)]
    public async Task Path_PatternOfARoute_HitsItsRequests(string pattern, string path, bool expected)
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 418, Path = pattern });

        Assert.Equal(expected, (await emulated.GetAsync(path)).Status == 418);
    }

    [Fact]
    public async Task Headers_OfAnyFault_AreAddedAndTheServersStay()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Faults.Add(
            new Fault { Kind = FaultKind.WrongContentType, Headers = new Dictionary<string, string> { ["Via"] = "1.1 proxy" } });

        using var answer = await emulated.RawAsync("GET", "api/v1/me", user: "alice");

        Assert.Equal("1.1 proxy", answer.Headers.Via.ToString());
        Assert.True(answer.Headers.Contains("X-RateLimit-Limit"));
    }
}
