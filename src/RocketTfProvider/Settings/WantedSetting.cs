using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>A setting that the configuration gives a value to.</summary>
/// <param name="Setting">What it is.</param>
/// <param name="Id">Its id on this server.</param>
/// <param name="Value">The known value, be it the plain or the write-only one.</param>
internal sealed record WantedSetting(SettingAttribute Setting, string Id, TfValue Value);
