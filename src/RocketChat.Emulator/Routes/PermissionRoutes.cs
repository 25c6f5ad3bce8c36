using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>The permissions, and the roles that have them.</summary>
internal static class PermissionRoutes
{
    private const string ForSetting = "change-setting-";

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("permissions.listAll", List) with { Schema = new RequestSchema { Optional = ["updatedSince"] } };
        yield return Route.Post("permissions.update", Update) with
        {
            Schema = new RequestSchema("permissions"),
            LaterPermission = "access-permissions",
        };
    }

    private static Reply List(EndpointCall call)
    {
        if (call.Text("updatedSince") is { } since && !DateTimeOffset.TryParse(since, out _))
        {
            throw new ApiException(
                "error-roomId-param-invalid", "The \"updatedSince\" query parameter must be a valid date.");
        }

        return Reply.Success(new JsonObject { ["update"] = All(call), ["remove"] = new JsonArray() });
    }

    private static Reply Update(EndpointCall call)
    {
        if (!call.Can("access-permissions"))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var wanted = (call.Body["permissions"] as JsonArray ?? []).Select(Wanted).ToArray();
        if (wanted.Length == 0 || wanted.Contains(null))
        {
            return Reply.Failure("Invalid body params", "error-invalid-body-params");
        }

        if (!wanted.All(permission => IsKnown(call, permission!.Value.Id)))
        {
            return Reply.Failure("Invalid permission", "error-invalid-permission");
        }

        if (wanted.SelectMany(permission => permission!.Value.Roles).Any(role => call.Workspace.Roles.Find(role) is null))
        {
            return Reply.Failure("Invalid role", "error-invalid-role");
        }

        foreach (var permission in wanted)
        {
            call.Workspace.Roles.SetPermission(permission!.Value.Id, permission.Value.Roles);
        }

        return Reply.Success(new JsonObject { ["permissions"] = All(call) });
    }

    private static (string Id, string[] Roles)? Wanted(JsonNode? permission) =>
        permission is JsonObject given
        && EndpointCall.Text(given, "_id") is { } id
        && given["roles"] is JsonArray roles
        && roles.All(role => role?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            ? (id, roles.Select(role => role!.ToString()).ToArray())
            : null;

    private static bool IsKnown(EndpointCall call, string id) => call.Workspace.Roles.Permissions.ContainsKey(id)
        || (id.StartsWith(ForSetting, StringComparison.Ordinal)
            && call.Workspace.Settings.Find(id[ForSetting.Length..]) is { Definition.IsHidden: false });

    // Each setting that is not hidden has a permission of its own, which no role has at first.
    private static JsonArray All(EndpointCall call)
    {
        var updatedAt = JsonText.Moment(call.Workspace.StartedAt);
        var permissions = call.Workspace.Roles.Permissions;
        var forSettings = call.Workspace.Settings.All
            .Where(setting => !setting.Definition.IsHidden)
            .Select(setting => setting.Definition.Id)
            .Where(setting => !permissions.ContainsKey(ForSetting + setting))
            .Select(setting => (JsonNode?)new JsonObject
            {
                ["_id"] = ForSetting + setting,
                ["level"] = "settings",
                ["settingId"] = setting,
                ["roles"] = new JsonArray(),
                ["_updatedAt"] = updatedAt,
            });
        return JsonText.Array(permissions
            .Select(permission => (JsonNode?)new JsonObject
            {
                ["_id"] = permission.Key,
                ["roles"] = JsonText.Array(permission.Value),
                ["_updatedAt"] = updatedAt,
            })
            .Concat(forSettings));
    }
}
