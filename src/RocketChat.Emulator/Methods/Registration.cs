using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Methods;

/// <summary>Whether and how the workspace is registered with the cloud.</summary>
internal static class Registration
{
    public static bool IsRegistered(Workspace workspace) => workspace.SettingText("Cloud_Workspace_Client_Id").Length > 0;

    public static JsonObject Status(ApiCall call)
    {
        var workspace = call.Workspace;
        var status = new JsonObject
        {
            ["workspaceRegistered"] = IsRegistered(workspace),
            ["workspaceId"] = workspace.SettingText("Cloud_Workspace_Id"),
            ["uniqueId"] = workspace.SettingText("uniqueID"),
            ["token"] = "",
            ["email"] = workspace.SettingText("Organization_Email") is { Length: > 0 } email
                ? email
                : call.Caller.Emails.FirstOrDefault()?.Address ?? "",
        };
        if (call.Profile.HasCloudDisconnectMethod)
        {
            status["connectToCloud"] = workspace.SettingIsOn("Register_Server");
        }

        return status;
    }

    /// <returns>What the server says of it: a 6.5 server says that it failed when only the synchronisation did.</returns>
    public static bool Connect(Workspace workspace, string token)
    {
        // Real servers turn this on before they ask the cloud, and leave it on when the cloud refuses.
        workspace.SetSetting("Register_Server", true);
        var cloud = workspace.Cloud;
        if (!cloud.Accepts(token))
        {
            return false;
        }

        cloud.Use(token);
        if (cloud.Delay > TimeSpan.Zero)
        {
            workspace.Later(cloud.Delay, () => Store(workspace));
        }
        else
        {
            Store(workspace);
        }

        return !cloud.SyncFails;
    }

    /// <summary>Registers as the emulated cloud does.</summary>
    public static void Store(Workspace workspace) =>
        Store(workspace, "emulated-workspace", "Emulated", MeteorId.NewId(), MeteorId.NewToken());

    public static void Forget(Workspace workspace)
    {
        foreach (var id in new[] { "Cloud_Workspace_Id", "Cloud_Workspace_Name", "Cloud_Workspace_Client_Id", "Cloud_Workspace_Client_Secret" })
        {
            workspace.SetSetting(id, "");
        }
    }

    public static void Store(Workspace workspace, string id, string name, string clientId, string clientSecret)
    {
        workspace.SetSetting("Cloud_Workspace_Id", id);
        workspace.SetSetting("Cloud_Workspace_Name", name);
        workspace.SetSetting("Cloud_Workspace_Client_Id", clientId);
        workspace.SetSetting("Cloud_Workspace_Client_Secret", clientSecret);
        workspace.SetSetting("Register_Server", true);
    }
}
