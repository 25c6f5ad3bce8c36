using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>A membership as it is listed with a user.</summary>
internal static class MembershipView
{
    public static JsonObject Of(Membership membership, WorkspaceState workspace)
    {
        var room = workspace.Rooms.ById(membership.RoomId);
        var view = new JsonObject
        {
            ["_id"] = membership.Id,
            ["rid"] = membership.RoomId,
            ["name"] = room?.Name,
            ["t"] = room?.Type,
            ["unread"] = 0,
        };
        if (membership.RoleList.IsStored)
        {
            view["roles"] = JsonText.Array(membership.Roles);
        }

        if (room is { Federated: true })
        {
            view["federated"] = true;
        }

        return view;
    }
}
