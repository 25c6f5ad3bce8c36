using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>The license of the workspace: none, unless a test sets one.</summary>
internal static class LicenseRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        if (profile.HasLicenseInfo)
        {
            yield return Route.Get("licenses.info", Info) with { Schema = new RequestSchema { Optional = ["loadValues"] } };
        }
    }

    private static Reply Info(ApiCall call) => Reply.Success(new JsonObject
    {
        ["license"] = new JsonObject
        {
            ["activeModules"] = call.Workspace.HasLicense ? JsonText.Array(["federation", "push-privacy"]) : new JsonArray(),
            ["externalModules"] = new JsonArray(),
            ["preventedActions"] = new JsonObject(),
            ["limits"] = new JsonObject(),
            ["tags"] = new JsonArray(),
            ["trial"] = false,
        },
    });
}
