using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Reads;

public sealed class SharedReadsTests
{
    private const string Me = "/api/v1/me";
    private const string Info = "/api/v1/users.info";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_SameReadAtOnce_IsOneRequest()
    {
        var gate = new TaskCompletionSource();
        await using var server = (await StubServer.StartAsync()).On("GET", Me, context => AnswerAfterAsync(gate.Task, context));
        await using var client = TestClient.For(server);

        var reads = Enumerable.Range(0, 20).Select(_ => client.Account.GetAsync(Token)).ToList();
        gate.SetResult();
        await Task.WhenAll(reads);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetAsync_FirstCallerGivesUp_TheOthersGetTheirAnswer()
    {
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = (await StubServer.StartAsync()).On("GET", Me, context =>
        {
            arrived.TrySetResult();
            return AnswerAfterAsync(gate.Task, context);
        });
        await using var client = TestClient.For(server);
        using var firstCaller = new CancellationTokenSource();

        var first = client.Account.GetAsync(firstCaller.Token);
        var second = client.Account.GetAsync(Token);
        await arrived.Task.WaitAsync(Token);
        await firstCaller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("rcadmin", (await second).Username);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetAsync_AllCallersGiveUp_TheRequestIsStopped()
    {
        var (arrived, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = (await StubServer.StartAsync()).On("GET", Me, async context =>
        {
            context.RequestAborted.Register(() => stopped.TrySetResult());
            arrived.TrySetResult();
            await stopped.Task;
        });
        await using var client = TestClient.For(server);
        using var caller = new CancellationTokenSource();

        var read = client.Account.GetAsync(caller.Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await stopped.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task FindByIdAsync_TwiceInARow_AsksOnce()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server, options => options with { KeepLookups = TimeSpan.FromMinutes(5) });

        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);
        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task FindByIdAsync_AfterAWriteThatMayChangeAnything_AsksAgain()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, StubAnswer.Json(Answers.Alice))
            .On(
                "GET",
                "/api/v1/cloud.registrationStatus",
                StubAnswer.Json("""{"registrationStatus":{"workspaceRegistered":false},"success":true}"""))
            .On("POST", "/api/v1/cloud.connectWorkspace", StubAnswer.Error("error-not-allowed", "Not allowed"));
        await using var client = TestClient.For(server, options => options with { KeepLookups = TimeSpan.FromMinutes(5) });

        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);
        await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync("token", TimeSpan.Zero, Token));
        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);

        Assert.Equal(2, server.Count("GET", Info));
    }

    [Fact]
    public async Task FindByIdAsync_AfterAWriteOfSomethingElse_AsksOnce()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, StubAnswer.Json(Answers.Alice))
            .On("POST", "/api/v1/settings/Push_enable", StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server, options => options with { KeepLookups = TimeSpan.FromMinutes(5) });

        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);
        await client.Settings.SetAsync("Push_enable", Json.True, Token);
        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);

        Assert.Equal(1, server.Count("GET", Info));
    }

    [Fact]
    public async Task FindByIdAsync_KeepingOff_AsksEveryTime()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server, options => options with { KeepLookups = TimeSpan.Zero });

        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);
        await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task FindByIdAsync_FailedRead_IsNotKept()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, StubAnswer.Json("{}", 500), StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token));

        Assert.NotNull(await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token));
    }

    [Fact]
    public async Task AnyCalls_ManyAtOnce_KeepToTheLimit()
    {
        var (now, most) = (0, 0);
        await using var server = (await StubServer.StartAsync()).On("GET", Info, async context =>
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            await StubServer.WriteAsync(context, StubAnswer.Json(Answers.Alice));
        });
        await using var client = TestClient.For(server, options => options with { MaxParallelRequests = 2 });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => client.Users.FindByIdAsync($"user{i}", Token)));

        Assert.InRange(most, 1, 2);
    }

    private static async Task AnswerAfterAsync(Task gate, HttpContext context)
    {
        await gate;
        await StubServer.WriteAsync(context, StubAnswer.Json(Answers.Me653));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
