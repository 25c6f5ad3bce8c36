namespace RocketChat.Emulator.Tests;

/// <summary>Differences between versions that no recording shows.</summary>
public sealed class VersionProfileTests
{
    [Theory]
    [InlineData("3.11", "3.11.1")]
    [InlineData("6.5", "6.5")]
    [InlineData("7.10", "7.10")]
    [InlineData("8.8", "8.8")]
    [InlineData("9.0", "9.0")]
    public async Task Info_Anonymous_TellsAsMuchOfTheVersionAsTheServerDoes(string profile, string version)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(version, (await emulated.GetAsync("api/info", user: null)).Body["version"]!.ToString());
    }

    [Theory]
    [InlineData("6.5", true, false)]
    [InlineData("7.10", true, false)]
    [InlineData("8.8", true, true)]
    [InlineData("9.0", false, true)]
    public async Task Me_WithoutLogin_HasStatusInOldAndSuccessInNewVersions(string profile, bool hasStatus, bool hasSuccess)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.GetAsync("api/v1/me", user: null);

        Assert.Equal(401, status);
        Assert.Equal("You must be logged in to do this.", body[hasStatus ? "message" : "error"]!.ToString());
        Assert.Equal((hasStatus, hasSuccess), (body.ContainsKey("status"), body.ContainsKey("success")));
    }

    [Theory]
    [InlineData("3.11", 200, "text/html")]
    [InlineData("6.5", 404, "text/html")]
    [InlineData("7.10", 404, "application/json")]
    [InlineData("8.8", 404, "text/plain")]
    [InlineData("9.0", 404, "text/plain")]
    public async Task UnknownEndpoint_EachVersion_AnswersInItsWay(string profile, int status, string mediaType)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        using var response = await emulated.RawAsync("GET", "api/v1/no.such.thing");

        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("6.5", "error-not-allowed", 400)]
    [InlineData("8.8", null, 403)]
    [InlineData("9.0", "error-forbidden", 403)]
    public async Task GetUsersInRole_WithoutPermission_IsRefusedByHandlerOrRouter(string profile, string? errorType, int status)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (actual, body) = await emulated.GetAsync("api/v1/roles.getUsersInRole?role=owner&roomId=GENERAL", user: "alice");

        Assert.Equal((status, errorType), (actual, body["errorType"]?.ToString()));
    }

    /// <summary>6.5 does not tell it yet; the newer ones tell an empty one before the registration.</summary>
    [Theory]
    [InlineData("3.11", null, null)]
    [InlineData("6.5", null, null)]
    [InlineData("7.10", "", "emulated-workspace")]
    [InlineData("8.8", "", "emulated-workspace")]
    public async Task Info_OfEachVersion_NamesTheCloudWorkspaceOrNot(string profile, string? before, string? after)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var first = (await emulated.GetAsync("api/info", user: null)).Body["cloudWorkspaceId"]?.ToString();
        emulated.Server.Workspace.Register();
        var second = (await emulated.GetAsync("api/info", user: null)).Body["cloudWorkspaceId"]?.ToString();

        Assert.Equal((before, after), (first, second));
    }

    [Fact]
    public async Task GetUsersInRole_UnknownQueryKey_IsRefusedByTheNewest()
    {
        await using var emulated = await Emulated.StartAsync("8.8");

        var (status, body) = await emulated.GetAsync("api/v1/roles.getUsersInRole?role=owner&color=red");

        Assert.Equal((400, "error-invalid-params"), (status, body["errorType"]!.ToString()));
    }

    [Theory]
    [InlineData("7.10", 200, true)]
    [InlineData("8.8", 400, false)]
    [InlineData("9.0", 400, false)]
    public async Task MethodCall_RefusedMethod_IsBadRequestOnlyInNewVersions(string profile, int status, bool success)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        const string call = """{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"no:such\",\"params\":[]}"}""";

        var (actual, body) = await emulated.PostAsync("api/v1/method.call/no:such", call);

        Assert.Equal((status, success), (actual, body["success"]!.GetValue<bool>()));
        Assert.Contains("'no:such' not found", body["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8", 200)]
    [InlineData("7.10", 404)]
    public async Task BulkSettings_OldAndNew_ExistOnlyInNew(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync("api/v1/settings", """{"settings":[{"_id":"Push_show_message","value":false}]}""");

        Assert.Equal(expected, status);
    }

    /// <summary>Rocket.Chat #43214: one code for every refusal, without the code of before.</summary>
    [Theory]
    [InlineData("POST", "channels.addOwner", """{"roomId":"GENERAL","userId":"rocket.cat"}""", "Not allowed")]
    [InlineData("GET", "rooms.adminRooms", null, "Not Authorized")]
    [InlineData("GET", "settings/Site_Name", null, "User does not have the permissions required for this action")]
    public async Task Refusal_ToPlainUser_IsForbiddenInTheNewest(string method, string route, string? body, string text)
    {
        await using var emulated = await Emulated.StartAsync("9.0");

        var (status, refusal) = await emulated.SendAsync(method, "api/v1/" + route, body, user: "alice");

        Assert.Equal(
            (403, "error-forbidden", text), (status, refusal["errorType"]?.ToString(), refusal["error"]?.ToString()));
    }

    /// <summary>An unknown setting is no lack of permission, and stays apart from it.</summary>
    [Fact]
    public async Task UnknownSetting_InTheNewest_IsABareRefusal()
    {
        await using var emulated = await Emulated.StartAsync("9.0");

        var (status, body) = await emulated.GetAsync("api/v1/settings/No_Such");

        Assert.Equal((400, """{"success":false}"""), (status, body.ToJsonString()));
    }

    [Theory]
    [InlineData("8.8", "settings?query=%7B%7D", 200)]
    [InlineData("9.0", "settings?query=%7B%7D", 400)]
    [InlineData("9.0", "users.info?username=alice&fields=%7B%7D", 400)]
    public async Task QueryAndFields_AreRefusedByTheNewest(string profile, string route, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.GetAsync("api/v1/" + route);

        Assert.Equal(
            (expected, expected == 400 ? "error-invalid-params" : null), (status, body["errorType"]?.ToString()));
    }

    [Theory]
    [InlineData("addRoomOwner")]
    [InlineData("getRoomRoles")]
    [InlineData("saveSettings")]
    [InlineData("push_test")]
    [InlineData("cloud:connectWorkspace")]
    [InlineData("FEDERATION_Test_Setup")]
    public async Task ServerMethods_InTheNewest_AreGone(string name)
    {
        await using var emulated = await Emulated.StartAsync("9.0");
        var call = $$"""{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"{{name}}\",\"params\":[]}"}""";

        var (status, body) = await emulated.PostAsync("api/v1/method.call/" + Uri.EscapeDataString(name), call);

        Assert.Equal(400, status);
        Assert.Contains($"'{name}' not found", body["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FEDERATION_Domain")]
    [InlineData("Federation_Matrix_enabled")]
    [InlineData("CROWD_Enable")]
    [InlineData("Accounts_OAuth_Facebook")]
    [InlineData("Accounts_AllowAnonymousWrite")]
    public async Task Settings_RemovedInTheNewest_AreUnknown(string id)
    {
        await using var before = await Emulated.StartAsync("6.5");
        await using var newest = await Emulated.StartAsync("9.0");

        Assert.Equal(
            (200, 400), ((await before.GetAsync("api/v1/settings/" + id)).Status, (await newest.GetAsync("api/v1/settings/" + id)).Status));
    }

    [Fact]
    public async Task PushToken_InTheNewest_IsAnsweredFlat()
    {
        await using var emulated = await Emulated.StartAsync("9.0");

        var (_, body) = await emulated.PostAsync("api/v1/push.token", """{"type":"gcm","value":"abc","appName":"chat"}""");

        var result = body["result"]!.AsObject();
        Assert.Equal(
            ("abc", "gcm", false), (result["tokenValue"]!.ToString(), result["tokenType"]!.ToString(), result.ContainsKey("token")));
    }

    [Theory]
    [InlineData("7.10", 404)]
    [InlineData("8.6", 200)]
    public async Task Head_OfAnEndpoint_IsAnsweredByTheNewest(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        using var response = await emulated.RawAsync("HEAD", "api/v1/me");

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The router of 8.6 refuses before the rate limit counts the call, so that there are no headers about it.</summary>
    [Theory]
    [InlineData("6.5", true)]
    [InlineData("8.6", false)]
    public async Task Refusal_ByPermission_HasHeadersOfTheLimitOnlyInOldVersions(string profile, bool hasHeaders)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        using var response = await emulated.RawAsync("GET", "api/v1/cloud.registrationStatus", user: "alice");

        Assert.Equal((403, hasHeaders), ((int)response.StatusCode, response.Headers.Contains("X-RateLimit-Limit")));
    }

    [Theory]
    [InlineData("7.10", 3)]
    [InlineData("8.6", 10)]
    public async Task RateLimit_Changed_HasAnEffectOnlyAfterARestartOfTheNewest(string profile, int calls)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        await emulated.PostAsync("api/v1/settings/API_Enable_Rate_Limiter_Limit_Calls_Default", """{"value":3}""");

        using var before = await emulated.RawAsync("GET", "api/v1/me", user: "alice");
        emulated.Server.Workspace.Restart(new Dictionary<string, string>());
        using var after = await emulated.RawAsync("GET", "api/v1/roles.list", user: "alice");

        Assert.Equal($"{calls}", before.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("3", after.Headers.GetValues("X-RateLimit-Limit").Single());
    }

    [Theory]
    [InlineData("6.5", "error-not-authorized", null)]
    [InlineData("8.6", "error-not-authorized", null)]
    [InlineData("9.0", "Not Authorized", "error-forbidden")]
    public async Task AdminRooms_ToPlainUser_AreRefusedInFewWords(string profile, string error, string? errorType)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (_, body) = await emulated.GetAsync("api/v1/rooms.adminRooms", user: "alice");

        Assert.Equal((error, errorType), (body["error"]?.ToString(), body["errorType"]?.ToString()));
    }

    /// <summary>Discussions and main rooms of teams are listed only for those who ask for them.</summary>
    [Theory]
    [InlineData("", "GENERAL", 5)]
    [InlineData("?types[]=discussions", "discussDiscuss001", 1)]
    [InlineData("?types[]=teams", "teamRoomTeamRoom1", 1)]
    [InlineData("?types[]=c&types[]=p&types[]=teams", "GENERAL", 5)]
    public async Task AdminRooms_ByType_ListsWhatRealServersList(string query, string first, int total)
    {
        await using var emulated = await Emulated.StartAsync("8.6");

        var (_, body) = await emulated.GetAsync("api/v1/rooms.adminRooms" + query);

        Assert.Equal((first, total), (body["rooms"]![0]!["_id"]!.ToString(), body["total"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("3.11", true, null)]
    [InlineData("6.5", false, "error-invalid-user")]
    [InlineData("8.6", false, "404")]
    public async Task GetRoomRoles_OfARoomThatTheAdministratorIsNotIn_DependsOnTheVersion(string profile, bool answered, string? code)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        const string call =
            """{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"getRoomRoles\",\"params\":[\"boardRoomBoard001\"]}"}""";

        var (_, body) = await emulated.PostAsync("api/v1/method.call/getRoomRoles", call);
        var message = System.Text.Json.Nodes.JsonNode.Parse(body["message"]!.ToString())!;

        Assert.Equal((answered, code), (message["result"] is not null, message["error"]?["error"]?.ToString()));
    }

    [Theory]
    [InlineData("8.6", "{bad", "Expected property name or '}' in JSON at position 1 (line 1 column 2)")]
    [InlineData("7.10", "{bad", "Invalid method call message")]
    public async Task MethodCall_NotJson_IsRefused(string profile, string message, string error)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.PostAsync("api/v1/method.call/x", $$"""{"message":"{{message}}"}""");

        Assert.Equal((400, error), (status, body["error"]?.ToString()));
    }

    [Fact]
    public async Task PushTokens_SentAgain_AreOneDevice()
    {
        await using var emulated = await Emulated.StartAsync();
        const string device = """{"type":"gcm","value":"abc","appName":"chat"}""";
        await emulated.PostAsync("api/v1/push.token", device);
        await emulated.PostAsync("api/v1/push.token", device);

        var (_, body) = await emulated.PostAsync("api/v1/push.test", "{}");

        Assert.Equal(1, body["tokensCount"]!.GetValue<int>());
    }

    /// <summary>The server tells the caller of 6.5 to wait for a minute, and takes the next call after a second.</summary>
    [Theory]
    [InlineData("6.5", true)]
    [InlineData("8.6", false)]
    public async Task PushTest_TwiceInASecond_IsRefusedForASecond(string profile, bool reportsAMinute)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions { VersionProfile = profile, TimeProvider = clock });
        const string call = """{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"push_test\",\"params\":[]}"}""";
        async Task<string> TestAsync() => (await emulated.PostAsync("api/v1/method.call/push_test", call)).Body["message"]!.ToString();

        await TestAsync();
        var second = await TestAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        var third = await TestAsync();

        Assert.Equal(reportsAMinute, second.Contains("60 seconds", StringComparison.Ordinal));
        Assert.Contains("too-many-requests", second, StringComparison.Ordinal);
        Assert.Contains("error-no-tokens-for-this-user", third, StringComparison.Ordinal);
    }
}
