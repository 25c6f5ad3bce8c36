using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>The version of the server, and what belongs to it.</summary>
internal static class InfoRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return new Route("GET", "/api/info", Info) { NeedsLogin = false, IsRateLimited = false };
        if (profile.HasVersionedInfo)
        {
            yield return Route.Get("info", Details) with { NeedsLogin = false };
        }
    }

    private static Reply Info(EndpointCall call)
    {
        if (!call.Profile.InfoHasVersionBesideDetails)
        {
            return call.Can("view-statistics")
                ? Details(call)
                : Reply.Success(new JsonObject { ["version"] = call.Profile.FullVersion });
        }

        var full = call.Can("view-statistics") || !call.Profile.AnonymousInfoIsTrimmed;
        var info = new JsonObject { ["version"] = full ? call.Profile.FullVersion : call.Profile.Name };
        if (full)
        {
            info["info"] = Build(call.Profile);
        }

        info["minimumClientVersions"] = new JsonObject { ["desktop"] = "3.9.6", ["mobile"] = "4.39.0" };
        if (call.Profile.InfoNamesWorkspaceUrl)
        {
            info["workspaceUrl"] = call.SiteUrl + "/";
        }

        if (call.Profile.InfoNamesCloudWorkspace)
        {
            info["cloudWorkspaceId"] = call.Workspace.Settings.String("Cloud_Workspace_Id");
        }

        return Reply.Success(info);
    }

    private static Reply Details(EndpointCall call) => Reply.Success(new JsonObject
    {
        ["info"] = call.Can("view-statistics") ? Build(call.Profile) : new JsonObject { ["version"] = call.Profile.FullVersion },
    });

    private static JsonObject Build(VersionProfile profile) => new()
    {
        ["version"] = profile.FullVersion,
        ["build"] = new JsonObject
        {
            ["date"] = "2026-01-01T00:00:00.000Z",
            ["nodeVersion"] = "v14.21.3",
            ["arch"] = "x64",
            ["platform"] = "linux",
            ["osRelease"] = "emulated",
            ["totalMemory"] = 0,
            ["freeMemory"] = 0,
            ["cpus"] = 2,
        },
        ["commit"] = new JsonObject
        {
            ["hash"] = new string('0', 40),
            ["date"] = "",
            ["author"] = "",
            ["subject"] = "emulated",
            ["tag"] = profile.FullVersion,
            ["branch"] = "HEAD",
        },
        ["marketplaceApiVersion"] = "1.41.0",
    };
}
