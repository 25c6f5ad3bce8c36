using System.Collections.Immutable;
using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>A plan beside what the server has, for remarks.</summary>
internal sealed record SettingsReview(
    PlanContext<SettingsModel> Plan, RocketChatClient Client, IReadOnlyDictionary<string, Setting> Live, ImmutableArray<SettingAttribute> Settings)
{
    public DiagnosticList Diagnostics => Plan.Diagnostics;

    /// <summary>The settings that the configuration has a known value for, which differs from the server's.</summary>
    public IEnumerable<SettingAttribute> Changing => Settings.Where(s =>
        s.ValueIn(Plan.Config) is { IsPresent: true } wanted && s.IdAmong(Live) is { } id && !Live[id].IsMasked && !SettingJson.Read(Live[id].Value, s.Kind).Equals(wanted));

    /// <summary>What a setting will be: as configured, else as it is on the server; null when neither is known.</summary>
    public TfValue Coming(string path)
    {
        var wanted = Plan.Config.At(path);
        var setting = Settings.Single(s => s.Path == path);
        return wanted.IsPresent ? wanted
            : wanted.IsUnknown ? TfValue.Null
            : setting.IdAmong(Live) is { } id ? SettingJson.Read(Live[id].Value, setting.Kind)
            : TfValue.Null;
    }
}
