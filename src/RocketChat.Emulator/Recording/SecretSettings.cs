using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Recording;

/// <summary>Keeps the values of secret settings, and the cloud's tokens, out of logs, whichever way they are written.</summary>
internal static partial class SecretSettings
{
    private const string Mask = "***";
    private const string Connect = "cloud:connectWorkspace";

    // The catalogs alone: what a profile adds to them is secret by its name, and would cost a key of its own.
    private static readonly HashSet<string> Marked =
    [
        .. VersionProfiles.All
            .SelectMany(profile => profile.SettingCatalogs)
            .Distinct()
            .SelectMany(SettingCatalog.Of)
            .Where(setting => setting.IsSecret || setting.Type == "password")
            .Select(setting => setting.Id),
    ];

    public static string Hidden(string path, string body)
    {
        if (!path.Contains("/settings", StringComparison.Ordinal) && !path.Contains("/method.call", StringComparison.Ordinal))
        {
            return body;
        }

        if (!JsonText.TryParse(body, out var node))
        {
            // A form, or JSON that was cut, may hold a secret as well.
            return IsSecret(LastOf(path)) || LastOf(path) is Connect
                || SecretName().IsMatch(body) || Marked.Any(id => body.Contains(id, StringComparison.Ordinal))
                ? Mask
                : body;
        }

        if (node is not JsonObject root)
        {
            return body;
        }

        if (IsSecret(LastOf(path)) && IsText(root["value"]))
        {
            root["value"] = Mask;
        }

        HideIn(root);
        return JsonText.Of(root);
    }

    // No server marks all of its secrets.
    private static bool IsSecret(string id) => Marked.Contains(id) || SecretName().IsMatch(id);

    // A switch or a number tells nothing, such as those of Accounts_Password_Policy.
    private static bool IsText(JsonNode? value) =>
        value is not null && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number);

    [GeneratedRegex(
        "password|passphrase|secret|token|private_?key|signing_?key|api_?key|license|registration_file",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    private static string LastOf(string path) => Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);

    private static void HideIn(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject entry:
                if (entry["_id"]?.ToString() is { } id && IsSecret(id) && IsText(entry["value"]))
                {
                    entry["value"] = Mask;
                }

                if (entry["message"] is JsonValue text
                    && text.TryGetValue<string>(out var inner)
                    && JsonText.TryParse(inner, out var parsed)
                    && parsed is JsonObject message)
                {
                    HideIn(message);
                    entry["message"] = JsonText.Of(message);
                }

                if (entry["method"]?.ToString() == Connect && entry["params"] is JsonArray)
                {
                    entry["params"] = new JsonArray(Mask);
                }

                foreach (var (_, value) in entry)
                {
                    HideIn(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    HideIn(item);
                }

                // saveSetting names the setting and its value side by side.
                if (list.Count > 1
                    && list[0] is JsonValue first && first.TryGetValue<string>(out var name) && IsSecret(name) && IsText(list[1]))
                {
                    list[1] = Mask;
                }

                break;
        }
    }
}
