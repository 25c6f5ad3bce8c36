using System.Text.RegularExpressions;
using Acceptance.Running;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Tests;

/// <summary>The settings that each version knows, as the guide counts them.</summary>
public sealed partial class SettingCatalogTests
{
    [Fact]
    public async Task Guide_CountsTheSettingsOfEachVersionAndWhereTheyComeFrom()
    {
        var page = await File.ReadAllTextAsync(
            Repository.PathOf("templates", "guides", "testing-modules-offline.md.tmpl"), TestContext.Current.CancellationToken);

        Assert.Equal(VersionProfiles.All.Select(Count), Row().Matches(page).Select(row => row.Value));
    }

    // The first catalog of a profile is a recording: of its own version, or of the one before.
    private static string Count(VersionProfile profile)
    {
        var first = profile.SettingCatalogs[0];
        var recorded = SettingCatalog.Of(first).Select(setting => setting.Id).ToHashSet();
        var all = AllSettings.Of(profile).Select(setting => setting.Id).ToHashSet();
        var shared = all.Count(recorded.Contains);
        var isOwn = first == profile.Name;
        return $"| {profile.Name} | {all.Count} | {(isOwn ? shared : 0)} | {all.Count - shared} | {(isOwn ? 0 : shared)} |";
    }

    [GeneratedRegex(@"^\| \d+\.\d+ \| \d+ \| \d+ \| \d+ \| \d+ \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
