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
    [InlineData("settings", """{"settings":[{"_id":"LDAP_Authentication_Password","value":"MARKED"}]}""")]
    [InlineData("settings", """{"settings":[{"_id":"Push_apn_key","value":"MARKED"}""")]
    [InlineData(
        "method.call/saveSettings",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"Push_apn_key\",\"value\":\"MARKED\"}]]}"}""")]
    [InlineData(
        "method.call/anything",
        """{"message":"{\"method\":\"saveSettings\",\"params\":[[{\"_id\":\"Push_apn_key\",\"value\":\"MARKED\"}]]}"}""")]
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

    [Fact]
    public void Of_NothingSecret_IsShown()
    {
        var line = RequestLine.Of(
            new RecordedRequest(DateTimeOffset.UnixEpoch, "POST", "/api/v1/settings/Site_Name", "", """{"value":"SHOWN"}""", 200));

        Assert.Contains("SHOWN", line, StringComparison.Ordinal);
    }
}
