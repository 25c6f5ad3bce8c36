using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Tests;

public sealed class SettingTests
{
    [Theory]
    [InlineData("3.11", "Rocket.Chat", "Rocket.Chat")]
    [InlineData("6.5", "Rocket.Chat", "Club")]
    [InlineData("8.8", "Rocket.Chat", "Club")]
    [InlineData("8.8", "Former", "Club")]
    [InlineData("8.8", "Chosen", "Chosen")]
    public async Task SaveSettings_OrganizationsName_NamesTheSiteWhileThatHasNoOtherName(string profile, string before, string expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        emulated.Server.Workspace.SetSetting("Organization_Name", "Former");
        emulated.Server.Workspace.SetSetting("Site_Name", before);

        await SaveAsync(emulated, """[{"_id":"Organization_Name","value":"Club"}]""");

        Assert.Equal(
            ("Club", expected),
            (
                emulated.Server.Workspace.GetSetting("Organization_Name")!.ToString(),
                emulated.Server.Workspace.GetSetting("Site_Name")!.ToString()));
    }

    [Theory]
    [InlineData("6.5", null)]
    [InlineData("7.10", "Invalid setting value 1.5")]
    [InlineData("8.8", "error-invalid-setting-value")]
    public async Task SaveSettings_Fraction_IsRefusedByTheNewerOnes(string profile, string? expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(
            expected, (await SaveAsync(emulated, """[{"_id":"Message_MaxAllowedSize","value":1.5}]"""))["error"]?["error"]?.ToString());
        Assert.Null((await SaveAsync(emulated, """[{"_id":"Message_MaxAllowedSize","value":2.0}]"""))["error"]);
    }

    [Fact]
    public async Task SaveSettings_CallerWhoMayChangeSome_ReportsTheOthersOnly()
    {
        await using var emulated = await Emulated.StartAsync("8.8");
        emulated.Server.Workspace.Grant("manage-selected-settings", "user");
        emulated.Server.Workspace.Grant("change-setting-Site_Name", "user");

        var both = await SaveAsync(emulated, """[{"_id":"Site_Name","value":"A"},{"_id":"Push_enable","value":false}]""", "alice");
        var own = await SaveAsync(emulated, """[{"_id":"Site_Name","value":"A"}]""", "alice");

        Assert.Equal("""["Push_enable"]""", both["error"]!["details"]!["settingIds"]!.ToJsonString());
        Assert.Null(own["error"]);
    }

    [Fact]
    public async Task List_OtherCountsInTheSettings_AreKept()
    {
        await using var emulated = await Emulated.StartAsync();
        var workspace = emulated.Server.Workspace;
        workspace.SetSetting("API_Default_Count", 3);
        workspace.SetSetting("API_Upper_Count_Limit", 5);
        workspace.SetSetting("API_Allow_Infinite_Count", false);

        var counts = new List<int>();
        foreach (var query in (string[])["", "?count=80", "?count=0", "?count=2"])
        {
            counts.Add((await emulated.GetAsync("api/v1/settings" + query)).Body["settings"]!.AsArray().Count);
        }

        Assert.Equal([3, 5, 3, 2], counts);
    }

    [Fact]
    public async Task BulkSettings_WrongType_ChangesNothing()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync(
            "api/v1/settings",
            """{"settings":[{"_id":"Push_show_username_room","value":false},{"_id":"Push_show_message","value":"false"}]}""");

        Assert.Equal(400, status);
        Assert.False(body.ContainsKey("errorType"));
        Assert.True(emulated.Server.Workspace.GetSetting("Push_show_username_room")!.GetValue<bool>());
    }

    [Fact]
    public async Task BulkSettings_UnknownId_IsDroppedInSilence()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("api/v1/settings", """{"settings":[{"_id":"No_Such","value":"x"}]}""");

        Assert.Equal(200, status);
        Assert.Null(emulated.Server.Workspace.GetSetting("No_Such"));
    }

    /// <summary>Seen on 8.6.1, and in its sources (saveSettingsBulk.ts, checkSettingValueBonds.ts).</summary>
    [Theory]
    [InlineData(
        """{"settings":[{"_id":"Site_Name","value":"x"},{"_id":"No_Such","value":1}]}""", "Match error: Expected string, got number")]
    [InlineData("""{"settings":[]}""", "must NOT have fewer than 1 items")]
    [InlineData("""{"settings":{}}""", "must be array")]
    [InlineData("""{"settings":[{"_id":"Site_Name"}]}""", "must have required property 'value'")]
    [InlineData(
        """{"settings":[{"_id":"Accounts_Default_User_Preferences_masterVolume","value":150}]}""",
        "Value for setting Accounts_Default_User_Preferences_masterVolume must be less than or equal to 100 [error-invalid-setting-value]")]
    public async Task BulkSettings_OneMistake_RefusesAll(string body, string error)
    {
        await using var emulated = await Emulated.StartAsync("8.6");

        var (status, refusal) = await emulated.PostAsync("api/v1/settings", body);

        Assert.Equal((400, error), (status, refusal["error"]?.ToString()));
        Assert.NotEqual("x", emulated.Server.Workspace.GetSetting("Site_Name")!.ToString());
    }

    [Theory]
    [InlineData("7.10", 200)]
    [InlineData("8.6", 400)]
    [InlineData("9.0", 400)]
    public async Task Setting_BeyondItsBounds_IsRefusedByTheNewest(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync(
            "api/v1/settings/Accounts_Default_User_Preferences_notificationsSoundVolume", """{"value":150}""");

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("settings?count=x", "must be number")]
    [InlineData("settings?includeDefaults=x", "must be boolean")]
    [InlineData("settings?sort=x", "Invalid sort parameter provided: \"x\" [error-invalid-sort]")]
    public async Task List_BadParameter_IsRefused(string route, string error)
    {
        await using var emulated = await Emulated.StartAsync("8.6");

        var (status, body) = await emulated.GetAsync("api/v1/" + route);

        Assert.Equal((400, error), (status, body["error"]?.ToString()));
    }

    [Fact]
    public async Task List_SortedDownwards_BeginsWithTheLast()
    {
        await using var emulated = await Emulated.StartAsync("8.6");

        var (_, body) = await emulated.GetAsync("api/v1/settings?count=1&sort=" + Uri.EscapeDataString("""{"_id":-1}"""));

        Assert.Equal("uniqueID", body["settings"]![0]!["_id"]!.ToString());
    }

    /// <summary>A group of settings is stored like a setting, and answers like one.</summary>
    [Fact]
    public async Task Group_ReadAndWritten_AnswersLikeASetting()
    {
        await using var emulated = await Emulated.StartAsync("8.6");

        var (first, before) = await emulated.GetAsync("api/v1/settings/General");
        var (written, _) = await emulated.PostAsync("api/v1/settings/General", """{"value":1}""");
        var (_, after) = await emulated.GetAsync("api/v1/settings/General");

        Assert.Equal((200, false, 200, "1"), (first, before.ContainsKey("value"), written, after["value"]?.ToString()));
    }

    [Fact]
    public async Task SaveSettings_UnknownIdOn311_Errs()
    {
        await using var emulated = await Emulated.StartAsync("3.11");
        const string call = """
            {"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"No_Such\",\"value\":\"x\"}]]}"}
            """;

        var (_, body) = await emulated.PostAsync("api/v1/method.call/saveSettings", call);

        Assert.Contains("Cannot read property", body["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterpriseSetting_NoLicense_ReadsDifferentlyAloneAndListed()
    {
        await using var emulated = await Emulated.StartAsync();

        var (_, alone) = await emulated.GetAsync("api/v1/settings/Push_request_content_from_server");
        var (_, list) = await emulated.GetAsync("api/v1/settings?count=0");
        var listed = list["settings"]!.AsArray().Single(setting => setting!["_id"]!.ToString() == "Push_request_content_from_server")!;

        Assert.True(alone["value"]!.GetValue<bool>());
        Assert.False(listed["value"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Settings_PlainUser_SeesOnlyPublicOnes()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, list) = await emulated.GetAsync("api/v1/settings?count=0", user: "alice");
        var (single, _) = await emulated.GetAsync("api/v1/settings/Push_enable", user: "alice");

        Assert.Equal((200, 403), (status, single));
        Assert.DoesNotContain(list["settings"]!.AsArray(), setting => setting!["_id"]!.ToString() == "Push_apn_key");
    }

    [Theory]
    [InlineData("6.5", 200)]
    [InlineData("8.8", 400)]
    public async Task LegacyPushKey_NewVersion_IsHidden(string profile, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        Assert.Equal(expected, (await emulated.GetAsync("api/v1/settings/Push_gcm_api_key")).Status);
    }

    [Fact]
    public async Task Me_ChangedDefaultPreference_ShowsIt()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Workspace.SetSetting("Accounts_Default_User_Preferences_pushNotifications", JsonValue.Create("mentions"));

        var (_, me) = await emulated.GetAsync("api/v1/me");

        Assert.Equal("mentions", me["settings"]!["preferences"]!["pushNotifications"]!.ToString());
    }

    [Fact]
    public async Task ConnectWorkspace_AcceptedToken_RegistersAndSecondTokenDoesNot()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Server.Workspace.Cloud.AcceptedTokens = ["good"];

        var (refused, _) = await emulated.PostAsync("api/v1/cloud.connectWorkspace", """{"token":"bad"}""");
        var (_, before) = await emulated.GetAsync("api/v1/cloud.registrationStatus");
        var (accepted, _) = await emulated.PostAsync("api/v1/cloud.connectWorkspace", """{"token":"good"}""");
        var (_, after) = await emulated.GetAsync("api/v1/cloud.registrationStatus");

        Assert.Equal((400, 200), (refused, accepted));
        Assert.False(before["registrationStatus"]!["workspaceRegistered"]!.GetValue<bool>());
        Assert.True(after["registrationStatus"]!["workspaceRegistered"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.6")]
    [InlineData("8.8")]
    public async Task Buttons_OfEachVersion_CallMethodsThatAreThere(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        foreach (
            var button in AllSettings.Of(VersionProfile.Named(profile)).Where(setting => setting is { Type: "action", IsHidden: false }))
        {
            var (status, body) = await emulated.PostAsync("api/v1/settings/" + button.Id, """{"execute":true}""");
            Assert.True(status is 200 or 400, $"{button.Id}: {status} {body.ToJsonString()}");
        }
    }

    /// <summary>Old servers hand the parameter to the database; 7.x and 8.x ignore it.</summary>
    [Theory]
    [InlineData("6.5", """{"_id":"SMTP_Host"}""", "SMTP_Host")]
    [InlineData("6.5", """{"group":"Email","type":"code","_id":{"$regex":"^verification","$options":"i"}}""", "Verification_Email")]
    [InlineData("3.11", """{"_id":{"$in":["Push_enable","Push_gateway","No_Such"]},"value":{"$ne":true}}""", "Push_gateway")]
    [InlineData("3.11", """{"$or":[{"_id":"SMTP_Host"},{"$and":[{"_id":"SMTP_Port"},{"section":null}]}]}""", "SMTP_Host,SMTP_Port")]
    [InlineData("3.11", """{"group":{"$exists":true},"_id":{"$nin":["SMTP_Port"],"$regex":"^SMTP_(Host|Port)$"},"$nor":[]}""", "SMTP_Host")]
    public async Task List_Query_FindsByAnyField(string profile, string query, string expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.GetAsync("api/v1/settings?count=0&query=" + Uri.EscapeDataString(query));

        Assert.Equal(200, status);
        Assert.Equal(expected, string.Join(',', body["settings"]!.AsArray().Select(setting => setting!["_id"]!.ToString())));
    }

    [Theory]
    [InlineData("query", """{"_id":{"$in":"Push_enable"}}""", "$in needs an array")]
    [InlineData("query", """{"_id":{"$regex":"("}}""", "Invalid pattern")]
    [InlineData("query", """{"_id":{"$where":"1"}}""", "does not know the operator $where")]
    [InlineData("fields", "{bad", "Invalid fields parameter provided")]
    public async Task List_BadQuery_IsRefused(string parameter, string value, string error)
    {
        await using var emulated = await Emulated.StartAsync("6.5");

        var (status, body) = await emulated.GetAsync($"api/v1/settings?{parameter}={Uri.EscapeDataString(value)}");

        Assert.Equal(400, status);
        Assert.Contains(error, body["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.11", true)]
    [InlineData("6.5", true)]
    [InlineData("8.8", false)]
    public async Task List_Fields_AddTheGroupWhereTheyAreHonored(string profile, bool isHonored)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (_, body) = await emulated.GetAsync("api/v1/settings?count=0&fields=" + Uri.EscapeDataString("""{"group":1,"section":0}"""));

        var setting = body["settings"]!.AsArray().Single(setting => setting!["_id"]!.ToString() == "Push_enable")!;
        Assert.Equal(isHonored ? "Push" : null, setting["group"]?.ToString());
    }

    [Theory]
    [InlineData("3.11", "admin", "Push")]
    [InlineData("8.8", "admin", "Push")]
    [InlineData("8.8", "alice", null)]
    public async Task PrivateSettings_OfThePanel_HaveTheirGroups(string profile, string user, string? expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var answer = await CallAsync(emulated, "private-settings/get", [], user);

        var push = answer["result"]!.AsArray().SingleOrDefault(setting => setting!["_id"]!.ToString() == "Push_google_api_credentials"
            || (profile == "3.11" && setting["_id"]!.ToString() == "Push_gcm_api_key"));
        Assert.Equal(expected, push?["group"]?.ToString());
    }

    [Fact]
    public async Task PrivateSettings_SinceAMoment_AreTheChangesThatTheCallerMaySee()
    {
        await using var emulated = await Emulated.StartAsync("8.8");
        emulated.Server.Workspace.Grant("manage-selected-settings", "user");
        emulated.Server.Workspace.Grant("change-setting-Site_Name", "user");

        var all = await CallAsync(emulated, "private-settings/get", [new JsonObject { ["$date"] = 0 }], "alice");
        var none = await CallAsync(
            emulated, "private-settings/get", [new JsonObject { ["$date"] = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() }], "alice");

        Assert.Equal("Site_Name", Assert.Single(all["result"]!["update"]!.AsArray())!["_id"]!.ToString());
        Assert.Empty(none["result"]!["update"]!.AsArray());
    }

    private static Task<JsonNode> SaveAsync(Emulated emulated, string changes, string user = "admin") =>
        CallAsync(emulated, "saveSettings", new JsonArray(JsonNode.Parse(changes)), user);

    private static async Task<JsonNode> CallAsync(Emulated emulated, string method, JsonArray parameters, string user)
    {
        var message = new JsonObject { ["msg"] = "method", ["id"] = "1", ["method"] = method, ["params"] = parameters };
        var (_, body) = await emulated.PostAsync(
            $"api/v1/method.call/{method.Replace('/', ':')}",
            new JsonObject { ["message"] = message.ToJsonString() }.ToJsonString(),
            user);
        return JsonNode.Parse(body["message"]!.ToString())!;
    }
}
