using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Which role may do what.</summary>
internal static class PermissionRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("permissions.listAll", List);
        yield return Route.Get("roles.sync", SyncRoles);
    }

    private static Reply List(ApiCall call)
    {
        var updatedAt = JsonText.Moment(call.Workspace.StartedAt);
        return Reply.Success(new JsonObject
        {
            ["update"] = JsonText.Array(call.Workspace.Roles.Permissions.Select(permission => (JsonNode?)new JsonObject
            {
                ["_id"] = permission.Key,
                ["roles"] = JsonText.Array(permission.Value),
                ["_updatedAt"] = updatedAt,
            })),
            ["remove"] = new JsonArray(),
        });
    }

    private static Reply SyncRoles(ApiCall call) => Reply.Success(new JsonObject
    {
        ["roles"] = new JsonObject
        {
            ["update"] = JsonText.Array(call.Workspace.Roles.All.Select(role => RoleView.WithTime(role, call.Workspace.StartedAt))),
            ["remove"] = new JsonArray(),
        },
    });
}
