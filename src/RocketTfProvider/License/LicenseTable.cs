using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.License;

/// <summary>The one setting of <c>rocketchat_license</c>, in which the server keeps the text of its license.</summary>
internal static class LicenseTable
{
    /// <summary>The row of the license.</summary>
    public static SettingAttribute License { get; } = new(
        "license",
        SettingKind.String,
        "Text of the license, as Rocket.Chat issued it; leading and trailing whitespace does not matter. The state holds it in clear "
            + "text: prefer `license_wo` if your CLI supports it. If neither is set, an imported license is not managed. Never read "
            + "from the server.",
        "Enterprise_License")
    {
        PackageValue = "\"\"",
        IsSecret = true,
        ReportsOverwritten = false,
        IsShownUnmanaged = true,
        Normalize = value => TfValue.Of(value.String.Trim()),
        Validators = [HasText],
    };

    public static ImmutableArray<SettingAttribute> Settings { get; } = [License];

    public static string SettingId => License.Id;

    /// <summary>The text of the license that the server has; empty without one.</summary>
    public static string TextIn(IReadOnlyDictionary<string, Setting> live) =>
        live.GetValueOrDefault(SettingId) is { } setting ? TextOf(setting) : "";

    /// <summary>The text of the license in the setting; empty without one.</summary>
    public static string TextOf(Setting setting) =>
        !setting.IsMasked && SettingJson.Read(setting.Value, SettingKind.String) is { IsPresent: true } text ? text.String.Trim() : "";

    // Files end with a line break, which belongs to no license.
    private static void HasText(TfValue value, AttributePath path, DiagnosticList diagnostics)
    {
        if (string.IsNullOrWhiteSpace(value.String))
        {
            diagnostics.AddError("License is empty", $"`{path}` has no text. Set it to the text of the license, or remove it.", path);
        }
    }
}
