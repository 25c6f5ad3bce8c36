using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

/// <summary>Changes that a server makes by itself when a setting changes.</summary>
internal static class SettingEffects
{
    private static readonly TimeSpan HubTimeout = TimeSpan.FromMilliseconds(200);

    public static void Store(WorkspaceState workspace, StoredSetting setting, JsonNode? value)
    {
        workspace.Settings.Store(setting, value);
        switch (setting.Definition.Id)
        {
            case "FEDERATION_Enabled":
                EnableFederation(workspace, setting);
                break;
            case { } id when id.StartsWith("Federation_Matrix_", StringComparison.Ordinal):
                Report(workspace.Settings, BridgeRegistration.Setting, BridgeRegistration.Of(workspace.Settings));
                break;
            case LicenseKey.Setting:
                workspace.HasLicense = LicenseKey.HasForm(workspace.Settings.String(LicenseKey.Setting));
                Report(workspace.Settings, "Enterprise_License_Status", workspace.HasLicense ? "Valid" : "Invalid");
                break;
            case "FEDERATION_Domain" or "FEDERATION_Discovery_Method":
                // Real servers write this even where federation is disabled.
                ReportFederationStatus(workspace.Settings, "Enabled");
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
                ReportFederationStatus(settings, "Could not register with Hub");
            });
            return;
        }

        ReportFederationStatus(settings, settings.IsOn("FEDERATION_Enabled") ? "Enabled" : "Disabled");
    }

    private static void ReportFederationStatus(SettingStore settings, string status) => Report(settings, "FEDERATION_Status", status);

    private static void Report(SettingStore settings, string id, string status)
    {
        if (settings.Find(id) is { } setting)
        {
            settings.Store(setting, status);
        }
    }
}
