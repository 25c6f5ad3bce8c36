using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Settings;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Settings;

public sealed class SettingsApiTests
{
    private const string Path = "/api/v1/settings/Push_enable";
    private const string PanelPath = "/api/v1/method.call/private-settings:get";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("true", JsonValueKind.True)]
    [InlineData("\"true\"", JsonValueKind.String)]
    [InlineData("1800", JsonValueKind.Number)]
    [InlineData("[\"a\"]", JsonValueKind.Array)]
    [InlineData("null", JsonValueKind.Null)]
    public async Task GetAsync_AnyValue_KeepsItsType(string value, JsonValueKind kind)
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Path, StubAnswer.Json($$"""{"_id":"Push_enable","value":{{value}},"success":true}"""));
        await using var client = TestClient.For(server);

        var setting = await client.Settings.GetAsync("Push_enable", Token);

        Assert.Equal(kind, setting!.Value.ValueKind);
        Assert.Equal(value, setting.Value.GetRawText());
        Assert.Equal("Push_enable", setting.ToString());
    }

    [Theory]
    [InlineData(400, """{"success":false}""")]
    [InlineData(200, """{"success":true}""")]
    public async Task GetAsync_UnknownOrHidden_IsAbsent(int status, string body)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Path, StubAnswer.Json(body, status));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Settings.GetAsync("Push_enable", Token));
    }

    [Fact]
    public async Task GetAsync_MaskedValue_IsNotTakenForEmpty()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Path, StubAnswer.Json("""{"_id":"Push_enable","value":"","hasValue":true,"success":true}"""));
        await using var client = TestClient.For(server);

        var setting = await client.Settings.GetAsync("Push_enable", Token);

        Assert.True(setting!.IsMasked);
        Assert.Equal(JsonValueKind.Undefined, setting.Value.ValueKind);
    }

    [Fact]
    public async Task ListAsync_AllAllowed_IsOneCall()
    {
        await using var server = (await StubServer.StartAsync()).On(
            "GET", "/api/v1/settings", StubAnswer.Json(
                """{"settings":[{"_id":"A","value":1,"enterprise":false},{"_id":"B","value":"x","enterprise":true},"""
                + """{"nonsense":1}],"count":3,"offset":0,"total":3,"success":true}"""));
        await using var client = TestClient.For(server);

        var settings = await client.Settings.ListAsync(Token);

        Assert.Equal(["A", "B"], settings.Select(setting => setting.Id));
        Assert.True(settings[1].Enterprise);
        Assert.Empty(settings[0].Modules);
        Assert.Equal("?includeDefaults=true&count=0&offset=0", Assert.Single(server.Requests).Query);
    }

    [Fact]
    public async Task ListPanelAsync_MethodOfThePanel_ShowsGroupSourceAndBlock()
    {
        await using var server = await WithPanelAsync(
            """{"result":[{"_id":"Email","type":"group"},{"_id":"SMTP_Host","group":"Email","valueSource":"processEnvValue"},"""
            + """{"_id":"SMTP_Port","group":"Email","valueSource":"packageValue","blocked":true},{"nonsense":1}]}""");
        await using var client = TestClient.For(server);

        var settings = await client.Settings.ListPanelAsync(Token);

        Assert.Equal(
            [
                new PanelSetting("Email", Group: null, IsFromEnvironment: false, IsBlocked: false),
                new PanelSetting("SMTP_Host", "Email", IsFromEnvironment: true, IsBlocked: false),
                new PanelSetting("SMTP_Port", "Email", IsFromEnvironment: false, IsBlocked: true),
            ],
            settings!);
        Assert.Contains("private-settings/get", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListPanelAsync_NoSuchMethod_IsNotKnown()
    {
        await using var server = await WithPanelAsync(
            """{"error":{"error":404,"reason":"Method 'private-settings/get' not found","errorType":"Meteor.Error"}}""", 400);
        await using var client = TestClient.For(server);

        Assert.Null(await client.Settings.ListPanelAsync(Token));
    }

    [Fact]
    public async Task ListPanelAsync_NoList_IsUnexpected()
    {
        await using var server = await WithPanelAsync("""{"result":true}""");
        await using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.ListPanelAsync(Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, failure.Kind);
    }

    [Fact]
    public async Task SetAsync_RefusedThoughItCanBeRead_IsBlocked()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Path, StubAnswer.Json("""{"success":false}""", 400))
            .On("GET", Path, StubAnswer.Json("""{"_id":"Push_enable","value":true,"success":true}"""));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.SetAsync("Push_enable", Json.True, Token));

        Assert.Equal(RocketChatErrorKind.SettingBlocked, exception.Kind);
        Assert.Equal(
            "The server refuses every change of Push_enable: SETTINGS_BLOCKED in its environment names the setting", exception.Message);
    }

    [Fact]
    public async Task ReadAsync_ManyThatTheListLacks_AsksForOneOnly()
    {
        await using var server = (await StubServer.StartAsync())
            .On(
                "GET",
                "/api/v1/settings",
                StubAnswer.Json("""{"settings":[{"_id":"A","value":1}],"count":1,"offset":0,"total":1,"success":true}"""))
            .On("GET", "/api/v1/settings/B", StubAnswer.Json("""{"success":false}""", 400));
        await using var client = TestClient.For(server);

        Assert.Equal(["A"], (await client.Settings.ReadAsync(["A", "B", "C", "D"], Token)).Keys);
        Assert.Equal(["A"], (await client.Settings.ReadAsync(["A", "D"], Token)).Keys);

        Assert.Single(server.Requests, request => request.Path.StartsWith("/api/v1/settings/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListAsync_InfiniteCountForbidden_TakesThePages()
    {
        await using var server = (await StubServer.StartAsync()).On(
            "GET",
            "/api/v1/settings",
            StubAnswer.Json("""{"settings":[{"_id":"A","value":1},{"_id":"B","value":1}],"count":2,"offset":0,"total":3,"success":true}"""),
            StubAnswer.Json("""{"settings":[{"_id":"C","value":1}],"count":1,"offset":2,"total":3,"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal(["A", "B", "C"], (await client.Settings.ListAsync(Token)).Select(setting => setting.Id));
    }

    [Fact]
    public async Task SetAsync_Value_IsSentAsItsType()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Path, StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);

        await client.Settings.SetAsync("Push_enable", Json.Of("false"), Token);

        Assert.Equal("""{"value":false}""", Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData("""{"success":false}""")]
    [InlineData("""{"success":false,"error":"Cannot read property 'type' of undefined"}""")]
    public async Task SetAsync_UnknownOrHidden_IsUnknownSetting(string body)
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Path, StubAnswer.Json(body, 400))
            .On("GET", Path, StubAnswer.Json("""{"success":false}""", 400));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.SetAsync("Push_enable", Json.True, Token));

        Assert.Equal(RocketChatErrorKind.UnknownSetting, exception.Kind);
        Assert.Equal("This version of the server has no setting Push_enable, or hides it", exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task AnyCall_ImpossibleId_SendsNothing(string id)
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.GetAsync(id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.ReadAsync([id], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.ReadNowAsync(["Push_enable", id], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.ChangeAsync([new(id, Json.True)], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.SetAsync(id, Json.True, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.SetAsync("Push_enable", default, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.Settings.WriteAsync([new("Push_enable", Json.True), new("Site_Url", default)], Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Settings.WriteAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Settings.ReadAsync(null!, Token));
        Assert.Empty(server.Requests);
    }

    private static async Task<StubServer> WithPanelAsync(string message, int status = 200) =>
        (await StubServer.StartAsync())
            .On("POST", PanelPath, StubAnswer.Json($$"""{"message":{{JsonSerializer.Serialize(message)}}}""", status));
}
