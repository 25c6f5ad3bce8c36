using System.Text.Json;
using RocketChat.Client.Settings;

namespace RocketChat.Client.Tests.Settings;

/// <summary>The settings that count as secrets.</summary>
public sealed class SecretSettingsTests
{
    /// <summary>Every catalog of the emulator, with the number of secrets in it.</summary>
    public static TheoryData<string, int> Catalogs =>
        new() { { "3.11", 60 }, { "6.5", 65 }, { "7.10", 13 }, { "8.6", 77 }, { "ee", 1 }, { "9.0", 4 } };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void IsSecretId_OfEachSettingThatAServerDeclaresSecret_IsTrue(string catalogName, int count)
    {
        using var catalog = new StreamReader(typeof(SecretSettingsTests).Assembly.GetManifestResourceStream($"{catalogName}.jsonl")!);
        List<string> secrets = [];
        while (catalog.ReadLine() is { } line)
        {
            var setting = Stub.Json.Of(line);
            var type = setting.GetProperty("type").GetString();
            var isMarked = setting.TryGetProperty("secret", out var secret) && secret.GetBoolean();
            if (type == "password" || (isMarked && type is not ("boolean" or "int")))
            {
                secrets.Add(setting.GetProperty("_id").GetString()!);
            }
        }

        Assert.Equal(count, secrets.Count);
        Assert.All(secrets, id => Assert.True(Setting.IsSecretId(id), id));
    }

    [Theory]
    [InlineData("Enterprise_License", true)]
    [InlineData("Federation_Matrix_registration_file", true)]
    [InlineData("FileUpload_json_web_token_secret_for_files", true)]
    [InlineData("Accounts_OAuth_Custom-Example-secret", true)]
    [InlineData("SAML_Custom_Example_private_key", true)]
    [InlineData("Example_ApiKey", true)]
    [InlineData("Site_Name", false)]
    [InlineData("Accounts_Password_Policy_Enabled", false)]
    [InlineData("Accounts_Password_History_Amount", false)]
    public void IsSecretId_OfOtherSettings_FollowsTheName(string id, bool expected) => Assert.Equal(expected, Setting.IsSecretId(id));

    [Theory]
    [InlineData("""{"_id":"X","value":"x"}""", false)]
    [InlineData("""{"_id":"X","value":"x","secret":true}""", true)]
    [InlineData("""{"_id":"X","value":"x","secret":false}""", false)]
    [InlineData("""{"_id":"X","value":"x","type":"password"}""", true)]
    [InlineData("""{"_id":"X","value":"x","type":"string"}""", false)]
    [InlineData("""{"_id":"SMTP_Password","value":"x"}""", true)]
    [InlineData("""{"_id":"SMTP_Password","value":["x"]}""", true)]
    [InlineData("""{"_id":"SMTP_Password","value":true}""", false)]
    [InlineData("""{"_id":"SMTP_Password","value":false}""", false)]
    [InlineData("""{"_id":"SMTP_Password","value":1}""", false)]
    public void IsSecret_OfASetting_FollowsMarkNameAndType(string json, bool expected) =>
        Assert.Equal(expected, Setting.From(Stub.Json.Of(json))!.IsSecret);

    [Theory]
    [InlineData("""{"_id":"X","value":"","hasValue":true}""", true)]
    [InlineData("""{"_id":"X","value":null,"hasValue":true}""", true)]
    [InlineData("""{"_id":"X","value":"x","hasValue":true}""", false)]
    [InlineData("""{"_id":"X","value":"","hasValue":false}""", false)]
    [InlineData("""{"_id":"X","value":""}""", false)]
    public void IsMasked_OfASetting_NeedsAValueThatIsNotShown(string json, bool expected)
    {
        var setting = Setting.From(Stub.Json.Of(json))!;

        Assert.Equal(expected, setting.IsMasked);
        Assert.Equal(expected, setting.Value.ValueKind == JsonValueKind.Undefined);
    }
}
