using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>Registration with the cloud.</summary>
internal static class CloudRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("cloud.manualRegister", RegisterByHand) with
        {
            Schema = profile.HasClosedSchemas ? new RequestSchema("cloudBlob") : null,
            LaterPermission = "register-on-cloud",
        };
        if (profile.HasRegistrationStatus)
        {
            yield return Route.Get("cloud.registrationStatus", Status) with { LaterPermission = "manage-cloud" };
            yield return Route.Post("cloud.syncWorkspace", Sync) with
            {
                LaterPermission = "manage-cloud",
                CallsPerWindow = 2,
                WindowMilliseconds = 60000,
            };
        }

        if (profile.HasConnectWorkspace)
        {
            yield return Route.Post("cloud.connectWorkspace", Connect) with
            {
                Permission = "manage-cloud",
                Schema = new RequestSchema("token"),
            };
        }
    }

    private static Reply Status(EndpointCall call) => call.Caller.Roles.Contains("admin") || call.Can("manage-cloud")
        ? Reply.Success(new JsonObject { ["registrationStatus"] = CloudConnection.Status(call) })
        : Refusals.Forbidden(call.Profile);

    private static Reply Connect(EndpointCall call)
    {
        if (call.Text("token") is not { } token)
        {
            return Reply.Failure("must NOT have fewer than 1 characters", "invalid-params");
        }

        return CloudConnection.Connect(call.Workspace, token)
            ? Reply.Success()
            : Reply.Failure("Failed to connect the workspace with Rocket.Chat Cloud");
    }

    private static Reply Sync(EndpointCall call) =>
        call.Workspace.Cloud is { IsReachable: true, SyncFails: false } || !WorkspaceRegistration.IsIn(call.Workspace.Settings)
            ? Reply.Success()
            : Reply.Failure("Error during workspace sync");

    private static Reply RegisterByHand(EndpointCall call)
    {
        if (call.Text("cloudBlob") is not { } blob)
        {
            return Reply.Failure("Match error: Missing key 'cloudBlob'");
        }

        if (!call.Can("register-on-cloud"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        if (WorkspaceRegistration.IsIn(call.Workspace.Settings))
        {
            return Reply.Failure("Workspace is already registered");
        }

        if (Decoded(blob) is not { } registration)
        {
            return Reply.Failure("Unexpected end of JSON input");
        }

        if (registration["licenseData"] is not JsonObject)
        {
            return Reply.Failure(call.Profile.ReadsPropertiesOfUndefined
                ? "Cannot read properties of undefined (reading 'license')"
                : "Cannot read property 'license' of undefined");
        }

        WorkspaceRegistration.Store(
            call.Workspace.Settings,
            EndpointCall.Text(registration, "workspaceId") ?? "",
            EndpointCall.Text(registration, "client_name") ?? "",
            EndpointCall.Text(registration, "client_id") ?? "",
            EndpointCall.Text(registration, "client_secret") ?? "");
        return Reply.Success();
    }

    private static JsonObject? Decoded(string blob)
    {
        var bytes = new byte[blob.Length];
        return Convert.TryFromBase64String(blob, bytes, out var length)
            && JsonText.TryParse(Encoding.UTF8.GetString(bytes, 0, length), out var node)
            ? node as JsonObject
            : null;
    }
}
