using System.Text.Json;
using RocketChat.Client;

namespace RocketTfProvider.Settings;

/// <summary>
/// The values of settings that messages may quote. A provider does not know which values of the configuration are marked as sensitive, and
/// a CLI masks them in the diff only. Messages therefore quote no text that comes from there, and no secret.
/// </summary>
internal static class ShownValue
{
    private const int LongestText = 80;

    /// <summary>A value that the configuration gives, that was written, or that replaced it; null where no message may quote it.</summary>
    public static string? OfManaged(SettingAttribute setting, JsonElement value) =>
        !setting.IsSecret && (setting.IsQuotable || IsPlain(value)) ? Clean(value) : null;

    /// <summary>The server's own value, from before the setting was managed; null for secrets.</summary>
    public static string? OfServer(SettingAttribute setting, Setting live, JsonElement value) =>
        setting.IsSecret || live.IsSecret ? null : Clean(value);

    private static bool IsPlain(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number;

    private static string Clean(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "hidden" : ForeignText.Clean(value.GetRawText(), LongestText);
}
