using RocketChat.Client.Errors;
using RocketChat.Client.Settings;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Settings;

/// <summary>Several settings at once: from which calls, and which of two values counts.</summary>
public sealed class SettingReadingTests
{
    private const string List = "/api/v1/settings";
    private const string Listed =
        """{"_id":"E","value":1,"enterprise":true,"packageValue":2,"invalidValue":3,"modules":["chat.example.a"],"secret":true}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("4", "1")]
    [InlineData("1", null)]
    public async Task ReadAsync_EnterpriseSetting_HasTheStoredValueAndTheOneInEffectWhereItDiffers(string stored, string? inEffect)
    {
        await using var server = await StartAsync(Listed);
        server.On("GET", List + "/E", StubAnswer.Json($$"""{"_id":"E","value":{{stored}},"success":true}"""));
        await using var client = TestClient.For(server);

        var setting = (await client.Settings.ReadAsync(["E"], Token))["E"];

        Assert.Equal((stored, inEffect), (setting.Value.GetRawText(), setting.EffectiveValue?.GetRawText()));
        Assert.Equal(
            ("2", "3", "chat.example.a"),
            (setting.PackageValue?.GetRawText(), setting.ValueWithoutLicense?.GetRawText(), Assert.Single(setting.Modules)));
    }

    [Theory]
    [InlineData("""{"_id":"E","value":"","hasValue":true,"success":true}""", Listed)]
    [InlineData(
        """{"_id":"E","value":"x","success":true}""", """{"_id":"E","value":"","hasValue":true,"enterprise":true,"secret":true}""")]
    public async Task ReadAsync_EnterpriseSettingThatIsMasked_HasNoOtherValueInEffect(string alone, string listed)
    {
        await using var server = await StartAsync(listed);
        server.On("GET", List + "/E", StubAnswer.Json(alone));
        await using var client = TestClient.For(server);

        var setting = (await client.Settings.ReadAsync(["E"], Token))["E"];

        Assert.Null(setting.EffectiveValue);
        Assert.Equal(alone.Contains("hasValue", StringComparison.Ordinal), setting.IsMasked);
        Assert.True(setting.IsSecret);
    }

    // A plan of hundreds of settings shares one answer; taken apart for each, it took the processor seconds.
    [Fact]
    public async Task ReadAsync_OfTheSameAnswer_TakesItApartOnce()
    {
        await using var server = await StartAsync("""{"_id":"A","value":1},{"_id":"B","value":3}""");
        await using var client = TestClient.For(server);

        var first = await client.Settings.ReadAsync(["A"], Token);
        var second = await client.Settings.ReadAsync(["A", "B"], Token);

        Assert.Same(first["A"], second["A"]);
        Assert.Equal(1, server.Count("GET", List));
    }

    // An apply of many settings would otherwise list all settings again after each write.
    [Fact]
    public async Task ReadAsync_AfterAWrite_ReadsTheValueAloneAndKeepsWhatTheListDescribes()
    {
        await using var server = await StartAsync("""{"_id":"A","value":1,"packageValue":2},{"_id":"B","value":3,"packageValue":4}""");
        server
            .On("POST", List + "/A", StubAnswer.Json(Answers.Success))
            .On("GET", List + "/B", StubAnswer.Json("""{"_id":"B","value":5,"success":true}"""));
        await using var client = TestClient.For(server);
        await client.Settings.ReadAsync(["A", "B"], Token);

        await client.Settings.SetAsync("A", Json.True, Token);
        var setting = (await client.Settings.ReadAsync(["B"], Token))["B"];

        Assert.Equal(("5", "4", null), (setting.Value.GetRawText(), setting.PackageValue?.GetRawText(), setting.EffectiveValue));
        Assert.Equal(1, server.Count("GET", List));
    }

    [Fact]
    public async Task ReadAsync_SettingThatIsSecretInTheSingleAnswerAlone_IsSecret()
    {
        await using var server = await StartAsync("""{"_id":"E","value":"x","enterprise":true}""");
        server.On("GET", List + "/E", StubAnswer.Json("""{"_id":"E","value":"x","secret":true,"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.True((await client.Settings.ReadAsync(["E"], Token))["E"].IsSecret);
    }

    [Fact]
    public async Task ReadAsync_SettingThatOnlyOneAnswerHas_IsTakenFromThere()
    {
        await using var server = await StartAsync("""{"_id":"E","value":1,"enterprise":true},{"_id":"A","value":5,"enterprise":false}""");
        server
            .On("GET", List + "/E", StubAnswer.Json("""{"success":false}""", 400))
            .On("GET", List + "/H", StubAnswer.Json("""{"_id":"H","value":6,"success":true}"""));
        await using var client = TestClient.For(server);

        var settings = await client.Settings.ReadAsync(["H", "E", "A"], Token);

        Assert.Equal(["H=6", "E=1", "A=5"], settings.Select(pair => $"{pair.Key}={pair.Value.Value.GetRawText()}"));
        Assert.Equal([List, List + "/H", List + "/E"], server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(3, "A,B,C")]
    [InlineData(4, "list")]
    public async Task ReadNowAsync_FewOrMany_ReadsOneByOneOrTheList(int count, string expected)
    {
        string[] ids = [.. "ABCD".Select(c => c.ToString()).Take(count)];
        await using var server = await StartAsync([.. ids.Select(id => $$"""{"_id":"{{id}}","value":1}""")]);
        foreach (var id in ids)
        {
            server.On("GET", $"{List}/{id}", StubAnswer.Json($$"""{"_id":"{{id}}","value":1,"success":true}"""));
        }

        await using var client = TestClient.For(server);

        Assert.Equal(ids, (await client.Settings.ReadNowAsync(ids, Token)).Keys);
        Assert.Equal(expected, string.Join(',', server.Requests.Select(r => r.Path == List ? "list" : r.Path[(List.Length + 1)..])));
    }

    [Fact]
    public async Task ReadNowAsync_SettingThatTheServerLacks_IsLeftOut()
    {
        await using var server = await StartAsync();
        server.On("GET", List + "/A", StubAnswer.Json("""{"success":false}""", 400));
        await using var client = TestClient.For(server);

        Assert.Empty(await client.Settings.ReadNowAsync(["A"], Token));
    }

    [Fact]
    public async Task GetAsync_AnswerAboutAnotherSetting_IsAbsent()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", List + "/A", StubAnswer.Json("""{"_id":"B","value":1,"success":true}"""));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Settings.GetAsync("A", Token));
    }

    [Fact]
    public async Task GetAsync_Refused_NamesThePermission()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", List + "/A", StubAnswer.Json("""{"success":false,"error":"unauthorized"}""", 403));
        await using var client = TestClient.For(server);

        var refused = await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.GetAsync("A", Token));

        Assert.Equal(RocketChatErrorKind.Forbidden, refused.Kind);
        Assert.Equal("The account may not read the setting A. That needs the permission view-privileged-setting", refused.Message);
    }

    [Fact]
    public async Task GetAsync_OtherFailure_IsReported()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", List + "/A", StubAnswer.Error("error-x", "No"), StubAnswer.Json("""{"success":false}""", 404));
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.GetAsync("A", Token));
        await Assert.ThrowsAsync<RocketChatException>(() => client.Settings.GetAsync("A", Token));
    }

    [Fact]
    public async Task ReadAsync_OfManyTwice_IsOneListUntilASettingIsWritten()
    {
        string[] ids = ["A", "B", "C", "D"];
        await using var server = await StartAsync([.. ids.Select(id => $$"""{"_id":"{{id}}","value":1}""")]);
        server.On("POST", List + "/A", StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);

        await client.Settings.ReadAsync(ids, Token);
        await client.Settings.ReadAsync(ids, Token);
        Assert.Single(server.Requests);
        await client.Settings.SetAsync("A", Json.True, Token);
        await client.Settings.ReadAsync(ids, Token);

        Assert.Equal(2, server.Count("GET", List));
    }

    private static async Task<StubServer> StartAsync(params string[] settings) => (await StubServer.StartAsync()).On(
        "GET",
        List,
        StubAnswer.Json(
            $$"""{"settings":[{{string.Join(',', settings)}}],"count":{{settings.Length}},"offset":0,"total":{{settings.Length}},"""
            + """ "success":true}"""));
}
