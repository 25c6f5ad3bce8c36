using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Retries;
using RocketChat.Client.Tests.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Retries;

public sealed class RetryTests
{
    private const string Me = "/api/v1/me";
    private const string Set = "/api/v1/settings/Push_enable";
    private const string AddOwner = "/api/v1/groups.addOwner";

    // 14-rate-limit: the reset lies 59.897 s after the answer's Date.
    private static readonly StubAnswer TooMany = StubAnswer.Json(Answers.TooMany, 429) with
    {
        Headers = new Dictionary<string, string>
        {
            ["X-RateLimit-Limit"] = "10",
            ["X-RateLimit-Remaining"] = "0",
            ["X-RateLimit-Reset"] = "1795408473897",
            ["Date"] = "Mon, 23 Nov 2026 04:33:34 GMT",
        },
    };

    private readonly InstantTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_RateLimited_WaitsUntilTheResetByTheServersClock()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, TooMany, StubAnswer.Json(Answers.Me653));
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);

        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, 59.897, 60.397);
        var limit = Assert.Single(client.Waits.ByLimit);
        Assert.Equal("the server's rate limit on GET /api/v1/me", limit.Limit);
        Assert.Equal(client.Waits.Total, limit.Time);
        Assert.InRange(limit.Time.TotalSeconds, 59.897, 60.397);
    }

    [Fact]
    public async Task GetAsync_RateLimitedWithoutHeaders_WaitsForTheSecondsInTheWords()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Me, StubAnswer.Json(Answers.TooMany, 429), StubAnswer.Json(Answers.Me653));
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);

        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, 60, 60.5);
    }

    [Fact]
    public async Task AddAsync_WriteRateLimited_IsSentAgain()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var refused = false;
        fixture.Server.On("POST", AddOwner, context =>
        {
            if (!refused)
            {
                refused = true;
                return StubServer.WriteAsync(context, TooMany);
            }

            return fixture.Taking(add: true)(context);
        });
        await using var client = Patient(fixture.Server);

        Assert.Equal(OwnerChange.Made, await client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
        Assert.Equal(2, fixture.Server.Count("POST", AddOwner));
    }

    [Fact]
    public async Task GetAsync_LastCallOfTheWindow_HoldsTheNextOneBack()
    {
        var last = StubAnswer.Json(Answers.Me653) with { Headers = TooMany.Headers };
        await using var server = (await StubServer.StartAsync()).On("GET", Me, last, StubAnswer.Json(Answers.Me653));
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);
        Assert.Empty(_time.Waits);
        await client.Account.GetAsync(Token);

        Assert.Single(_time.Waits);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task AddAsync_MethodLimitInsideAnOkAnswer_IsWaitedFor()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        const string Method = "/api/v1/method.call/addRoomOwner";
        var refused = false;
        fixture.Server
            .On("POST", AddOwner, StubAnswer.Json(Answers.UnknownRoom, 400))
            .On("POST", Method, context =>
            {
                if (!refused)
                {
                    refused = true;
                    return StubServer.WriteAsync(
                        context,
                        StubAnswer.Json(
                            """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,"""
                            + """\"error\":\"too-many-requests\",\"reason\":\"Error, too many requests. Please slow down. You"""
                            + """ must wait 7 seconds before trying again.\",\"details\":{\"timeToReset\":6500},"""
                            + """\"errorType\":\"Meteor.Error\"}}","success":true}"""));
                }

                return fixture.Taking(
                    add: true,
                    StubAnswer.Json("""{"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}","success":true}"""))(context);
            });
        await using var client = Patient(fixture.Server);

        Assert.Equal(
            OwnerChange.Made, await client.RoomOwners.AddAsync(OwnerFixture.Private with { IsTeamMain = true }, OwnerFixture.Alice, Token));
        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, 6.5, 7);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("0.01")]
    [InlineData("1e-3")]
    [InlineData("0.999")]
    public async Task GetAsync_RateLimitedWithoutAUsableWait_PausesLongerEachTimeAndGivesUp(string? retryAfter)
    {
        var refusal = StubAnswer.Error("error-too-many-requests", "Error, too many requests.", 429);
        if (retryAfter is not null)
        {
            refusal = refusal with { Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter } };
        }

        await using var server = (await StubServer.StartAsync()).On("GET", Me, refusal);
        await using var client = Patient(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.RateLimited, exception.Kind);
        Assert.Matches(@"after waiting [\d.]+ s for the server's rate limit on GET /api/v1/me\.$", exception.Message);
        Assert.Equal(5, server.Requests.Count);
        Assert.True(_time.Waits.Count == 4, string.Join(", ", _time.Waits));
        Assert.True(_time.Waits[3] > _time.Waits[0] * 2, string.Join(", ", _time.Waits));
    }

    [Fact]
    public async Task GetAsync_RateLimitedAgainAfterAShortWait_PausesLongerEachTime()
    {
        var refusal = StubAnswer.Error("error-too-many-requests", "Error, too many requests.", 429) with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        };
        await using var server = (await StubServer.StartAsync())
            .On("GET", Me, [.. Enumerable.Repeat(refusal, 8), StubAnswer.Json(Answers.Me653)]);
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);

        Assert.Equal(8, _time.Waits.Count);
        Assert.InRange(_time.Waits[0].TotalSeconds, 1, 1.5);
        Assert.InRange(_time.Waits[7].TotalSeconds, 7.5, 15.5);
    }

    [Fact]
    public async Task GetAsync_CanceledDuringAPause_EndsAndSendsNothingMore()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var time = new StandingTimeProvider();
        await using var server = (await StubServer.StartAsync()).OnAnything(context => StubServer.WriteAsync(context, TooMany));
        await using var client = TestClient.WithoutWaiting(server, time, options => options with { MaxRetries = 4 });
        var refused = client.Users.FindByIdAsync("user-0", cancellation.Token);
        await time.WaitsAsync(1, Token);
        var queued = client.Users.FindByIdAsync("user-1", cancellation.Token);
        await time.WaitsAsync(2, Token);

        await cancellation.CancelAsync();

        // A call that does not end would wait for a clock that stands still.
        Assert.All(
            await Task.WhenAll(new[] { refused, queued }.Select(
                call => Record.ExceptionAsync(() => call.WaitAsync(TimeSpan.FromSeconds(30), Token)).AsTask())),
            exception => Assert.IsAssignableFrom<OperationCanceledException>(exception));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetAsync_LongWait_IsLogged()
    {
        var logger = new ListLogger();
        await using var server = (await StubServer.StartAsync()).On("GET", Me, TooMany, StubAnswer.Json(Answers.Me653));
        await using var client = new RocketChatClient(
            TestClient.Options(server.Url) with
            {
                RequestTimeout = InstantTimeProvider.Never,
                OperationTimeout = InstantTimeProvider.Never,
                MaxRetries = 4,
            },
            logger,
            _time);

        await client.Account.GetAsync(Token);

        Assert.Contains(
            logger.Lines, line => line.Contains("ms for the server's rate limit on GET /api/v1/me", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetAsync_CanceledWhileOthersWait_StartsNoneOfThem()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var arrived = new TaskCompletionSource();
        await using var server = (await StubServer.StartAsync()).OnAnything(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = TestClient.For(server, options => options with { MaxParallelRequests = 1 });
        var calls = Enumerable.Range(0, 5).Select(i => client.Users.FindByIdAsync($"user-{i}", cancellation.Token)).ToArray();
        await arrived.Task;

        await cancellation.CancelAsync();

        Assert.All(await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call).AsTask())), exception =>
            Assert.IsAssignableFrom<OperationCanceledException>(exception));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetAsync_WaitLongerThanTheOperationHas_FailsAtOnce()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, TooMany);
        await using var client = TestClient.For(
            server, options => options with { OperationTimeout = TimeSpan.FromSeconds(30), MaxRetries = 4 });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.RateLimited, exception.Kind);
        Assert.InRange(exception.RetryAfter!.Value.TotalSeconds, 59, 60);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task GetAsync_PassingFault_IsTriedAgainWithGrowingPauses(int status)
    {
        var down = StubAnswer.Html("<title>down</title>", status);
        await using var server = (await StubServer.StartAsync()).On("GET", Me, down, down, down, StubAnswer.Json(Answers.Me653));
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);

        Assert.Collection(
            _time.Waits,
            wait => Assert.InRange(wait.TotalMilliseconds, 250, 500),
            wait => Assert.InRange(wait.TotalMilliseconds, 500, 1000),
            wait => Assert.InRange(wait.TotalMilliseconds, 1000, 2000));
        Assert.Equal(3, Assert.Single(client.Waits.ByLimit).Count);
    }

    [Fact]
    public async Task GetAsync_FaultThatStays_EndsAfterTheRetriesWithTheFault()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Html("<title>down</title>", 502));
        await using var client = Patient(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.ServerError, exception.Kind);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task GetAsync_ConnectionReset_IsTriedAgain()
    {
        await using var server = await StubServer.StartAsync();
        var first = true;
        server.On("GET", Me, context =>
        {
            if (first)
            {
                first = false;
                context.Abort();
                return Task.CompletedTask;
            }

            return StubServer.WriteAsync(context, StubAnswer.Json(Answers.Me653));
        });
        await using var client = Patient(server);

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    [Theory]
    [InlineData(500, """{"success":false,"error":"Internal server error"}""")]
    [InlineData(401, Answers.NotLoggedIn)]
    [InlineData(400, Answers.UnknownUser)]
    public async Task GetAsync_FaultThatWillNotPass_IsNotTriedAgain(int status, string body)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(body, status));
        await using var client = Patient(server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetAsync_ServerNamesItsReturn_WaitsForThat()
    {
        var down = StubAnswer.Html(
            "<title>maintenance</title>", 503) with
        { Headers = new Dictionary<string, string> { ["Retry-After"] = "20" } };
        await using var server = (await StubServer.StartAsync()).On("GET", Me, down, StubAnswer.Json(Answers.Me653));
        await using var client = Patient(server);

        await client.Account.GetAsync(Token);

        Assert.Equal(20, Assert.Single(_time.Waits).TotalSeconds);
    }

    [Fact]
    public async Task SetAsync_SameValueTwiceDoesNoHarm_IsTriedAgain()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Set, StubAnswer.Html("<title>down</title>", 502), StubAnswer.Json(Answers.Success));
        await using var client = Patient(server);

        await client.Settings.SetAsync("Push_enable", Json.True, Token);

        Assert.Equal(2, server.Count("POST", Set));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public async Task AddAsync_WriteThatMayHaveRun_IsSentAgainOnlyAfterTheReadsProveItDidNot(int status)
    {
        await using var fixture = await OwnerFixture.StartAsync();
        var readsBetween = new List<int>();
        fixture.Server.On("POST", AddOwner, context =>
        {
            readsBetween.Add(fixture.Server.Count("GET", OwnerFixture.Owners));
            if (status == 0)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return StubServer.WriteAsync(context, StubAnswer.Html("<title>down</title>", status));
        });
        await using var client = Patient(fixture.Server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));

        // Reads: one before the first write, five before the second, and none for a third.
        Assert.Equal([1, 6], readsBetween);
    }

    [Fact]
    public async Task GetAsync_RetriesOff_NeverWaits()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, TooMany);
        await using var client = TestClient.WithoutWaiting(server, _time);

        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(_time.Waits);
        Assert.Empty(client.Waits.ByLimit);
    }

    [Fact]
    public void Add_OverlappingWaits_CountOnceByTheClock()
    {
        var clock = new WaitClock();
        var start = DateTimeOffset.UnixEpoch;

        clock.Add(start, TimeSpan.FromSeconds(60));
        clock.Add(start.AddSeconds(10), TimeSpan.FromSeconds(50));
        clock.Add(start.AddSeconds(30), TimeSpan.FromSeconds(40));
        clock.Add(start.AddSeconds(100), TimeSpan.FromSeconds(5));

        Assert.Equal(75, clock.Time.TotalSeconds);
        Assert.Equal(4, clock.Count);
    }

    private RocketChatClient Patient(StubServer server) =>
        TestClient.WithoutWaiting(server, _time, options => options with { MaxRetries = 4 });
}
