using System.Text.Json.Nodes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Settings;

/// <summary>What a server does by itself when a setting changes.</summary>
internal static class SettingEffects
{
    public static void Store(Workspace workspace, Setting setting, JsonNode? value)
    {
        workspace.Store(setting, value);
        switch (setting.Definition.Id)
        {
            case "FEDERATION_Enabled":
                ReportFederationStatus(workspace, workspace.SettingIsOn("FEDERATION_Enabled") ? "Enabled" : "Disabled");
                break;
            case "FEDERATION_Domain" or "FEDERATION_Discovery_Method":
                // Real servers write this without a look at whether federation is enabled at all.
                ReportFederationStatus(workspace, "Enabled");
                break;
        }
    }

    private static void ReportFederationStatus(Workspace workspace, string status)
    {
        if (workspace.SettingNamed("FEDERATION_Status") is { } setting)
        {
            workspace.Store(setting, status);
        }
    }
}
