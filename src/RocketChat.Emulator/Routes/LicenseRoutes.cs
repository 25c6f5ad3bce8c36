using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Routes;

/// <summary>The license of the workspace: none, unless the seed or <c>licenses.add</c> gives one.</summary>
internal static class LicenseRoutes
{
    private static readonly string[] Limits =
        ["activeUsers", "guestUsers", "roomsPerGuest", "privateApps", "marketplaceApps", "monthlyActiveContacts"];

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("licenses.add", Add) with
        {
            LaterPermission = "edit-privileged-setting",
            Schema = profile.HasClosedSchemas ? new RequestSchema("license") : null,
        };
        yield return Route.Get("licenses.maxActiveUsers", call => Reply.Success(new JsonObject
        {
            ["maxActiveUsers"] = null,
            ["activeUsers"] = call.Workspace.Users.All.Count(user => user is { Active: true, Type: "user" }),
        }));
        if (profile.HasLicenseInfo)
        {
            yield return Route.Get("licenses.info", Info) with { Schema = new RequestSchema { Optional = ["loadValues"] } };
        }

        if (profile.HasLicenseGet)
        {
            yield return Route.Get("licenses.get", Get);
            yield return Route.Get("licenses.isEnterprise", IsEnterprise) with { NeedsLogin = false };
        }
    }

    private static Reply IsEnterprise(ApiCall call) =>
        Reply.Success(new JsonObject { ["isEnterprise"] = call.Workspace.HasLicense });

    // Real servers check the signature; the emulator takes every key that has the form of one.
    private static Reply Add(ApiCall call)
    {
        if (!call.Can("edit-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        if (new RequestSchema("license").MatchError(call.Body) is { } mismatch)
        {
            return Reply.Failure(mismatch);
        }

        if (call.Text("license") is not { } license || !LicenseKey.HasForm(license))
        {
            return Reply.Failure("Invalid license");
        }

        if (call.Workspace.Settings.Find(LicenseKey.Setting) is { } setting)
        {
            SettingEffects.Store(call.Workspace, setting, license);
        }

        call.Workspace.HasLicense = true;
        return Reply.Success();
    }

    private static Reply Info(ApiCall call)
    {
        var seesAll = call.Can("view-privileged-setting");
        var license = new JsonObject
        {
            ["activeModules"] = Modules(call),
            ["externalModules"] = new JsonArray(),
            ["preventedActions"] = new JsonObject(Limits.Select(limit => KeyValuePair.Create(limit, (JsonNode?)false))),
            ["limits"] = seesAll
                ? new JsonObject(Limits.Select(limit => KeyValuePair.Create(limit, (JsonNode?)Limit(call))))
                : new JsonObject(),
            ["tags"] = new JsonArray(),
            ["trial"] = false,
            ["hasValidLicense"] = call.Workspace.HasLicense,
        };
        if (seesAll && call.Workspace.HasLicense)
        {
            license["license"] = License();
        }

        return Reply.Success(new JsonObject { ["license"] = license });
    }

    private static JsonObject Limit(ApiCall call) =>
        call.Flag("loadValues") ? new JsonObject { ["value"] = 0, ["max"] = -1 } : new JsonObject { ["max"] = -1 };

    private static Reply Get(ApiCall call)
    {
        if (!call.Can("view-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var license = new JsonObject { ["license"] = License(), ["modules"] = Modules(call) };
        return Reply.Success(new JsonObject { ["licenses"] = call.Workspace.HasLicense ? new JsonArray(license) : new JsonArray() });
    }

    private static JsonArray Modules(ApiCall call) => call.Workspace.HasLicense ? JsonText.Array(LicenseKey.Modules) : [];

    private static JsonObject License() => new()
    {
        ["version"] = "3.0",
        ["information"] = new JsonObject { ["id"] = "emulated", ["autoRenew"] = false, ["trial"] = false, ["offline"] = true },
    };
}
