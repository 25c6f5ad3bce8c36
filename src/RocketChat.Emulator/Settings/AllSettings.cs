using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Settings;

/// <summary>The settings that a server of a profile declares.</summary>
internal static class AllSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile)
    {
        var differences = SettingDifferences.Of(profile).ToDictionary(definition => definition.Id);
        return SettingCatalog.Of(profile.SettingCatalog)
            .Where(recorded => !differences.ContainsKey(recorded.Id))
            .Concat(differences.Values)
            .Where(definition => !profile.RemovedSettings.Any(start => definition.Id.StartsWith(start, StringComparison.Ordinal)));
    }
}
