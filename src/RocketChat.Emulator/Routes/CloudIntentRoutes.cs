using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>The registration of the setup wizard, which a person confirms in an email, and the identity of the workspace.</summary>
internal static class CloudIntentRoutes
{
    private const string Permission = "manage-cloud";
    private static readonly string[] Deployments = ["new-workspace", "updated-configuration"];

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        if (!profile.HasRegistrationIntents)
        {
            yield break;
        }

        yield return Route.Post("cloud.createRegistrationIntent", Create) with
        {
            LaterPermission = Permission,
            Schema = new RequestSchema("resend", "email"),
        };
        yield return Route.Post("cloud.registerPreIntent", Prepare) with { LaterPermission = Permission };
        yield return Route.Get("cloud.confirmationPoll", Poll) with
        {
            LaterPermission = Permission,
            Schema = new RequestSchema("deviceCode"),
        };
        yield return Route.Post("cloud.removeLicense", RemoveLicense) with
        {
            LaterPermission = Permission,
            CallsPerWindow = 2,
            WindowMilliseconds = 60000,
        };
        yield return Route.Post("fingerprint", ChooseDeployment) with
        {
            LaterPermission = Permission,
            Schema = new RequestSchema("setDeploymentAs") { ChoiceKey = "setDeploymentAs", Choices = Deployments },
        };
    }

    private static Reply Create(EndpointCall call) => Guarded(call, () => call.Workspace.Cloud.IsReachable
        ? Reply.Success(new JsonObject
        {
            ["intentData"] = new JsonObject
            {
                ["device_code"] = MeteorId.NewToken(),
                ["user_code"] = "EMUL-ATED",
                ["verification_url"] = "https://cloud.rocket.chat",
                ["interval"] = 300,
                ["expires_in"] = 86400,
            },
        })
        : Unreached($"register/workspace/intent?resent={(call.Flag("resend") ? "true" : "false")}"));

    private static Reply Prepare(EndpointCall call) =>
        Guarded(call, () => Reply.Success(new JsonObject { ["offline"] = !call.Workspace.Cloud.IsReachable }));

    // Nobody reads the email that the emulator does not send.
    private static Reply Poll(EndpointCall call) => Guarded(call, () => call.Workspace.Cloud.IsReachable
        ? Reply.Success(new JsonObject { ["pollData"] = new JsonObject { ["status"] = "authorization_pending" } })
        : Unreached($"register/workspace/poll?token={Uri.EscapeDataString(call.Text("deviceCode") ?? "")}"));

    private static Reply RemoveLicense(EndpointCall call) => Guarded(call, () =>
    {
        if (call.Workspace.Settings.Find(LicenseKey.Setting) is { } setting)
        {
            SettingEffects.Store(call.Workspace, setting, "");
        }

        call.Workspace.HasLicense = false;
        return Reply.Success();
    });

    private static Reply ChooseDeployment(EndpointCall call) => Guarded(call, () =>
    {
        if (call.Text("setDeploymentAs") == "new-workspace")
        {
            WorkspaceRegistration.Remove(call.Workspace.Settings);
            call.Workspace.Settings.Set("uniqueID", Guid.NewGuid().ToString());
        }

        return Reply.Success();
    });

    private static Reply Guarded(EndpointCall call, Func<Reply> answer) =>
        call.Can(Permission) ? answer() : Refusals.Forbidden(call.Profile);

    private static Reply Unreached(string path) => Reply.Failure(
        $"request to https://cloud.rocket.chat/api/v2/{path} failed, reason: getaddrinfo ENOTFOUND cloud.rocket.chat");
}
