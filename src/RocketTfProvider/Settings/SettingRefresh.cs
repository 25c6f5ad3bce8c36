using System.Text.Json;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Brings what the server has of one setting into the state, and tells what somebody else changed.</summary>
internal static class SettingRefresh
{
    public static SettingsModel Run(SettingsModel state, Setting setting, SettingsMemory memory, DiagnosticList diagnostics)
    {
        var drift = new SettingDrift(knowsBefore: true);
        var refreshed = state.At(SettingSchema.Version).IsPresent ? WriteOnly(state, setting, memory, drift)
            : state.At(SettingSchema.Sensitive) is { IsPresent: true } secret ? Sensitive(state, setting, secret, drift)
            : Plain(state, setting, memory, drift);
        drift.Tell(diagnostics);
        return refreshed;
    }

    // Nothing of the value is stored but its hash; without its version the plan will have it sent again.
    private static SettingsModel WriteOnly(SettingsModel state, Setting setting, SettingsMemory memory, SettingDrift drift)
    {
        if (setting.Value.ValueKind == JsonValueKind.String && memory.IsLastSent(setting.Id, setting.Value.GetString()!))
        {
            return state;
        }

        drift.Add(setting.Id, null, null, null);
        return state.With(SettingSchema.Version, TfValue.Null);
    }

    private static SettingsModel Sensitive(SettingsModel state, Setting setting, TfValue secret, SettingDrift drift)
    {
        var now = SettingJson.Read(setting.Value, SettingKind.String);
        if (!now.Equals(secret))
        {
            drift.Add(setting.Id, null, null, null);
        }

        return state.With(SettingSchema.Sensitive, now);
    }

    private static SettingsModel Plain(SettingsModel state, Setting setting, SettingsMemory memory, SettingDrift drift)
    {
        var stored = state.At(SettingSchema.Value);
        var kept = SettingValue.Keep(stored, setting.Value);
        if (stored.IsPresent && !kept.Equals(stored) && SettingValue.ToJson(stored) is { } was)
        {
            drift.Add(setting.Id, was, setting.Value, memory.Before(setting.Id));
        }

        return state.With(SettingSchema.Value, kept);
    }
}
