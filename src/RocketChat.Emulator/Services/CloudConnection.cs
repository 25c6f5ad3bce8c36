using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>Whether and how the workspace is registered with the cloud.</summary>
internal static class CloudConnection
{
    public static JsonObject Status(EndpointCall call)
    {
        var workspace = call.Workspace;
        var status = new JsonObject
        {
            ["workspaceRegistered"] = WorkspaceRegistration.IsIn(workspace.Settings),
            ["workspaceId"] = workspace.Settings.String("Cloud_Workspace_Id"),
            ["uniqueId"] = workspace.Settings.String("uniqueID"),
            ["token"] = "",
            ["email"] = workspace.Settings.String("Organization_Email") is { Length: > 0 } email
                ? email
                : call.Caller.Emails.FirstOrDefault()?.Address ?? "",
        };
        if (call.Profile.HasCloudDisconnectMethod)
        {
            status["connectToCloud"] = workspace.Settings.IsOn("Register_Server");
        }

        return status;
    }

    /// <returns>The result that the server reports: a 6.5 server reports a failure when only the synchronization failed.</returns>
    public static bool Connect(WorkspaceState workspace, string token)
    {
        // Real servers turn this on before they ask the cloud, and leave it on when the cloud refuses.
        workspace.Settings.Set("Register_Server", true);
        var cloud = workspace.Cloud;
        if (!cloud.Accepts(token))
        {
            return false;
        }

        cloud.Use(token);
        if (cloud.Delay > TimeSpan.Zero)
        {
            workspace.Schedule.Add(cloud.Delay, () => WorkspaceRegistration.Store(workspace.Settings));
        }
        else
        {
            WorkspaceRegistration.Store(workspace.Settings);
        }

        return !cloud.SyncFails;
    }
}
