using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Settings;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Settings;

/// <summary>Several settings at once: by which call, in which order, and whether they stuck.</summary>
public sealed class SettingWritingTests
{
    private const string Bulk = "/api/v1/settings";
    private const string One = "/api/v1/settings/One";
    private const string Two = "/api/v1/settings/Two";

    private static readonly string SaveSettings = Method.PathOf("saveSettings");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SettingChange[] Changes => [new("One", Json.True), new("Two", Json.Of("\"secret-Marked-two\""))];

    [Fact]
    public async Task WriteAsync_Many_IsOneCallWhereTheServerHasIt()
    {
        await using var server = (await StubServer.StartAsync()).On("POST", Bulk, StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);

        await client.Settings.WriteAsync(Changes, Token);

        Assert.Equal(
            """{"settings":[{"_id":"One","value":true},{"_id":"Two","value":"secret-Marked-two"}]}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task WriteAsync_ManyBeforeThatCall_IsOneByOneInOrder()
    {
        await using var server = Accepting(await StubServer.StartAsync());
        await using var client = TestClient.For(server);

        await client.Settings.WriteAsync(Changes, Token);
        await client.Settings.WriteAsync(Changes, Token);

        Assert.Equal([Bulk, One, Two, One, Two], server.Requests.Select(request => request.Path));
    }

    // The call for many would take the organization's name for the site's too.
    [Fact]
    public async Task WriteAsync_ManyWithOrganizationName_IsOneByOne()
    {
        await using var server = Accepting(await StubServer.StartAsync()).On("POST", Bulk, StubAnswer.Json(Answers.Success))
            .On("POST", "/api/v1/settings/Organization_Name", StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);

        await client.Settings.WriteAsync([new("Organization_Name", Json.Of("\"Example\"")), new("One", Json.True)], Token);

        Assert.Equal(["/api/v1/settings/Organization_Name", One], server.Requests.Select(request => request.Path));
    }

    // The call for many wants a code each time; the single ones remember one for a while.
    [Fact]
    public async Task WriteAsync_SecondFactorThatNobodyHas_IsTriedOneByOne()
    {
        await using var server = Accepting(await StubServer.StartAsync()).On("POST", Bulk, StubAnswer.Json(Answers.TotpRequired, 400));
        await using var client = TestClient.For(server);

        await client.Settings.WriteAsync(Changes, Token);

        // The version is for the remedy that nobody sees here.
        Assert.Equal([Bulk, "/api/info", One, Two], server.Requests.Select(request => request.Path));
    }

    // Each refused call sends a mail.
    [Fact]
    public async Task WriteAsync_SecondFactorByMail_IsNotTriedAgain()
    {
        await using var server = Accepting(await StubServer.StartAsync())
            .On(
                "POST",
                Bulk,
                StubAnswer.Json(
                    """{"success":false,"error":"TOTP Required [totp-required]","errorType":"totp-required","""
                    + """ "details":{"method":"email","codeGenerated":true,"availableMethods":["email"]}}""",
                    400));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.WriteAsync(Changes, Token));

        Assert.Equal(RocketChatErrorKind.SecondFactorRequired, exception.Kind);
        Assert.Equal([Bulk, "/api/info"], server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WriteAsync_OneWithTheRightToChosenSettingsOnly_TakesTheWayThatIsOpen(bool hasBulk)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", One, StubAnswer.Json("""{"success":false,"error":"unauthorized"}""", 403))
            .On("POST", SaveSettings, Method.Result("true"));
        if (hasBulk)
        {
            server.On("POST", Bulk, StubAnswer.Json(Answers.Success));
        }

        await using var client = TestClient.For(server);

        await client.Settings.WriteAsync([Changes[0]], Token);

        Assert.Equal(hasBulk ? Bulk : SaveSettings, server.Requests[^1].Path);
        Assert.Contains("One", server.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "The account may not change One. That needs the permission edit-privileged-setting, or manage-selected-settings"
        + " together with change-setting-One")]
    [InlineData(2, "The account may not change all of One, Two. That needs the permission edit-privileged-setting, or"
        + " manage-selected-settings together with change-setting-One, change-setting-Two")]
    public async Task WriteAsync_WithoutTheRight_NamesThePermissions(int count, string expected)
    {
        var refusal = StubAnswer.Json("""{"success":false,"error":"unauthorized"}""", 403);
        await using var server = (await StubServer.StartAsync()).On("POST", One, refusal).On("POST", Bulk, refusal);
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.WriteAsync([.. Changes.Take(count)], Token));

        Assert.Equal((RocketChatErrorKind.Forbidden, expected), (exception.Kind, exception.Message));
    }

    [Fact]
    public async Task WriteAsync_OneWithoutTheRightWhereNoOtherWayIsOpen_NamesThePermissions()
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", One, StubAnswer.Json("""{"success":false,"error":"unauthorized"}""", 403))
            .On("POST", SaveSettings, StubAnswer.Html("404 Not Found", 404));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.WriteAsync([Changes[0]], Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, exception.Kind);
        Assert.Contains("change-setting-One", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeAsync_NothingDiffers_WritesNothing()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", One, Stored("One", "true"));
        await using var client = TestClient.For(server);

        Assert.Empty(await client.Settings.ChangeAsync([Changes[0]], Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ChangeAsync_MaskedValue_IsWrittenOnceAndTakenForRight()
    {
        await using var server = Accepting(await StubServer.StartAsync())
            .On("GET", Two, StubAnswer.Json("""{"_id":"Two","value":"","hasValue":true,"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Equal(["Two"], await client.Settings.ChangeAsync([Changes[1]], Token));
        Assert.Equal(1, server.Count("POST", Two));
    }

    [Theory]
    [InlineData("secret-Marked-one")]
    [InlineData("secret-Marked-twice-as-long")]
    public async Task WriteAsync_AnswerThatEchoesAnyOfTheSecrets_IsCleaned(string echoed)
    {
        await using var server = (await StubServer.StartAsync())
            .On("POST", Bulk, StubAnswer.Error("error-invalid", $"not liked: {echoed}"));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.WriteAsync(
            [new("One", Json.Of("\"secret-Marked-one\"")), new("Two", Json.Of("\"secret-Marked-twice-as-long\""))], Token));

        Assert.Contains("not liked", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Marked", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeAsync_SomeDiffer_WritesThoseAndReadsThemBack()
    {
        await using var server = Accepting(await StubServer.StartAsync())
            .On("GET", One, Stored("One", "true"))
            .On("GET", Two, Stored("Two", "\"old\""), Stored("Two", "\"secret-Marked-two\""));
        await using var client = TestClient.For(server);

        Assert.Equal(["Two"], await client.Settings.ChangeAsync(Changes, Token));

        Assert.Equal(["GET One", "GET Two", "POST Two", "GET Two"], server.Requests.Select(r => $"{r.Method} {r.Path.Split('/')[^1]}"));
    }

    [Fact]
    public async Task ReplaceAsync_WritesAllWithoutAReadBefore_AndReadsThemBack()
    {
        await using var server = Accepting(await StubServer.StartAsync())
            .On("GET", One, Stored("One", "false"), Stored("One", "true"))
            .On("GET", Two, Stored("Two", "\"secret-Marked-two\""));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());

        await client.Settings.ReplaceAsync(Changes, Token);

        Assert.Equal(
            ["POST One", "POST Two", "GET One", "GET Two", "GET One", "GET Two"],
            server.Requests.Where(r => r.Path != Bulk).Select(r => $"{r.Method} {r.Path.Split('/')[^1]}"));
    }

    [Fact]
    public async Task ChangeAsync_ValueThatDoesNotStick_SaysWhichAndWhatForcesIt()
    {
        var time = new InstantTimeProvider();
        await using var server = Accepting(await StubServer.StartAsync()).On("GET", One, Stored("One", "false"));
        await using var client = TestClient.WithoutWaiting(server, time);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.ChangeAsync([Changes[0]], Token));

        Assert.Equal(RocketChatErrorKind.NotConfirmed, exception.Kind);
        Assert.Equal(
            "The server accepted the new value of One, but still has another one. Settings in the server's environment (SETTINGS_BLOCKED,"
            + " OVERWRITE_SETTING_…) cannot be changed over the API",
            exception.Message);
        Assert.Equal(1, server.Count("POST", One));
        Assert.Equal(4, time.Waits.Count);
    }

    [Fact]
    public async Task ChangeAsync_ValueThatAnotherCallReplaced_BlamesThatAndNotTheServersEnvironment()
    {
        var time = new InstantTimeProvider();
        await using var server = Accepting(await StubServer.StartAsync()).On("GET", One, Stored("One", "false"));
        await using var client = TestClient.WithoutWaiting(server, time);
        await client.Settings.SetAsync("One", Json.Of("false"), Token);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.ChangeAsync([Changes[0]], Token));

        Assert.Equal(RocketChatErrorKind.WrittenTwice, exception.Kind);
        Assert.Equal("The server accepted the new value of One, and another change of the same run replaced it", exception.Message);
    }

    // Other instances of the server follow within moments.
    [Fact]
    public async Task ChangeAsync_ValueThatShowsLater_IsWaitedFor()
    {
        var time = new InstantTimeProvider();
        await using var server = Accepting(await StubServer.StartAsync())
            .On("GET", One, Stored("One", "false"), Stored("One", "false"), Stored("One", "true"));
        await using var client = TestClient.WithoutWaiting(server, time);

        Assert.Equal(["One"], await client.Settings.ChangeAsync([Changes[0]], Token));
        Assert.Equal(TimeSpan.FromMilliseconds(400), Assert.Single(time.Waits));
    }

    private static StubServer Accepting(StubServer server) =>
        server.On("POST", One, StubAnswer.Json(Answers.Success)).On("POST", Two, StubAnswer.Json(Answers.Success));

    private static StubAnswer Stored(string id, string value) => StubAnswer.Json($$"""{"_id":"{{id}}","value":{{value}},"success":true}""");
}
