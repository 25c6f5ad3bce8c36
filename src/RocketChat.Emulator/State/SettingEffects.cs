using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

/// <summary>Changes that a server makes by itself when a setting changes.</summary>
internal static class SettingEffects
{
    private const string Status = "FEDERATION_Status";

    private static readonly TimeSpan HubTimeout = TimeSpan.FromMilliseconds(200);

    // Real servers watch these settings: 0.3 to 1 s passed on 3.11.1 and 6.5.3 until the status of federation followed, and the bridge's
    // file was still the former one in two of thirteen reads that came right after the write.
    private static readonly TimeSpan StatusDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FileDelay = TimeSpan.FromMilliseconds(100);

    public static void Store(WorkspaceState workspace, StoredSetting setting, JsonNode? value)
    {
        workspace.Settings.Store(setting, value);
        switch (setting.Definition.Id)
        {
            case "FEDERATION_Enabled":
                EnableFederation(workspace, setting);
                break;
            case { } id when id.StartsWith(BridgeRegistration.Prefix, StringComparison.Ordinal):
                workspace.Schedule.Add(
                    FileDelay,
                    () => Report(workspace.Settings, BridgeRegistration.Setting, BridgeRegistration.Of(workspace.Settings)));
                break;
            case LicenseKey.Setting:
                workspace.HasLicense = LicenseKey.IsValid(workspace.Settings.String(LicenseKey.Setting), workspace.Now);
                Report(workspace.Settings, "Enterprise_License_Status", workspace.HasLicense ? "Valid" : "Invalid");
                break;
            case "FEDERATION_Domain" or "FEDERATION_Discovery_Method":
                // Real servers write this even where federation is disabled.
                FollowWithStatus(workspace, "Enabled");
                break;
        }
    }

    // The hub has been offline for years: servers that try to register there disable federation again a moment later.
    private static void EnableFederation(WorkspaceState workspace, StoredSetting enabled)
    {
        var settings = workspace.Settings;
        if (settings.IsOn("FEDERATION_Enabled") && settings.String("FEDERATION_Discovery_Method") == "hub")
        {
            workspace.Schedule.Add(HubTimeout, () =>
            {
                settings.Store(enabled, false);
                Report(settings, Status, "Could not register with Hub");
                FollowWithStatus(workspace, "Disabled");
            });
            return;
        }

        FollowWithStatus(workspace, settings.IsOn("FEDERATION_Enabled") ? "Enabled" : "Disabled");
    }

    private static void FollowWithStatus(WorkspaceState workspace, string status) =>
        workspace.Schedule.Add(StatusDelay, () => Report(workspace.Settings, Status, status));

    private static void Report(SettingStore settings, string id, string status)
    {
        if (settings.Find(id) is { } setting)
        {
            settings.Store(setting, status);
        }
    }
}
