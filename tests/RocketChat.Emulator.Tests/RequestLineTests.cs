using RocketChat.Emulator.Recording;

namespace RocketChat.Emulator.Tests;

/// <summary>Secrets that the log of requests must never show.</summary>
public sealed class RequestLineTests
{
    [Theory]
    [InlineData("login", """{"user":"a","password":"MARKED"}""")]
    [InlineData("login", """{"user":"a","password":{"digest":"MARKED","algorithm":"sha-256"}}""")]
    [InlineData("login", "user=a&password=MARKED")]
    [InlineData("settings/Push_apn_key", """{"value":"MARKED"}""")]
    [InlineData("settings/Push_apn_key", "value=MARKED")]
    [InlineData("settings/Push_apn_key", """{"value":"MARKED""")]
    [InlineData("settings", """{"settings":[{"_id":"Push_apn_key","value":"MARKED"}]}""")]
    [InlineData("settings/SMTP_Password", """{"value":"MARKED"}""")]
    [InlineData("settings/Some_App_Secret", """{"value":"MARKED"}""")]
    [InlineData("settings/Jitsi_Application_Secret", """{"value":"MARKED"}""")]
    [InlineData("settings/AutoTranslate_DeepLAPIKey", """{"value":"MARKED"}""")]
    [InlineData("settings/Livechat_Facebook_API_Key", """{"value":"MARKED"}""")]
    [InlineData("settings/Accounts_OAuth_Nextcloud_secret", """{"value":"MARKED"}""")]
    [InlineData("settings/FileUpload_json_web_token_secret_for_files", """{"value":"MARKED"}""")]
    [InlineData("settings/bigbluebutton_sharedSecret", "value=MARKED")]
    [InlineData("settings/Federation_Matrix_as_token", """{"value":"MARKED"}""")]
    [InlineData("settings/Federation_Matrix_registration_file", """{"value":"MARKED"}""")]
    [InlineData("settings/Enterprise_License", """{"value":"MARKED"}""")]
    [InlineData("settings", """{"settings":[{"_id":"Cloud_Workspace_License","value":"MARKED"}]}""")]
    [InlineData("settings", """{"settings":[{"_id":"Some_App_Secret","value":"MARKED""")]
    [InlineData("settings", """{"settings":[{"_id":"LDAP_Authentication_Password","value":"MARKED"}]}""")]
    [InlineData("settings", """{"settings":[{"_id":"Push_apn_key","value":"MARKED"}""")]
    [InlineData(
        "method.call/saveSettings",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"Push_apn_key\",\"value\":\"MARKED\"}]]}"}""")]
    [InlineData(
        "method.call/anything",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"Push_apn_key\",\"value\":\"MARKED\"}]]}"}""")]
    [InlineData(
        "method.callAnon/saveSettings",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"Push_apn_key\",\"value\":\"MARKED\"}]]}"}""")]
    [InlineData(
        "method.callAnon/cloud:connectWorkspace",
        """{"message":"{\"method\":\"cloud:connectWorkspace\",\"params\":[\"MARKED\"]}"}""")]
    [InlineData("method.call/saveSetting", """{"message":"{\"method\":\"saveSetting\",\"params\":[\"Push_apn_key\",\"MARKED\"]}"}""")]
    [InlineData(
        "method.call/saveSettings",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[],"""
        + """{\"twoFactorCode\":\"MARKED\",\"twoFactorMethod\":\"password\"}]}"}""")]
    [InlineData("method.call/cloud:connectWorkspace", """{"message":"{\"method\":\"cloud:connectWorkspace\",\"params\":[\"MARKED\"]}"}""")]
    [InlineData("method.call/cloud%3AconnectWorkspace", """{"message":"{\"method\":\"cloud:connectWorkspace\",\"params\":[\"MARKED\"]""")]
    [InlineData("cloud.connectWorkspace", """{"token":"MARKED"}""")]
    [InlineData("licenses.add", """{"license":"MARKED"}""")]
    [InlineData("users.register", """{"username":"a","pass":"MARKED"}""")]
    [InlineData("cloud.manualRegister", """{"cloudBlob":"MARKED"}""")]
    public void Of_SecretInTheBody_IsHidden(string endpoint, string body)
    {
        var line = RequestLine.Of(new RecordedRequest(DateTimeOffset.UnixEpoch, "POST", "/api/v1/" + endpoint, "", body, 200));

        Assert.DoesNotContain("MARKED", line, StringComparison.Ordinal);
        Assert.Contains("***", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings/Site_Name", """{"value":"SHOWN"}""", "SHOWN")]
    [InlineData("settings/Accounts_Password_Policy_Enabled", """{"value":true}""", "true")]
    [InlineData("settings/Accounts_Password_Policy_MinLength", """{"value":12}""", "12")]
    [InlineData("settings", """{"settings":[{"_id":"Accounts_Password_Policy_MinLength","value":12}]}""", "12")]
    [InlineData("method.call/x", """{"message":"{\"params\":[\"Accounts_Password_Policy_Enabled\",true]}"}""", "true")]
    public void Of_NothingSecret_IsShown(string endpoint, string body, string shown)
    {
        var line = RequestLine.Of(new RecordedRequest(DateTimeOffset.UnixEpoch, "POST", "/api/v1/" + endpoint, "", body, 200));

        Assert.Contains(shown, line, StringComparison.Ordinal);
        Assert.DoesNotContain("***", line, StringComparison.Ordinal);
    }
}
