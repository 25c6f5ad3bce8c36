using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Services;

/// <summary>The test of push notifications, as endpoint and method share it.</summary>
internal static class PushTest
{
    /// <summary>Sends a note to the caller's own devices.</summary>
    public static JsonObject Run(EndpointCall call)
    {
        const string method = "push_test";
        if (call.Profile.PushTestIsForAdministrators && !call.Caller.Roles.Contains("admin"))
        {
            throw ApiException.In(method, "error-not-allowed", "Not allowed");
        }

        if (!call.Workspace.Settings.IsOn("Push_enable"))
        {
            throw ApiException.In(method, "error-push-disabled", "Push is disabled");
        }

        if (call.Caller.Devices.Count == 0)
        {
            throw ApiException.In(method, "error-no-tokens-for-this-user", "There are no tokens for this user");
        }

        return new JsonObject { ["message"] = "Your_push_was_sent_to_s_devices", ["params"] = new JsonArray(call.Caller.Devices.Count) };
    }
}
