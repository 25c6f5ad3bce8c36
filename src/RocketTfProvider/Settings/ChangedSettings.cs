using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>Settings whose value differs from the default of the server's version.</summary>
internal static class ChangedSettings
{
    public const string Only = "changed_only";

    /// <summary>The settings that differ. A value that the server masks is a changed one: the defaults of secrets are empty.</summary>
    /// <exception cref="DiagnosticException">The version does not report its defaults.</exception>
    public static IEnumerable<Setting> Changed(this IReadOnlyList<Setting> settings) => settings.Any(s => s.PackageValue is not null)
        ? settings.Where(s => s.PackageValue is { } packaged && (s.IsMasked || !JsonElement.DeepEquals(packaged, s.Value)))
        : throw new DiagnosticException(
            "Package values not known",
            "This version of Rocket.Chat does not report the default values of its settings (7.5 and later do), so `changed_only` cannot "
                + "work. Remove it.",
            AttributePath.To(Only));
}
