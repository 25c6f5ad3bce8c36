using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Tests;

public sealed class SettingTests
{
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

        var (status, _) = await emulated.PostAsync("api/v1/settings", """{"settings":[{"_id":"No_Such","value":1}]}""");

        Assert.Equal(200, status);
        Assert.Null(emulated.Server.Workspace.GetSetting("No_Such"));
    }

    [Fact]
    public async Task EnterpriseSetting_NoLicence_ReadsDifferentlyAloneAndListed()
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
}
