using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Cloud;

/// <summary>Registration with the cloud: read, and done once with a token that is sent once.</summary>
public sealed class CloudApiTests
{
    private const string Status = "/api/v1/cloud.registrationStatus";
    private const string Sync = "/api/v1/cloud.syncWorkspace";
    private const string Connect = "/api/v1/cloud.connectWorkspace";
    private const string RegistrationToken = "registration-token-Marked-123";
    private const string No =
        """{"workspaceRegistered":false,"workspaceId":"","uniqueId":"fa7c4e8c-20fb","token":"","email":"admin@example.com"}""";
    private const string Yes =
        """{"workspaceRegistered":true,"workspaceId":"ws-fake-1","uniqueId":"fa7c4e8c-20fb","token":"","email":"admin@example.com"}""";

    private static readonly string CheckMethod = Method.PathOf("cloud:checkRegisterStatus");
    private static readonly string ConnectMethod = Method.PathOf("cloud:connectWorkspace");
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Yes, true, "ws-fake-1")]
    [InlineData(No, false, null)]
    public async Task GetRegistrationAsync_Either_TellsWithoutEmptyTexts(string status, bool isRegistered, string? workspaceId)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Status, Answer(status));
        await using var client = TestClient.For(server);

        var registration = await client.Cloud.GetRegistrationAsync(Token);

        Assert.Equal(
            (isRegistered, workspaceId, "fa7c4e8c-20fb"), (registration.IsRegistered, registration.WorkspaceId, registration.UniqueId));
        Assert.Equal(isRegistered ? "registered" : "not registered", registration.ToString());
    }

    [Theory]
    [InlineData(404, "text/html; charset=utf-8", "404 Not Found")]
    [InlineData(200, "text/html; charset=utf-8", Answers.WebApplication3111)]
    [InlineData(404, "application/json", """{"success":false,"error":"Resource not found"}""")]
    public async Task GetRegistrationAsync_BeforeTheEndpoint_AsksTheMethodAndRemembers(int status, string contentType, string body)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, new StubAnswer(body, status, contentType))
            .On("POST", CheckMethod, Method.Result(Yes));
        await using var client = TestClient.For(server);

        Assert.True((await client.Cloud.GetRegistrationAsync(Token)).IsRegistered);
        Assert.True((await client.Cloud.GetRegistrationAsync(Token)).IsRegistered);

        Assert.Equal((1, 2), (server.Count("GET", Status), server.Count("POST", CheckMethod)));
    }

    [Fact]
    public async Task SyncAsync_Registered_SynchronizesOnce()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, Answer(Yes))
            .On("POST", Sync, StubAnswer.Json("""{"success":true}"""));
        await using var client = TestClient.For(server);

        await client.Cloud.SyncAsync(Token);

        Assert.Equal(1, server.Count("POST", Sync));
    }

    [Theory]
    [InlineData("true", null)]
    [InlineData("false", RocketChatErrorKind.Rejected)]
    public async Task SyncAsync_BeforeTheEndpoint_CallsTheMethod(string result, RocketChatErrorKind? kind)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, Answer(Yes))
            .On("POST", Sync, new StubAnswer("404 Not Found", 404, "text/html; charset=utf-8"))
            .On("POST", Method.PathOf("cloud:syncWorkspace"), Method.Result(result));
        await using var client = TestClient.For(server);

        var failure = await Record.ExceptionAsync(() => client.Cloud.SyncAsync(Token));

        Assert.Equal(kind, (failure as RocketChatException)?.Kind);
    }

    [Fact]
    public async Task SyncAsync_NotRegistered_IsAnErrorAndSendsNothing()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Status, Answer(No));
        await using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.SyncAsync(Token));

        Assert.Equal(RocketChatErrorKind.NotRegistered, failure.Kind);
        Assert.Equal(0, server.Count("POST", Sync));
    }

    [Fact]
    public async Task GetRegistrationAsync_NotAllowed_IsNoAnswer()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, StubAnswer.Json("""{"success":false,"error":"unauthorized"}""", 403));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.Forbidden,
            (await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.GetRegistrationAsync(Token))).Kind);
    }

    [Theory]
    [InlineData("""{"registrationStatus":{"workspaceId":"x"},"success":true}""")]
    [InlineData("""{"registrationStatus":{"workspaceRegistered":null},"success":true}""")]
    [InlineData("""{"success":true}""")]
    public async Task GetRegistrationAsync_AnswerThatDoesNotTell_IsUnexpectedNotNo(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Status, StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.UnexpectedAnswer,
            (await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.GetRegistrationAsync(Token))).Kind);
    }

    [Fact]
    public async Task ConnectAsync_Registered_SpendsNoToken()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Status, Answer(Yes));
        await using var client = TestClient.For(server);

        Assert.Equal("ws-fake-1", (await client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token)).WorkspaceId);

        Assert.DoesNotContain(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task ConnectAsync_Taken_WaitsUntilItShows()
    {
        var time = new InstantTimeProvider();
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, Answer(No), Answer(No), Answer(No), Answer(Yes))
            .On("POST", Connect, StubAnswer.Json(Answers.Success));
        await using var client = TestClient.WithoutWaiting(server, time);

        Assert.True((await client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token)).IsRegistered);

        Assert.Equal($$"""{"token":"{{RegistrationToken}}"}""", server.Only("POST", Connect).Body);
        Assert.Equal([TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)], time.Waits);
    }

    [Fact]
    public async Task ConnectAsync_BeforeTheEndpoint_CallsTheMethod()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", CheckMethod, Method.Result(No), Method.Result(Yes))
            .On("POST", ConnectMethod, Method.Result("true"));
        await using var client = TestClient.For(server);

        Assert.True((await client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token)).IsRegistered);

        Assert.Contains(
            $"[\\\"{RegistrationToken}\\\"]",
            server.Only("POST", ConnectMethod).Body.Replace("\\u0022", "\\\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    // 6.5 says false when only the synchronization after the registration failed; a lost answer says nothing at all.
    [Theory]
    [InlineData("false")]
    [InlineData("lost")]
    [InlineData("failed")]
    public async Task ConnectAsync_WhateverTheAnswer_WhatCountsIsWhetherItIsRegistered(string answer)
    {
        var time = new InstantTimeProvider();
        await using var server = (await StubServer.StartAsync())
            .On("POST", CheckMethod, Method.Result(No), Method.Result(No), Method.Result(Yes))
            .On("POST", ConnectMethod, context =>
            {
                if (answer == "lost")
                {
                    context.Abort();
                    return Task.CompletedTask;
                }

                return StubServer.WriteAsync(
                    context,
                    answer == "false"
                        ? Method.Result("false")
                        : StubAnswer.Json("""{"success":false,"error":"Internal server error"}""", 500));
            });
        await using var client = TestClient.WithoutWaiting(server, time, options => options with { MaxRetries = 3 });

        Assert.True((await client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token)).IsRegistered);

        // Never twice: it may have been spent.
        Assert.Equal(1, server.Count("POST", ConnectMethod));
    }

    [Fact]
    public async Task ConnectAsync_Refused_IsNotWaitedForLongAndShowsNothingThatTheServerSaid()
    {
        var time = new InstantTimeProvider();
        await using var server = (await StubServer.StartAsync())
            .On("GET", Status, Answer(No))
            .On(
                "POST",
                Connect,
                StubAnswer.Json(
                    $$"""{"success":false,"error":"Failed to connect the workspace with Rocket.Chat Cloud: {{RegistrationToken}}"}""",
                    400));
        await using var client = TestClient.WithoutWaiting(server, time);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token));

        Assert.Equal((RocketChatErrorKind.NotRegistered, 400), (exception.Kind, exception.StatusCode));
        Assert.Contains("the server's message is not shown", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Marked", exception.ToString(), StringComparison.Ordinal);
        Assert.True(time.Waits.Sum(wait => wait.TotalSeconds) <= 3);
    }

    [Theory]
    [InlineData("true", "accepted the registration token, but the workspace was not registered in time", 60)]
    [InlineData("false", "tried to register the workspace with the cloud and failed; it does not report why", 3)]
    public async Task ConnectAsync_NeverRegistered_GivesUpAfterItsTimeout(string answer, string expected, double seconds)
    {
        var time = new InstantTimeProvider();
        await using var server = (await StubServer.StartAsync())
            .On("POST", CheckMethod, Method.Result(No))
            .On("POST", ConnectMethod, Method.Result(answer));
        await using var client = TestClient.WithoutWaiting(server, time);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token));

        Assert.Equal(RocketChatErrorKind.NotRegistered, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.InRange(time.Waits.Sum(wait => wait.TotalSeconds), seconds / 2, seconds);
    }

    [Fact]
    public async Task ConnectAsync_NotAllowed_IsForbiddenNotUnregistered()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", CheckMethod, Method.Result(No))
            .On("POST", ConnectMethod, Method.Error("error-not-authorized", "Not authorized"));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.Forbidden,
            (await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync(RegistrationToken, Timeout, Token))).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task ConnectAsync_NoToken_SendsNothing(string token)
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Cloud.ConnectAsync(token, Timeout, Token));
        Assert.Empty(server.Requests);
    }

    private static StubAnswer Answer(string status) => StubAnswer.Json($$"""{"registrationStatus":{{status}},"success":true}""");
}
