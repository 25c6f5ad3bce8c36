using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>The groups of the administration panel, as a filter of settings.</summary>
internal static class SettingGroups
{
    /// <param name="settings">The settings as the panel shows them; null if the server does not report groups.</param>
    /// <param name="wanted">The id of the group.</param>
    /// <param name="path">The argument with that id.</param>
    /// <returns>Whether a setting is in the group.</returns>
    /// <exception cref="DiagnosticException">The groups are not known, or none of them has this id.</exception>
    public static Func<string, bool> Filter(IReadOnlyList<PanelSetting>? settings, string wanted, AttributePath path)
    {
        if (settings is null)
        {
            throw new DiagnosticException(
                "Groups of settings not known",
                $"This server does not report the groups of its settings: Rocket.Chat 9.0 removed most server methods. Leave `{path}` out, "
                + "and use `id_pattern`: the ids of a group usually begin with the same word.",
                path);
        }

        var found = settings.Where(setting => setting.Group == wanted).Select(setting => setting.Id).ToHashSet(StringComparer.Ordinal);
        return found.Count > 0
            ? found.Contains
            : throw new DiagnosticException("Group … not found".About(wanted), Remedy(settings), path);
    }

    private static string Remedy(IReadOnlyList<PanelSetting> settings)
    {
        var known = settings.Select(setting => setting.Group).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(group => group.Quoted())
            .ToArray();
        return known.Length == 0
            ? "The server shows no groups to this account. Grant it the permission `view-privileged-setting`."
            : $"No setting is in a group of that id, which is case-sensitive. Choose one of {string.Join(", ", known)}.";
    }
}
