using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Settings;

/// <summary>The settings that a server of a profile declares.</summary>
internal static class AllSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile)
    {
        var differences = SettingDifferences.Of(profile).ToDictionary(definition => definition.Id);
        return profile.SettingCatalogs.SelectMany(SettingCatalog.Of)
            .GroupBy(definition => definition.Id, (_, same) => same.Last())
            .Where(definition => !differences.ContainsKey(definition.Id))
            .Concat(differences.Values)
            .Where(definition => !profile.RemovedSettings.Any(start => definition.Id.StartsWith(start, StringComparison.Ordinal)));
    }
}
