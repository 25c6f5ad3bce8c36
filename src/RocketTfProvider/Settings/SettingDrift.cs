using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>
/// The settings of an object that were changed outside of the configuration since the last apply. A refresh collects them; the plan reports
/// them as one warning, because only the plan knows the configuration.
/// </summary>
internal sealed class SettingDrift
{
    private readonly List<DriftedSetting> _settings = [];

    /// <param name="setting">The attribute.</param>
    /// <param name="live">The setting on the server.</param>
    /// <param name="stored">The stored value; not read for a secret.</param>
    /// <param name="before">
    /// The value from before the resource managed the setting. If it comes back, an override in the server's environment is likely; if it
    /// is not known, any change may be one.
    /// </param>
    public void Add(SettingAttribute setting, Setting live, TfValue stored, JsonElement? before)
    {
        if (setting.IsSecret || live.IsSecret)
        {
            _settings.Add(new(setting, live.Id) { IsSecret = true });
            return;
        }

        _settings.Add(new(setting, live.Id)
        {
            Was = ShownValue.OfManaged(setting, setting.ToJson(stored) ?? default),
            Now = ShownValue.OfManaged(setting, live.Value),
            MayBeForced = setting.IsOftenForced || before is not { } first || JsonElement.DeepEquals(live.Value, first),
        });
    }

    public void AddTo(SettingsPlan plan, DiagnosticList diagnostics)
    {
        if (_settings.Count == 0)
        {
            return;
        }

        var restored = _settings.FindAll(drifted => drifted.IsRestoredBy(plan));
        var left = _settings.FindAll(drifted => !drifted.IsRestoredBy(plan));
        var forced = restored.FindAll(drifted => drifted.MayBeForced);
        diagnostics.AddWarning(
            "Changed outside of this configuration".Naming([.. _settings.Select(drifted => drifted.Id)]),
            string.Join("; ", _settings.Select(drifted => drifted.Describe(plan))) + "."
            + (restored.Count == 0 ? "" : $" An apply of this plan restores the configured value of {ListOf(restored)}; to accept a value, "
                + "write it in the configuration.")
            + (left.Count == 0 ? "" : $" This plan leaves {ListOf(left)}: the configuration has the server's value, or ignores such "
                + "changes.")
            + (forced.Count == 0 ? "" : $" If the value of {ListOf(forced)} comes back with each start of the server, an environment "
                + $"variable of the server forces it ({string.Join(", ", forced.Select(drifted => $"OVERWRITE_SETTING_{drifted.Id}"))}): "
                + "change it there, or remove the attribute."));
    }

    private static string ListOf(IEnumerable<DriftedSetting> settings) => string.Join(", ", settings.Select(drifted => $"`{drifted.Id}`"));
}
