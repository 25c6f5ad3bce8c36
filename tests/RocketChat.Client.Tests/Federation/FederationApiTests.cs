using RocketChat.Client.Errors;
using RocketChat.Client.Federation;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Federation;

/// <summary>The engines of federation that a server has, and its own tests of them.</summary>
public sealed class FederationApiTests
{
    private const string Verify = "/api/v1/federation/configuration.verify";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>3.11 answers an unknown setting with success and no value, later ones refuse it.</summary>
    [Theory]
    [InlineData("3.11.1", "FEDERATION_Domain", true, false, false)]
    [InlineData("6.5.3", "FEDERATION_Domain,Federation_Matrix_enabled", true, true, false)]
    [InlineData("8.8.1", "FEDERATION_Enabled,Federation_Matrix_enabled,Federation_Service_Enabled", false, false, true)]
    public async Task DetectAsync_SettingsOfAVersion_TheKindsThatWork(
        string version, string settings, bool legacy, bool bridge, bool native)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", "/api/info", StubAnswer.Json($$"""{"version":"{{version}}","success":true}"""))
            .OnAnything(
                context => StubServer.WriteAsync(
                    context, version[0] == '3' ? StubAnswer.Json(Answers.Success) : StubAnswer.Json("""{"success":false}""", 400)));
        foreach (var id in settings.Split(','))
        {
            server.On("GET", "/api/v1/settings/" + id, StubAnswer.Json($$"""{"_id":"{{id}}","value":"","success":true}"""));
        }

        await using var client = TestClient.For(server);

        var support = await client.Federation.DetectAsync(Token);

        Assert.Equal((legacy, bridge, native), (support.HasLegacy, support.HasBridge, support.HasNative));
    }

    [Fact]
    public async Task TestLegacyAsync_ServerFoundItself_IsOk()
    {
        var test = await TestedAsync(Method.Result("""{"message":"FEDERATION_Test_Setup_Success"}"""));

        Assert.Equal((true, "ok"), (test.Ok, test.Code));
    }

    [Fact]
    public async Task TestLegacyAsync_ServerDidNotFindItself_IsServerTestFailed()
    {
        // As 3.11.1 says it: an error without a reason.
        var test = await TestedAsync(StubAnswer.Json(
            """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"error\":{\"isClientSafe\":true,"""
            + """\"error\":\"FEDERATION_Test_Setup_Error\",\"message\":\"[FEDERATION_Test_Setup_Error]\","""
            + """\"errorType\":\"Meteor.Error\"}}","success":true}"""));

        Assert.Equal((false, "server_test_failed"), (test.Ok, test.Code));
    }

    [Fact]
    public async Task TestLegacyAsync_OtherFailure_IsThrown() =>
        await Assert.ThrowsAsync<RocketChatException>(() => TestedAsync(Method.Error("error-not-allowed", "Not allowed")));

    [Fact]
    public async Task VerifyBridgeAsync_Verified_IsOk()
    {
        var test = await VerifiedAsync(
            StubAnswer.Json(
                """{"appservice":{"ok":true,"roundTrip":{"durationMs":4}},"externalReachability":{"ok":true},"success":true}"""));

        Assert.Equal((true, "ok"), (test.Ok, test.Code));
    }

    [Theory]
    [InlineData(400, """{"appservice":{"ok":false,"roundTrip":{"durationMs":-1}},"externalReachability":{"ok":false},"success":false}""")]
    [InlineData(
        200,
        """{"appservice":{"ok":true,"roundTrip":{"durationMs":4}},"externalReachability":{"ok":false,"error":"BAD"},"success":true}""")]
    [InlineData(
        200,
        """{"appservice":{"ok":false,"roundTrip":{"durationMs":-1},"error":"BAD"},"externalReachability":{"ok":true},"success":true}""")]
    public async Task VerifyBridgeAsync_APartFailed_IsBridgeInvalid(int status, string body)
    {
        var test = await VerifiedAsync(StubAnswer.Json(body, status));

        Assert.Equal((false, "bridge_invalid"), (test.Ok, test.Code));
        Assert.Equal(test.Message.Trim(), test.Message);
    }

    [Fact]
    public async Task VerifyBridgeAsync_ServerNamesThePart_IsReported()
    {
        var test = await VerifiedAsync(StubAnswer.Json(
            """{"appservice":{"ok":true,"roundTrip":{"durationMs":4}},"externalReachability":{"ok":false,"error":"tester said"""
            + """ BAD"},"success":true}"""));

        Assert.Contains("tester said BAD", test.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("registration file", test.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        403,
        """{"success":false,"error":"User does not have the permissions required for this action [error-unauthorized]"}""",
        RocketChatErrorKind.Forbidden)]
    [InlineData(404, """{"success":false,"error":"Resource not found"}""", RocketChatErrorKind.UnknownEndpoint)]
    [InlineData(500, """{"success":false,"error":"Internal server error"}""", RocketChatErrorKind.ServerError)]
    public async Task VerifyBridgeAsync_NoVerdict_IsThrown(int status, string body, RocketChatErrorKind kind)
    {
        var exception = await Assert.ThrowsAsync<RocketChatException>(() => VerifiedAsync(StubAnswer.Json(body, status)));

        Assert.Equal(kind, exception.Kind);
    }

    private static async Task<FederationTest> TestedAsync(StubAnswer answer)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Method.PathOf("FEDERATION_Test_Setup"), answer);
        await using var client = TestClient.For(server);
        return await client.Federation.TestLegacyAsync(Token);
    }

    private static async Task<FederationTest> VerifiedAsync(StubAnswer answer)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Verify, answer);
        await using var client = TestClient.For(server);
        return await client.Federation.VerifyBridgeAsync(Token);
    }
}
