using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Settings;

/// <summary>Every setting that a server of a profile declares, as far as the emulator knows it.</summary>
internal static class AllSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) =>
    [
        .. GeneralSettings.Of(profile),
        .. AccountSettings.Of(profile),
        .. PreferenceSettings.Of(profile),
        .. PushSettings.Of(profile),
        .. CloudSettings.Of(),
        .. FederationSettings.Of(profile),
    ];
}
