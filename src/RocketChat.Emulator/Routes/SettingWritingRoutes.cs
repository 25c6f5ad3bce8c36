using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Methods;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.Routes;

/// <summary>Settings, written: one by one without any look at the type, or many with a strict one.</summary>
internal static class SettingWritingRoutes
{
    private const string OrganizationName = "Organization_Name";
    private const string SiteName = "Site_Name";

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("settings/:_id", WriteOne) with
        {
            NeedsTwoFactor = true,
            Permission = profile.RouterChecksPermissions ? "edit-privileged-setting" : null,
        };
        if (profile.HasBulkSettings)
        {
            yield return Route.Post("settings", WriteMany) with
            {
                NeedsTwoFactor = true,
                TwoFactorIsRemembered = false,
                Schema = new RequestSchema("settings"),
            };
        }
    }

    private static Reply WriteOne(ApiCall call)
    {
        if (!call.Can("edit-privileged-setting"))
        {
            return Reply.Failure("unauthorized", status: 403);
        }

        var setting = call.Workspace.SettingNamed(call.PathValue!);
        if (setting is null or { Definition.IsHidden: true })
        {
            return call.Profile.UnknownSettingIsRefused ? Reply.Failure() : Reply.Failure("Cannot read property 'type' of undefined");
        }

        if (setting.Definition.IsBlocked)
        {
            return Reply.Failure();
        }

        if (setting.Definition.Type == "action" && call.Flag("execute"))
        {
            ServerMethods.Call(call, setting.Definition.Default!.ToString(), []);
            return Reply.Success();
        }

        if (call.Profile.SettingBodyIsMatched && new RequestSchema("value") { Optional = ["editor"] }.MatchError(call.Body) is { } mismatch)
        {
            return Reply.Failure(mismatch);
        }

        if (!call.Body.TryGetPropertyValue("value", out var value))
        {
            return Reply.Failure();
        }

        SettingEffects.Store(call.Workspace, setting, value);
        return Reply.Success();
    }

    private static Reply WriteMany(ApiCall call)
    {
        Save(call, call.Body["settings"] as JsonArray ?? []);
        return Reply.Success();
    }

    /// <summary>
    /// Writes what differs, drops what it does not know, and refuses the whole when one value has the wrong type or the caller may not
    /// change one of them.
    /// </summary>
    public static void Save(ApiCall call, JsonArray settings)
    {
        var wanted = settings.OfType<JsonObject>().Select(entry => (Id: ApiCall.Text(entry, "_id") ?? "", Value: entry["value"])).ToList();
        if (wanted.Find(entry => entry.Id == OrganizationName) is { Id: OrganizationName } organization && FollowsTheOrganization(call))
        {
            wanted.Add((SiteName, organization.Value));
        }

        var refused = new List<string>();
        foreach (var (id, value) in wanted)
        {
            if (!MayChange(call, id))
            {
                refused.Add(id);
            }
            else if (call.Workspace.SettingNamed(id) is { } setting)
            {
                DemandType(call, setting.Definition.Type, value);
            }
        }

        if (refused.Count > 0)
        {
            throw new ApiException("error-action-not-allowed", "Editing settings is not allowed", new JsonObject
            {
                ["method"] = "saveSettings",
                ["settingIds"] = JsonText.Array(refused),
            });
        }

        foreach (var (id, value) in wanted)
        {
            if (call.Workspace.SettingNamed(id) is { Definition.IsBlocked: false } setting && !JsonNode.DeepEquals(setting.Value, value))
            {
                SettingEffects.Store(call.Workspace, setting, value);
            }
        }
    }

    // As long as nobody gave the site a name of its own. The old ones left it alone.
    private static bool FollowsTheOrganization(ApiCall call)
    {
        var name = call.Workspace.SettingNamed(SiteName)!;
        return call.Profile.OrganizationNamesTheSite
            && (JsonNode.DeepEquals(name.Value, name.Definition.Default) || call.Workspace.SettingText(SiteName) == call.Workspace.SettingText(OrganizationName));
    }

    private static bool MayChange(ApiCall call, string id) =>
        call.Can("edit-privileged-setting") || (call.Can("manage-selected-settings") && call.Can($"change-setting-{id}"));

    private static void DemandType(ApiCall call, string type, JsonNode? value)
    {
        if (!Fits(type, value))
        {
            throw new BareFailureException($"Match error: Expected {Expected(type)}, got {Kind(value)}");
        }

        if (call.Profile.RefusesFractions && Expected(type) == "number" && value!.GetValue<double>() % 1 != 0)
        {
            var what = $"Invalid setting value {value.ToJsonString()}";
            throw call.Profile.InvalidNumberHasCode
                ? ApiException.In("saveSettings", "error-invalid-setting-value", what)
                : ApiException.In("saveSettings", what, "Invalid setting value");
        }
    }

    private static bool Fits(string type, JsonNode? value) => (Expected(type), value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        _ => false,
    };

    private static string Expected(string type) => type switch
    {
        "boolean" => "boolean",
        "int" or "timespan" or "range" => "number",
        "multiSelect" => "array",
        _ => "string",
    };

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array or JsonValueKind.Object => "object",
        _ => "null",
    };
}
