using System.Text.Json.Nodes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Settings;

/// <summary>What a server does by itself when a setting changes.</summary>
internal static class SettingEffects
{
    private static readonly TimeSpan HubTimeout = TimeSpan.FromMilliseconds(200);

    public static void Store(Workspace workspace, Setting setting, JsonNode? value)
    {
        workspace.Store(setting, value);
        switch (setting.Definition.Id)
        {
            case "FEDERATION_Enabled":
                EnableFederation(workspace, setting);
                break;
            case "FEDERATION_Domain" or "FEDERATION_Discovery_Method":
                // Real servers write this without a look at whether federation is enabled at all.
                ReportFederationStatus(workspace, "Enabled");
                break;
        }
    }

    // The hub is long gone: servers that try to register there switch federation off again a moment later.
    private static void EnableFederation(Workspace workspace, Setting enabled)
    {
        if (workspace.SettingIsOn("FEDERATION_Enabled") && workspace.SettingText("FEDERATION_Discovery_Method") == "hub")
        {
            workspace.Later(HubTimeout, () =>
            {
                workspace.Store(enabled, false);
                ReportFederationStatus(workspace, "Could not register with Hub");
            });
            return;
        }

        ReportFederationStatus(workspace, workspace.SettingIsOn("FEDERATION_Enabled") ? "Enabled" : "Disabled");
    }

    private static void ReportFederationStatus(Workspace workspace, string status)
    {
        if (workspace.SettingNamed("FEDERATION_Status") is { } setting)
        {
            workspace.Store(setting, status);
        }
    }
}
