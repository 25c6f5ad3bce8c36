using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>A role as the endpoints show one.</summary>
internal static class RoleView
{
    public static JsonObject Of(Role role) => new()
    {
        ["_id"] = role.Id,
        ["scope"] = role.Scope,
        ["description"] = role.Description,
        ["mandatory2fa"] = role.NeedsTwoFactor,
        ["name"] = role.Name,
        ["protected"] = role.IsProtected,
    };

    public static JsonObject WithTime(Role role, DateTimeOffset updatedAt)
    {
        var view = Of(role);
        view["_updatedAt"] = JsonText.Moment(updatedAt);
        return view;
    }
}
