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

    /// <summary>Writes what differs, drops what it does not know, and refuses the whole when one value has the wrong type.</summary>
    public static void Save(ApiCall call, JsonArray settings)
    {
        var wanted = settings.OfType<JsonObject>()
            .Select(entry => (Setting: call.Workspace.SettingNamed(ApiCall.Text(entry, "_id") ?? ""), Value: entry["value"]))
            .ToArray();
        if (!call.Can("edit-privileged-setting") && !MayChangeSelected(call, settings))
        {
            throw new ApiException("error-action-not-allowed", "Editing settings is not allowed", new JsonObject
            {
                ["method"] = "saveSettings",
                ["settingIds"] = JsonText.Array(settings.OfType<JsonObject>().Select(entry => ApiCall.Text(entry, "_id") ?? "")),
            });
        }
        foreach (var (setting, value) in wanted)
        {
            if (setting is not null && !Fits(setting.Definition.Type, value))
            {
                throw new BareFailureException($"Match error: Expected {Expected(setting.Definition.Type)}, got {Kind(value)}");
            }
        }
        foreach (var (setting, value) in wanted)
        {
            if (setting is { Definition.IsBlocked: false } && !JsonNode.DeepEquals(setting.Value, value))
            {
                SettingEffects.Store(call.Workspace, setting, value);
            }
            if (setting?.Definition.Id == "Organization_Name")
            {
                call.Workspace.SetSetting("Site_Name", value);
            }
        }
    }

    private static bool MayChangeSelected(ApiCall call, JsonArray settings) =>
        call.Can("manage-selected-settings")
        && settings.OfType<JsonObject>().All(entry => call.Can($"change-setting-{ApiCall.Text(entry, "_id")}"));

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
