using RocketChat.Client.Authentication;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Authentication;

public sealed class SecondFactorTests
{
    private const string Path = "/api/v1/settings/Push_show_message";
    private const string Login = "/api/v1/login";
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void At_VectorsOfRfc6238_Match(long seconds, string code)
    {
        Assert.Equal(code, TotpCode.At(DateTimeOffset.FromUnixTimeSeconds(seconds), Secret));
        Assert.Equal(code, TotpCode.At(DateTimeOffset.FromUnixTimeSeconds(seconds), "gezd gnbv gy3t-qojq gezd gnbv gy3t qojq==="));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0189")]
    [InlineData("not base 32 !")]
    public void IsSecret_NoBase32_IsFalse(string secret) => Assert.False(TotpCode.IsSecret(secret));

    [Fact]
    public async Task SetAsync_PasswordChallengeWithPassword_AnswersWithItsHash()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Path, StubAnswer.Json(Answers.TotpRequired, 400), StubAnswer.Json(Answers.Success));
        LogsIn(server);
        await using var client = TestClient.For(
            server, options => options with { Credentials = new PasswordCredentials("rcadmin", "adminpass") });

        await client.Settings.SetAsync("Push_show_message", Json.True, Token);

        var requests = server.Requests.Where(request => request.Path == Path).ToList();
        Assert.Equal(2, requests.Count);
        Assert.False(requests[0].Headers.ContainsKey("x-2fa-code"));
        Assert.Equal("password", requests[1].Headers["x-2fa-method"]);

        // The very hash that the recorded 6.5.3 accepted for "adminpass".
        Assert.Equal("713bfda78870bf9d1b261f565286f85e97ee614efe5f0faf7c34e7ca4f65baca", requests[1].Headers["x-2fa-code"]);
    }

    [Theory]
    [InlineData("error-action-not-allowed")]
    [InlineData("error-invalid-setting")]
    [InlineData("totp-invalid")]
    [InlineData("totp-max-attempts")]
    public async Task SetAsync_RefusedForAnotherReason_SendsNoCode(string code)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Path, Challenge(code, "totp"));
        await using var client = TestClient.For(server, options => options with { TotpSecret = Secret });

        await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.SetAsync("Push_show_message", Json.True, Token));

        Assert.All(server.Requests, request => Assert.False(request.Headers.ContainsKey("x-2fa-code")));
    }

    [Theory]
    [InlineData("totp", "[]")]
    [InlineData("email", """["totp","email"]""")]
    public async Task SetAsync_TotpSecret_AnswersByTheServersClock(string method, string available)
    {
        var challenge = Challenge(
            "totp-required",
            method,
            available) with
        { Headers = new Dictionary<string, string> { ["Date"] = "Thu, 01 Jan 1970 00:00:31 GMT" } };
        await using var server = (await StubServer.StartAsync()).On("POST", Path, challenge, StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server, options => options with { TotpSecret = Secret });

        await client.Settings.SetAsync("Push_show_message", Json.True, Token);

        Assert.Equal("totp", server.Requests[1].Headers["x-2fa-method"]);
        Assert.Equal("287082", server.Requests[1].Headers["x-2fa-code"]);
    }

    [Fact]
    public async Task SetAsync_WrongCode_IsTriedOnce()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Path, Challenge("totp-required", "totp"), Challenge("totp-invalid", "totp"));
        await using var client = TestClient.For(server, options => options with { TotpSecret = Secret });

        var exception = await FailAsync(client);

        Assert.Equal("totp-invalid", exception.Code);
        Assert.Contains("clocks", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("password", "7.10", false)]
    [InlineData("email", "8.5", true)]
    [InlineData("totp", "8.5.1", true)]
    [InlineData("totp", "8.6.0", false)]
    [InlineData("totp", "", false)]
    public async Task SetAsync_AccessTokenWithoutBypass_ReportsTheMarkAndTheReleasesThatIgnoreIt(
        string method, string version, bool mayOverlookTheMark)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Path, Challenge("totp-required", method))
            .On("GET", "/api/info", StubAnswer.Json($$"""{"version":"{{version}}","success":true}"""));
        await using var client = TestClient.For(server);

        var exception = await FailAsync(client);

        Assert.Equal(RocketChatErrorKind.SecondFactorRequired, exception.Kind);
        Assert.Equal(method, exception.SecondFactorMethod);
        Assert.Contains("Ignore Two Factor Authentication", exception.Message, StringComparison.Ordinal);
        Assert.Equal(mayOverlookTheMark, exception.Message.Contains($"this server is {version}", StringComparison.Ordinal));
        Assert.Equal(mayOverlookTheMark, exception.Message.Contains("8.5 releases", StringComparison.Ordinal));
        Assert.Equal(1, server.Count("POST", Path));
    }

    [Fact]
    public async Task SetAsync_MailedCode_IsNeverTriedAgain()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Path, Challenge("totp-required", "email"));
        LogsIn(server);
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password, MaxRetries = 5 });

        var exception = await FailAsync(client);

        Assert.Contains("mail", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Count("POST", Path));
    }

    [Fact]
    public async Task Login_TotpAccount_SendsTheCodeInTheBody()
    {
        await using var server = (await StubServer.StartAsync())
            .On(
                "POST",
                Login,
                StubAnswer.Json(
                    """{"status":"error","error":"totp-required","details":{"method":"totp","codeGenerated":false,"""
                    + """ "availableMethods":["totp"]},"message":"TOTP Required"}""",
                    401),
                StubAnswer.Json(Answers.Login653))
            .On("POST", "/api/v1/logout", StubAnswer.Json(Answers.LoggedOut))
            .On("GET", "/api/v1/me", StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password, TotpSecret = Secret });

        await client.Account.GetAsync(Token);

        Assert.Matches("\"code\":\"[0-9]{6}\"", server.Requests[1].Body);
    }

    /// <summary>A login without the code first would use up half of the ten logins a minute that a server allows.</summary>
    [Fact]
    public async Task Login_TotpSecret_SendsTheCodeAtOnce()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", "/api/v1/me", StubAnswer.Json(Answers.Me653));
        LogsIn(server);
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password, TotpSecret = Secret });

        await client.Account.GetAsync(Token);

        Assert.Equal(1, server.Count("POST", Login));
        Assert.Matches("\"code\":\"[0-9]{6}\"", server.Requests[0].Body);
    }

    [Fact]
    public async Task Login_ClocksDiffer_SendsTheCodeOfTheServersClock()
    {
        var refusal = StubAnswer.Json(
            """{"status":"error","error":"totp-invalid","details":{"method":"totp"},"message":"TOTP Invalid"}""", 401) with
        { Headers = new Dictionary<string, string> { ["Date"] = "Thu, 01 Jan 1970 00:00:31 GMT" } };
        await using var server = (await StubServer.StartAsync())
            .On("POST", Login, refusal, StubAnswer.Json(Answers.Login653))
            .On("POST", "/api/v1/logout", StubAnswer.Json(Answers.LoggedOut))
            .On("GET", "/api/v1/me", StubAnswer.Json(Answers.Me653));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password, TotpSecret = Secret });

        await client.Account.GetAsync(Token);

        Assert.Contains("\"code\":\"287082\"", server.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_MailedCode_IsAskedForOnlyOnce()
    {
        await using var server = (await StubServer.StartAsync())
            .On(
                "POST",
                Login,
                StubAnswer.Json(
                    """{"status":"error","error":"totp-required","details":{"method":"email","codeGenerated":true,"""
                    + """ "emailOrUsername":"bob","availableMethods":["email"]},"message":"TOTP Required"}""",
                    401));
        await using var client = TestClient.For(server, options => options with { Credentials = TestClient.Password });

        for (var i = 0; i < 2; i++)
        {
            var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Account.GetAsync(Token));
            Assert.Equal(RocketChatErrorKind.SecondFactorRequired, exception.Kind);
            Assert.Equal("email", exception.SecondFactorMethod);
        }

        Assert.Single(server.Requests);
    }

    private static StubAnswer Challenge(string code, string method, string available = "[]") => StubAnswer.Json(
        $$"""
        {"success":false,"details":{"method":"{{method}}","codeGenerated":false,"availableMethods":{{available}} },
        "error":"TOTP Required [{{code}}]","errorType":"{{code}}"}
        """,
        400);

    private static void LogsIn(StubServer server) =>
        server.On("POST", Login, StubAnswer.Json(Answers.Login653)).On("POST", "/api/v1/logout", StubAnswer.Json(Answers.LoggedOut));

    private static Task<RocketChatException> FailAsync(RocketChatClient client) =>
        Assert.ThrowsAsync<RocketChatException>(() => client.Settings.SetAsync("Push_show_message", Json.True, Token));
}
