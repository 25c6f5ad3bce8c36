using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Push;

/// <summary>The test notification, by the endpoint and by the method of older servers.</summary>
public sealed class PushApiTests
{
    private const string Endpoint = "/api/v1/push.test";

    private static readonly string TestMethod = Method.PathOf("push_test");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"tokensCount":2,"success":true}""")]
    [InlineData("""{"message":"Your_push_was_sent_to_s_devices","params":[2],"tokensCount":2,"success":true}""")]
    public async Task TestAsync_Devices_AreCounted(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Endpoint, StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        Assert.Equal(2, await client.Push.TestAsync(Token));
        Assert.Equal("{}", Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"3\"", 3)]
    public async Task TestAsync_BeforeTheEndpoint_CallsTheMethodAndRemembers(string parameter, int devices)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", TestMethod, Method.Result($$"""{"message":"Your_push_was_sent_to_s_devices","params":[{{parameter}}]}"""));
        await using var client = TestClient.For(server);

        Assert.Equal(devices, await client.Push.TestAsync(Token));
        Assert.Equal(devices, await client.Push.TestAsync(Token));

        Assert.Equal((1, 2), (server.Count("POST", Endpoint), server.Count("POST", TestMethod)));
    }

    [Fact]
    public async Task TestAsync_NoDevice_IsZeroNotAFailure()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Endpoint, StubAnswer.Error("error-no-tokens-for-this-user", "There are no tokens for this user"))
            .On("POST", TestMethod, Method.Error("error-no-tokens-for-this-user", "There are no tokens for this user"));
        await using var client = TestClient.For(server);
        Assert.Equal(0, await client.Push.TestAsync(Token));

        server.On("POST", Endpoint, StubAnswer.Html("404 Not Found", 404));
        Assert.Equal(0, await client.Push.TestAsync(Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TestAsync_PushOff_SaysSo(bool byEndpoint)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", TestMethod, Method.Error("error-push-disabled", "Push is disabled"));
        if (byEndpoint)
        {
            server.On("POST", Endpoint, StubAnswer.Error("error-push-disabled", "Push is disabled"));
        }

        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Push.TestAsync(Token));

        Assert.Equal((RocketChatErrorKind.PushDisabled, "error-push-disabled"), (exception.Kind, exception.Code));
        Assert.Contains("Push_enable", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestAsync_NotAllowed_IsForbidden()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", TestMethod, Method.Error("error-not-allowed", "Not allowed"));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.Forbidden, (await Assert.ThrowsAsync<RocketChatException>(() => client.Push.TestAsync(Token))).Kind);
    }

    // 6.5 asks for a minute, with status 200, and accepts the next test after a second.
    [Fact]
    public async Task TestAsync_TooSoon_WaitsAsLongAsTheServerMeans()
    {
        var time = new InstantTimeProvider();
        await using var server = (await StubServer.StartAsync()).On(
            "POST",
            TestMethod,
            StubAnswer.Json(
                """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,"""
                + """\"error\":\"too-many-requests\",\"reason\":\"Error, too many requests. Please slow down. You must wait 60"""
                + """ seconds before trying again.\",\"details\":{\"timeToReset\":60000},\"message\":\"Error, too many"""
                + """ requests. Please slow down. You must wait 60 seconds before trying again. [too-many-requests]\","""
                + """\"errorType\":\"Meteor.Error\"}}","success":true}"""),
            Method.Result("""{"message":"Your_push_was_sent_to_s_devices","params":[1]}"""));
        await using var client = TestClient.WithoutWaiting(server, time, options => options with { MaxRetries = 1 });

        Assert.Equal(1, await client.Push.TestAsync(Token));

        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"tokensCount":"many","success":true}""")]
    public async Task TestAsync_AnswerWithoutCount_IsUnexpected(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Endpoint, StubAnswer.Json(body));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<RocketChatException>(() => client.Push.TestAsync(Token))).Kind);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("""{"message":"Your_push_was_sent_to_s_devices","params":[]}""")]
    public async Task TestAsync_MethodWithoutCount_IsUnexpected(string result)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", TestMethod, Method.Result(result));
        await using var client = TestClient.For(server);

        Assert.Equal(
            RocketChatErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<RocketChatException>(() => client.Push.TestAsync(Token))).Kind);
    }
}
