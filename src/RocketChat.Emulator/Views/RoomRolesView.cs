using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>The members of a room who have a role there.</summary>
internal static class RoomRolesView
{
    public static JsonArray Of(Room room, WorkspaceState workspace, VersionProfile profile)
    {
        // Only room roles that have a description are listed: an owner role whose description was emptied is invisible here.
        var shown = workspace.Roles.All.Where(role => role.IsForRooms && role.Description.Length > 0).Select(role => role.Id).ToHashSet();
        return JsonText.Array(
            from membership in workspace.Rooms.MembershipsIn(room)
            let user = workspace.Users.ById(membership.UserId)
            where user is not null && membership.Roles.Any(shown.Contains)
            orderby user.Username
            select (JsonNode?)new JsonObject
            {
                ["_id"] = membership.Id,
                ["rid"] = room.Id,
                ["u"] = profile.RoomRolesHaveNames ? UserView.Named(user) : UserView.Reference(user),
                ["roles"] = JsonText.Array(membership.Roles),
            });
    }
}
