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
        if (profile.HasLicenseValidate)
        {
            yield return Route.Post("licenses.validate", Validate) with
            {
                LaterPermission = "edit-privileged-setting",
                Schema = new RequestSchema("license"),
            };
        }

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

    private static Reply IsEnterprise(EndpointCall call) =>
        Reply.Success(new JsonObject { ["isEnterprise"] = call.Workspace.HasLicense });

    // Real servers check the signature; the emulator takes every key that has the form of one.
    private static Reply Add(EndpointCall call)
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
        else
        {
            call.Workspace.HasLicense = true;
        }

        return Reply.Success();
    }

    private static Reply Validate(EndpointCall call)
    {
        if (!call.Can("edit-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var license = call.Text("license") ?? "";
        if (LicenseKey.IsValid(license, call.Workspace.Now))
        {
            return Reply.Success();
        }

        var expired = new JsonObject { ["behavior"] = "invalidate_license", ["reason"] = "period" };
        return Reply.Json(400, new JsonObject
        {
            ["success"] = false,
            ["error"] = "license-invalid",
            ["reasons"] = LicenseKey.HasForm(license) ? new JsonArray(expired) : new JsonArray(),
        });
    }

    private static Reply Info(EndpointCall call)
    {
        var seesAll = call.Can("view-privileged-setting");
        var license = new JsonObject
        {
            ["activeModules"] = Modules(call),
            ["externalModules"] = new JsonArray(),
            ["preventedActions"] = new JsonObject(Limits.Select(limit => KeyValuePair.Create(limit, (JsonNode?)false))),
            ["limits"] = seesAll
                ? new JsonObject(Limits.Select(limit => KeyValuePair.Create(limit, (JsonNode?)Limit(call, limit))))
                : new JsonObject(),
            ["tags"] = call.Workspace.License?.Tags ?? [],
            ["trial"] = call.Workspace.License?.IsTrial == true,
            ["hasValidLicense"] = call.Workspace.HasLicense,
        };
        if (seesAll && call.Workspace.License is { } document)
        {
            license["license"] = document.Json;
        }

        return Reply.Success(new JsonObject { ["license"] = license });
    }

    private static JsonObject Limit(EndpointCall call, string kind)
    {
        var max = call.Workspace.License?.Limit(kind) ?? -1;
        return call.Flag("loadValues") ? new JsonObject { ["value"] = 0, ["max"] = max } : new JsonObject { ["max"] = max };
    }

    private static Reply Get(EndpointCall call)
    {
        if (!call.Can("view-privileged-setting"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var licenses = call.Workspace.License is { } document
            ? new JsonArray(new JsonObject { ["license"] = document.Json, ["modules"] = Modules(call) })
            : new JsonArray();
        return Reply.Success(new JsonObject { ["licenses"] = licenses });
    }

    private static JsonArray Modules(EndpointCall call) => JsonText.Array(call.Workspace.License?.Modules ?? []);
}
