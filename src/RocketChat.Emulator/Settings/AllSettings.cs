using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Settings;

/// <summary>The settings that a server of a profile declares.</summary>
internal static class AllSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile)
    {
        var differences = SettingDifferences.Of(profile).ToDictionary(definition => definition.Id);
        var catalog = profile.SettingCatalogs.SelectMany(SettingCatalog.Of)
            .GroupBy(definition => definition.Id, (_, same) => same.Last())
            .ToLookup(definition => differences.ContainsKey(definition.Id));
        var groups = catalog[true].ToDictionary(definition => definition.Id, definition => definition.Group);
        return catalog[false]
            .Concat(differences.Values.Select(other => other with { Group = groups.GetValueOrDefault(other.Id) ?? other.Group }))
            .Where(definition => !profile.RemovedSettings.Any(start => definition.Id.StartsWith(start, StringComparison.Ordinal)));
    }
}
