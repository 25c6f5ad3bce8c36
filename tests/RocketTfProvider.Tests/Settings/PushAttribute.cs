using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RocketTfProvider.Push;
using RocketTfProvider.Settings;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>An attribute of the push settings with two values that it can have, on a server that has the setting.</summary>
internal sealed record PushAttribute(SettingAttribute Setting, TfValue One, TfValue Two)
{
    public static string[] Paths => [.. PushSettingsTable.Settings.Select(s => s.Path)];

    public static string[] SecretPaths => [.. PushSettingsTable.Settings.Where(s => s.IsSecret).Select(s => s.Path)];

    public string Path => Setting.Path;

    /// <summary>The newest version that shows the setting: from 7.0 on the legacy ones are hidden.</summary>
    public string Version => Path.StartsWith("legacy_fcm", StringComparison.Ordinal) ? "6.5" : "8.8";

    /// <summary>The id that the newest versions have.</summary>
    public string Id => Setting.Ids[0];

    public JsonNode JsonOne => Json(One);

    public JsonNode JsonTwo => Json(Two);

    public static PushAttribute At(string path)
    {
        var setting = PushSettingsTable.Settings.Single(s => s.Path == path);
        var (one, two) = (setting.Kind, path) switch
        {
            (SettingKind.Bool, _) => (TfValue.True, TfValue.False),
            (SettingKind.Number, _) => (TfValue.Of(50), TfValue.Of(60)),
            (_, "gateway.url") => (TfValue.Of("https://one.example.org"), TfValue.Of("https://two.example.org")),
            (_, "fcm.service_account_json") => (ServiceAccount("one"), ServiceAccount("two")),
            _ when setting.ChangeValidators.Length > 0 => (Pem(path, "one"), Pem(path, "two")),
            _ when setting.IsSecret => (TfValue.Of("secret one of " + path), TfValue.Of("secret two of " + path)),
            _ => (TfValue.Of("mentions"), TfValue.Of("nothing")),
        };
        return new(setting, one, two);
    }

    private static TfValue ServiceAccount(string key) =>
        TfValue.Of($$"""
            {"project_id":"p","client_email":"c@example.org","private_key_id":"{{key}}",
             "private_key":"-----BEGIN PRIVATE KEY-----\n{{key}}"}
            """);

    private static TfValue Pem(string path, string text)
    {
        var label = path.EndsWith("key", StringComparison.Ordinal) ? "PRIVATE KEY" : "CERTIFICATE";
        return TfValue.Of(PemEncoding.WriteString(label, Encoding.UTF8.GetBytes($"secret {text} of {path}")) + "\n");
    }

    private static JsonNode Json(TfValue value) => JsonNode.Parse(Encoding.UTF8.GetString(TfJson.Encode(value, value.Kind switch
    {
        TfValueKind.Bool => TfType.Bool,
        TfValueKind.Number => TfType.Number,
        _ => TfType.String,
    })))!;
}
