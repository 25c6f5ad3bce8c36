using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Settings;

/// <summary>What users get who never chose: one setting for each preference.</summary>
internal static class PreferenceSettings
{
    public const string Prefix = "Accounts_Default_User_Preferences_";

    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["desktopNotifications"] = ["all", "mentions", "nothing"],
        ["mobileNotifications"] = ["all", "mentions", "nothing"],
        ["pushNotifications"] = ["all", "mentions", "nothing"],
        ["audioNotifications"] = ["all", "mentions", "nothing"],
        ["emailNotificationMode"] = ["nothing", "mentions"],
        ["newRoomNotification"] = ["none", "door"],
        ["newMessageNotification"] = ["none", "chime"],
        ["sendOnEnter"] = ["normal", "alternative", "desktop"],
        ["sidebarViewMode"] = ["extended", "medium", "condensed"],
        ["sidebarSortby"] = ["activity", "alphabetical"],
        ["themeAppearence"] = ["auto", "light", "dark", "high-contrast"],
        ["alsoSendThreadToChannel"] = ["always", "never", "default"],
    };

    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) => profile.Preferences.Select(preference =>
        new SettingDefinition(Prefix + preference.Key, TypeOf(preference.Value), preference.Value)
        {
            IsPublic = true,
            Choices = Choices.GetValueOrDefault(preference.Key, []),
        });

    public static bool IsOne(StoredSetting setting) => setting.Definition.Id.StartsWith(Prefix, StringComparison.Ordinal);

    private static string TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "int",
        _ => "select",
    };
}
