using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Authentication;

public sealed class AuthenticationTests
{
    private const string Me = "/api/v1/me";
    private const string Login = "/api/v1/login";
    private const string Logout = "/api/v1/logout";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_NothingCalled_NeverContactsTheServer()
    {
        await using var server = await StubServer.StartAsync();
        await using (TestClient.For(server, options => options with { Credentials = TestClient.Password }))
        {
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AccessToken_AnyCall_SendsBothHeadersAndNeverLogsOut()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using (var client = TestClient.For(server))
        {
            Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
        }

        var request = Assert.Single(server.Requests);
        Assert.Equal(TestClient.Token.AuthToken, request.Headers["X-Auth-Token"]);
        Assert.Equal(TestClient.Token.UserId, request.Headers["X-User-Id"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("terraform-provider-rocketchat/0.0.0", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task Password_ManyCallsAtOnce_LogInOnceAndOutOnce()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Login, StubAnswer.Json(Answers.Login653))
            .On("POST", Logout, StubAnswer.Json(Answers.LoggedOut))
            .On("GET", "/api/v1/users.info", StubAnswer.Json(Answers.Alice));
        await using (var client = TestClient.For(server, options => options with { Credentials = TestClient.Password }))
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(i => client.Users.FindByIdAsync($"user{i}", Token)));
        }

        var login = server.Only("POST", Login);
        Assert.Equal($$"""{"user":"rcadmin","password":"{{TestClient.Password.Password}}"}""", login.Body);
        Assert.StartsWith("application/json", login.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.False(login.Headers.ContainsKey("X-Auth-Token"));
        Assert.Equal("session-Marked-k4hSi39E6RaeBgeZK8OmU", server.Only("POST", Logout).Headers["X-Auth-Token"]);
        Assert.All(
            server.Requests.Where(request => request.Method == "GET"),
            request => Assert.Equal("6b03c1ab51380b7a198dbc53", request.Headers["X-User-Id"]));
    }

    [Fact]
    public async Task Password_Wrong_IsUnauthorizedAndNotTriedAgain()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Login, StubAnswer.Json(Answers.WrongPassword653, 401));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        for (var i = 0; i < 3; i++)
        {
            var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
            Assert.Equal(RocketChatErrorKind.Unauthorized, exception.Kind);
            Assert.Equal("Incorrect password", exception.ServerMessage);
        }

        Assert.Equal(1, server.Count("POST", Login));
    }

    [Fact]
    public async Task Password_ServerDownAtFirst_LogsInLater()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Login, StubAnswer.Html("<title>503</title>", 503), StubAnswer.Json(Answers.Login653))
            .On("POST", Logout, StubAnswer.Json(Answers.LoggedOut))
            .On("GET", Me, StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal("rcadmin", (await client.Account.GetAsync(Token)).Username);
    }

    [Fact]
    public async Task DisposeAsync_LogOutFails_IsQuiet()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Login, StubAnswer.Json(Answers.Login653))
            .On("POST", Logout, context =>
            {
                context.Abort();
                return Task.CompletedTask;
            })
            .On("GET", Me, StubAnswer.Json(Answers.Me653));
        var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });
        await client.Account.GetAsync(Token);

        await client.DisposeAsync();

        Assert.Equal(1, server.Count("POST", Logout));
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"userId":"","authToken":"x"}}""")]
    [InlineData("""{"status":"success","data":{"userId":"x"}}""")]
    [InlineData("""{"status":"success"}""")]
    public async Task Password_LoginAnswerWithoutSession_IsUnexpected(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Login, StubAnswer.Json(body));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
    }

    [Fact]
    public async Task Password_SessionExpired_LogsInOnceMoreForAll()
    {
        await using var server = await StubServer.StartAsync();
        var logins = 0;
        server
            .On(
                "POST",
                Login,
                context => StubServer.WriteAsync(
                    context,
                    StubAnswer.Json(Answers.Login653.Replace("Marked", $"{Interlocked.Increment(ref logins)}", StringComparison.Ordinal))))
            .On("POST", Logout, StubAnswer.Json(Answers.LoggedOut))
            .On("GET", "/api/v1/users.info", context => StubServer.WriteAsync(
                context, context.Request.Headers["X-Auth-Token"].ToString().StartsWith("session-1-", StringComparison.Ordinal)
                    ? StubAnswer.Json(Answers.NotLoggedIn, 401)
                    : StubAnswer.Json(Answers.Alice)));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => client.Users.FindByIdAsync($"user{i}", Token)));

        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task Password_SessionRefusedAgainAfterLogin_IsUnauthorized()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Login, StubAnswer.Json(Answers.Login653))
            .On("POST", Logout, StubAnswer.Json(Answers.LoggedOut))
            .On("GET", Me, StubAnswer.Json(Answers.NotLoggedIn, 401));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.Unauthorized, exception.Kind);
        Assert.Equal(2, server.Count("POST", Login));
    }

    [Fact]
    public async Task AccessToken_Refused_IsNeverExchangedForALogin()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Me, StubAnswer.Json(Answers.NotLoggedIn, 401));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));

        Assert.Equal(RocketChatErrorKind.Unauthorized, exception.Kind);
        Assert.Single(server.Requests);
    }
}
