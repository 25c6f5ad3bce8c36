using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Reads;

/// <summary>How long the answer of a read serves further callers.</summary>
public sealed class SharedReadAgeTests
{
    private const string Info = "/api/v1/users.info";
    private const string Settings = "/api/v1/settings";
    private const string Alice = "AXc4kDgPC6daTSCJZ";

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindByIdAsync_IsKeptFromTheFirstAnswerOn()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server, options => options with { KeepLookups = TimeSpan.FromSeconds(10) }, _time);

        foreach (var seconds in (int[])[0, 9, 1])
        {
            _time.Advance(seconds);
            await client.Users.FindByIdAsync(Alice, Token);
            Assert.Equal(1, server.Count("GET", Info));
        }

        _time.Advance(1);
        await client.Users.FindByIdAsync(Alice, Token);
        Assert.Equal(2, server.Count("GET", Info));
    }

    [Fact]
    public async Task ReadAsync_OfSettings_ServesForFiveSecondsAlthoughItIsKeptLonger()
    {
        await using var server = (await StubServer.StartAsync()).On(
            "GET",
            Settings,
            StubAnswer.Json("""{"settings":[{"_id":"A","value":1}],"count":1,"offset":0,"total":1,"success":true}"""));
        await using var client = TestClient.For(server, time: _time);

        foreach (var seconds in (int[])[0, 5])
        {
            _time.Advance(seconds);
            await client.Settings.ReadAsync(["A"], Token);
            Assert.Equal(1, server.Count("GET", Settings));
        }

        _time.Advance(1);
        await client.Settings.ReadAsync(["A"], Token);
        Assert.Equal(2, server.Count("GET", Settings));
    }

    [Fact]
    public async Task FindByIdAsync_Limited_IsSentAgainWithinTheTimeOfTheOperation()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, StubAnswer.Json(Answers.TooMany, 429), StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.WithoutWaiting(
            server, new InstantTimeProvider(), options => options with { MaxRetries = 1 });

        Assert.Equal("alice", (await client.Users.FindByIdAsync(Alice, Token))?.Username);
    }

    [Fact]
    public async Task FindByIdAsync_OfTwoUsersAtOnce_AreTwoRequests()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, context => StubServer.WriteAsync(
            context, StubAnswer.Json($$"""{"user":{"_id":"{{context.Request.Query["userId"]}}","username":"x"},"success":true}""")));
        await using var client = TestClient.For(server);

        var found = await Task.WhenAll(client.Users.FindByIdAsync("one", Token), client.Users.FindByIdAsync("two", Token));

        Assert.Equal(["one", "two"], found.Select(user => user?.Id));
    }
}
