using RocketChat.Client;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>One refresh: brings what the server has into the state, and notes what somebody else changed.</summary>
internal sealed class SettingsRefresh(SettingsMemory memory, SettingDrift drift, bool isImport)
{
    public SettingsModel Refresh(SettingsModel state, SettingAttribute setting, Setting live)
    {
        if (isImport)
        {
            memory.KeepBefore(live.Id, live.Value);
        }

        var stored = state.At(setting.Path);
        var now = SettingJson.Read(live.Value, setting.Kind);
        if (!setting.IsSecret)
        {
            if (memory.Manages(setting))
            {
                drift.Compare(live, setting.Kind, stored, memory.Before(live.Id));
            }

            return state.With(setting.Path, now);
        }

        return isImport || stored.IsPresent ? RefreshStored(state, setting, live, stored, now) : RefreshHash(state, setting, live, now);
    }

    private SettingsModel RefreshStored(SettingsModel state, SettingAttribute setting, Setting live, TfValue stored, TfValue now)
    {
        if (stored.IsPresent && !stored.Equals(now) && memory.Manages(setting))
        {
            drift.Add(live.Id, null, null, null);
        }

        return state.With(setting.Path, isImport && now is { IsPresent: true, String: "" } ? TfValue.Null : now);
    }

    // Nothing of a write-only value is stored but its hash; without its version the plan will have it sent again.
    private SettingsModel RefreshHash(SettingsModel state, SettingAttribute setting, Setting live, TfValue now)
    {
        if (!state.At(setting.VersionPath).IsPresent || !memory.HasSent(live.Id) || (now.IsPresent && memory.IsLastSent(live.Id, now.String)))
        {
            return state;
        }

        drift.Add(live.Id, null, null, null);
        return state.With(setting.VersionPath, TfValue.Null);
    }
}
