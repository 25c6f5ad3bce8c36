using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>The roles that there are: listed, made, changed and removed.</summary>
internal static class RoleDefinitionRoutes
{
    private static readonly string[] Scopes = ["Users", "Subscriptions"];
    private static readonly RequestSchema Creation = new("name") { Optional = ["description", "scope", "mandatory2fa"] };
    private static readonly RequestSchema Change = new("roleId", "name") { Optional = ["description", "scope", "mandatory2fa"] };

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("roles.list", List);
        yield return Route.Get("roles.sync", Sync);
        yield return Route.Post("roles.create", Create);
        yield return Route.Post("roles.update", Update);
        yield return Route.Post("roles.delete", Delete) with
        {
            LaterPermission = "access-permissions",
            Schema = new RequestSchema("roleId"),
        };
    }

    private static Reply List(EndpointCall call) =>
        Reply.Success(new JsonObject { ["roles"] = JsonText.Array(call.Workspace.Roles.All.Select(RoleView.Of)) });

    private static Reply Sync(EndpointCall call) => Reply.Success(new JsonObject
    {
        ["roles"] = new JsonObject
        {
            ["update"] = JsonText.Array(call.Workspace.Roles.All.Select(role => RoleView.WithTime(role, call.Workspace.StartedAt))),
            ["remove"] = new JsonArray(),
        },
    });

    private static Reply Create(EndpointCall call)
    {
        DemandLicense(call);
        Demand(call, Creation);
        var role = Described(call, new Role(MeteorId.NewId(), "Users", ""));
        DemandFreeName(call, role);
        call.Workspace.Roles.Add(role);
        return Shown(call, role);
    }

    // With a license or without, the description of a built-in role can be changed.
    private static Reply Update(EndpointCall call)
    {
        Demand(call, Change);
        var present = call.Workspace.Roles.Find(call.Text("roleId")!);
        if (present is not { IsProtected: true })
        {
            DemandLicense(call);
        }

        if (present is null)
        {
            throw new ApiException("error-invalid-roleId", "This role does not exist");
        }

        var role = Described(call, present);
        if (present.IsProtected && (role.Name != present.Name || role.Scope != present.Scope))
        {
            throw new ApiException("error-role-protected", "Role is protected");
        }

        DemandFreeName(call, role);
        call.Workspace.Roles.Replace(present, role);
        return Shown(call, role);
    }

    private static Reply Delete(EndpointCall call)
    {
        DemandPermission(call);
        var roles = call.Workspace.Roles;
        var role = (call.Text("roleId") is { } id ? roles.Find(id) ?? roles.Named(id) : null)
            ?? throw new ApiException("error-invalid-roleId", "This role does not exist");
        if (role.IsProtected)
        {
            throw new ApiException("error-role-protected", "Cannot delete a protected role");
        }

        if (call.Workspace.Users.All.Any(user => user.Roles.Contains(role.Id)) || call.Workspace.Rooms.HoldersInAnyRoom(role.Id).Any())
        {
            throw new ApiException("error-role-in-use", "Cannot delete role because it's in use");
        }

        roles.Remove(role);
        return Reply.Success();
    }

    private static Role Described(EndpointCall call, Role role) => role with
    {
        Name = call.Text("name")!,
        Scope = call.Text("scope") ?? "Users",
        Description = call.Text("description") ?? "",
        NeedsTwoFactor = call.Body.ContainsKey("mandatory2fa") ? call.Flag("mandatory2fa") : role.NeedsTwoFactor,
    };

    private static void DemandLicense(EndpointCall call)
    {
        if (call.Profile.CustomRolesNeedLicense && !call.Workspace.HasLicense)
        {
            throw new ApiException("error-action-not-allowed", "This is an enterprise feature");
        }
    }

    private static void Demand(EndpointCall call, RequestSchema schema)
    {
        if (schema.Complaint(call.Body, refuseUnknownKeys: true) is not null
            || call.Text("name") is null
            || (call.Text("scope") is { } scope && !Scopes.Contains(scope)))
        {
            throw new ApiException("error-invalid-role-properties", "The role properties are invalid.");
        }

        DemandPermission(call);
    }

    private static void DemandPermission(EndpointCall call)
    {
        if (!call.Can("access-permissions"))
        {
            throw new ApiException("error-action-not-allowed", "Accessing permissions is not allowed");
        }
    }

    private static void DemandFreeName(EndpointCall call, Role role)
    {
        var other = call.Workspace.Roles.Named(role.Name) ?? call.Workspace.Roles.Find(role.Name);
        if (other is not null && other.Id != role.Id)
        {
            throw new ApiException("error-duplicate-role-names-not-allowed", "Role name already exists");
        }
    }

    private static Reply Shown(EndpointCall call, Role role) =>
        Reply.Success(new JsonObject { ["role"] = RoleView.WithTime(role, call.Workspace.Now) });
}
