using RocketChat.Client.Errors;
using RocketChat.Client.Settings;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Settings;

/// <summary>Requests for settings that are limited or lost, that a version refuses, or that no server would understand.</summary>
public sealed class SettingRequestTests
{
    private const string List = "/api/v1/settings";
    private const string One = "/api/v1/settings/One";

    private static readonly SettingChange[] Both = [new("One", Json.True), new("Two", Json.True)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The server counts by route, so the gate of one setting is that of all.
    [Fact]
    public async Task AnyCall_Limited_WaitsForTheRouteOfAllSettings()
    {
        var tooMany = StubAnswer.Json(Answers.TooMany, 429);
        await using var server = (await StubServer.StartAsync())
            .On("GET", One, tooMany, StubAnswer.Json("""{"_id":"One","value":1,"success":true}"""))
            .On("POST", One, tooMany, StubAnswer.Json(Answers.Success));
        await using var client = Patient(server);

        await client.Settings.GetAsync("One", Token);
        await client.Settings.SetAsync("One", Json.True, Token);

        Assert.Equal(
            ["the server's rate limit on GET /api/v1/settings/:_id", "the server's rate limit on POST /api/v1/settings/:_id"],
            client.Waits.ByLimit.Select(limit => limit.Limit).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, One)]
    [InlineData(2, List)]
    public async Task WriteAsync_AnswerLost_IsSentAgain(int count, string path)
    {
        var isLost = true;
        await using var server = (await StubServer.StartAsync()).On("POST", path, context =>
        {
            if (isLost)
            {
                isLost = false;
                context.Abort();
                return Task.CompletedTask;
            }

            return StubServer.WriteAsync(context, StubAnswer.Json(Answers.Success));
        });
        await using var client = Patient(server);

        await client.Settings.WriteAsync([.. Both.Take(count)], Token);

        Assert.Equal(2, server.Count("POST", path));
    }

    [Fact]
    public async Task ReadAsync_VersionThatRefusesDefaults_ReadsTheListWithoutThem()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", List, context => StubServer.WriteAsync(
            context,
            context.Request.Query.ContainsKey("includeDefaults")
                ? StubAnswer.Error("error-invalid-params", "must NOT have additional properties")
                : StubAnswer.Json("""{"settings":[{"_id":"A","value":1}],"count":1,"offset":0,"total":1,"success":true}""")));
        await using var client = TestClient.For(server, time: new ManualTimeProvider());

        Assert.Equal(["A"], (await client.Settings.ReadAsync(["A"], Token)).Keys);
        Assert.Equal(["A"], (await client.Settings.ReadAsync(["A"], Token)).Keys);
        Assert.Equal("A", Assert.Single(await client.Settings.ListAsync(Token)).Id);

        Assert.Equal(["?includeDefaults=true&count=0&offset=0", "?count=0&offset=0"], server.Requests.Select(request => request.Query));
    }

    [Fact]
    public async Task ChangeAsync_ValuesThatDoNotStick_NamesAllOfThem()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", One, StubAnswer.Json("""{"_id":"One","value":false,"success":true}"""))
            .On("GET", List + "/Two", StubAnswer.Json("""{"_id":"Two","value":false,"success":true}"""))
            .On("POST", List, StubAnswer.Json(Answers.Success));
        await using var client = Patient(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.ChangeAsync(Both, Token));

        Assert.StartsWith(
            "The server accepted the new value of One, Two, but still has another one.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_WithWhatNoSettingCanHave_SaysWhatIsWrong()
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server);

        var id = await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.GetAsync("a/b", Token));
        Assert.Equal("No setting has such an id. (Parameter 'settingId')", id.Message);
        var value = await Assert.ThrowsAsync<ArgumentException>(() => client.Settings.SetAsync("One", default, Token));
        Assert.Equal("The value is undefined. (Parameter 'changes')", value.Message);
        var changes = await Assert.ThrowsAsync<ArgumentNullException>(() => client.Settings.ChangeAsync(null!, Token));
        Assert.Equal("changes", changes.ParamName);
    }

    private static RocketChatClient Patient(StubServer server) =>
        TestClient.WithoutWaiting(server, new InstantTimeProvider(), options => options with { MaxRetries = 2 });
}
