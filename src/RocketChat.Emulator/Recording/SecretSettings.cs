using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Recording;

/// <summary>Keeps the values of secret settings, and the cloud's tokens, out of logs, whichever way they are written.</summary>
internal static class SecretSettings
{
    private const string Mask = "***";
    private const string Connect = "cloud:connectWorkspace";

    private static readonly HashSet<string> Ids =
        [.. VersionProfiles.All.SelectMany(AllSettings.Of).Where(s => s.IsSecret || s.Type == "password").Select(s => s.Id)];

    public static string Hidden(string path, string body)
    {
        if (!path.Contains("/settings", StringComparison.Ordinal) && !path.Contains("/method.call/", StringComparison.Ordinal))
        {
            return body;
        }

        try
        {
            if (JsonNode.Parse(body) is not JsonObject root)
            {
                return body;
            }

            if (Ids.Contains(LastOf(path)) && root.ContainsKey("value"))
            {
                root["value"] = Mask;
            }

            HideIn(root);
            return JsonText.Of(root);
        }
        catch (JsonException)
        {
            // Not to be read, but perhaps sent with a secret: a form, or JSON that was cut.
            return LastOf(path) is Connect || Ids.Any(id => LastOf(path) == id || body.Contains(id, StringComparison.Ordinal))
                ? Mask
                : body;
        }
    }

    private static string LastOf(string path) => Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);

    private static void HideIn(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject entry:
                if (entry["_id"]?.ToString() is { } id && Ids.Contains(id) && entry.ContainsKey("value"))
                {
                    entry["value"] = Mask;
                }

                if (entry["message"] is JsonValue text
                    && text.TryGetValue<string>(out var inner)
                    && JsonNode.Parse(inner) is JsonObject message)
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
                if (list.Count > 1 && list[0] is JsonValue first && first.TryGetValue<string>(out var name) && Ids.Contains(name))
                {
                    list[1] = Mask;
                }

                break;
        }
    }
}
