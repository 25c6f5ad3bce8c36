using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Methods;

/// <summary>Registration with the cloud, as the administration panel does it.</summary>
internal static class CloudMethods
{
    public static IEnumerable<KeyValuePair<string, ServerMethod>> Of(VersionProfile profile)
    {
        yield return new("cloud:registerWorkspace", Guarded("cloud:registerWorkspace", (call, _) => Register(call)));
        yield return new("cloud:getOAuthAuthorizationUrl", Guarded("cloud:getOAuthAuthorizationUrl", (call, _) => AuthorizationUrl(call)));
        yield return new("cloud:checkUserLoggedIn", Guarded("cloud:checkUserLoggedIn", (_, _) => false));
        if (profile.HasCloudConnectMethod)
        {
            yield return new(
                "cloud:checkRegisterStatus", Guarded("cloud:checkRegisterStatus", (call, _) => CloudConnection.Status(call)));
            yield return new("cloud:connectWorkspace", Guarded("cloud:connectWorkspace", Connect));
            yield return new("cloud:syncWorkspace", Guarded("cloud:syncWorkspace", (call, _) => Sync(call)));
            yield return new("cloud:getWorkspaceRegisterData", Guarded("cloud:getWorkspaceRegisterData", (call, _) => RegisterData(call)));
        }

        if (profile.HasCloudDisconnectMethod)
        {
            yield return new("cloud:disconnectWorkspace", Guarded("cloud:disconnectWorkspace", (call, _) => Disconnect(call)));
            yield return new("cloud:reconnectWorkspace", Guarded("cloud:reconnectWorkspace", (_, _) => true));
        }
    }

    private static ServerMethod Guarded(string method, ServerMethod run) => (call, parameters) => call.Can("manage-cloud")
        ? run(call, parameters)
        : throw ApiException.In(method, "error-not-authorized", "Not authorized");

    private static JsonNode? Connect(EndpointCall call, JsonArray parameters)
    {
        var token = ServerMethods.Text(parameters, 0);
        if (token.Length == 0)
        {
            var method = call.Profile.HasCloudDisconnectMethod ? "cloud:connectServer" : "cloud:connectWorkspace";
            throw ApiException.In(method, "error-invalid-payload", "Token is required.");
        }

        return CloudConnection.Connect(call.Workspace, token);
    }

    private static JsonNode? Register(EndpointCall call)
    {
        call.Workspace.Settings.Set("Register_Server", true);
        if (!WorkspaceRegistration.IsIn(call.Workspace.Settings))
        {
            return call.Profile.RegistersOnlyConnected ? throw new SilentFailureException() : false;
        }

        return Reached(call);
    }

    private static JsonNode? Sync(EndpointCall call)
    {
        if (!WorkspaceRegistration.IsIn(call.Workspace.Settings))
        {
            return !call.Profile.HasCloudDisconnectMethod;
        }

        return Reached(call);
    }

    private static bool Reached(EndpointCall call)
    {
        var cloud = call.Workspace.Cloud;
        if (cloud is { IsReachable: true, SyncFails: false })
        {
            return true;
        }

        if (call.Profile.RegistersOnlyConnected)
        {
            throw new SilentFailureException("CloudWorkspaceConnectionError");
        }

        return !cloud.IsReachable && call.Profile.UnreachableCloudIsAnError ? throw new SilentFailureException() : false;
    }

    private static JsonNode? Disconnect(EndpointCall call)
    {
        call.Workspace.Settings.Set("Register_Server", false);
        return true;
    }

    private static JsonNode? AuthorizationUrl(EndpointCall call) =>
        $"https://cloud.rocket.chat/authorize?response_type=code&client_id={call.Workspace.Settings.String("Cloud_Workspace_Client_Id")}"
        + $"&redirect_uri={call.SiteUrl}/admin/cloud/oauth-callback&scope=openid offline_access&state={MeteorId.NewId()}";

    private static JsonNode? RegisterData(EndpointCall call) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonText.Of(new JsonObject
    {
        ["uniqueId"] = call.Workspace.Settings.String("uniqueID"),
        ["workspaceId"] = call.Workspace.Settings.String("Cloud_Workspace_Id"),
        ["address"] = call.SiteUrl,
        ["siteName"] = call.Workspace.Settings.String("Site_Name"),
        ["version"] = call.Profile.FullVersion,
    })));
}
