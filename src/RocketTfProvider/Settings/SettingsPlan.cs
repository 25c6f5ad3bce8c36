using TerraformPlugin;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>A create or update of settings.</summary>
/// <param name="Config">The configuration, with its defaults.</param>
/// <param name="Prior">The stored object; null on create.</param>
/// <param name="Planned">The object after the apply, as far as it is known.</param>
internal sealed record SettingsPlan(SettingsModel Config, SettingsModel? Prior, SettingsModel Planned)
{
    /// <summary>Whether a destroy will bring the earlier values back.</summary>
    public bool Restores => HasMode(OnDestroy.Restore);

    /// <summary>Whether a destroy will bring the packaged values.</summary>
    public bool Resets => HasMode(OnDestroy.Reset);

    public static SettingsPlan Of(PlanContext<SettingsModel> context) => new(context.Config, context.Prior, context.Planned);

    public static SettingsPlan Of(ApplyContext<SettingsModel> context) => new(context.Config, context.Prior, context.Planned);

    /// <summary>Whether the number that has a write-only secret sent again is the stored one.</summary>
    public bool KeepsVersion(SettingAttribute setting) => Prior?.At(setting.VersionPath).Equals(Planned.At(setting.VersionPath)) == true;

    /// <summary>Whether the plan gives the setting another value than the stored one; for a write-only secret, another version.</summary>
    public bool Changes(SettingAttribute setting) => Prior is null
        || (Config.At(setting.Path).IsPresent ? !Prior.At(setting.Path).Equals(Planned.At(setting.Path)) : !KeepsVersion(setting));

    private bool HasMode(string mode) =>
        Planned.Value.Attributes.ContainsKey(OnDestroy.Name) && Planned.At(OnDestroy.Name).Equals(TfValue.Of(mode));
}
