using System.Text.Json;

namespace RocketChat.Client;

/// <summary>Finds out whether somebody is in a room: from the user's rooms, which administrators see, or from the room's members.</summary>
internal static class MemberLookup
{
    public static async Task<bool?> FindAsync(Room room, User user, Operation operation) =>
        await AmongRoomsOfUserAsync(room, user, operation).ConfigureAwait(false)
        ?? await AmongMembersAsync(room, user, operation).ConfigureAwait(false);

    // One answer serves all rooms of the user. Servers before 7.0 do not know the parameter; they leave the rooms out, or refuse it.
    private static async Task<bool?> AmongRoomsOfUserAsync(Room room, User user, Operation operation)
    {
        try
        {
            var request = ApiRequest.Get("users.info", ("userId", user.Id), ("includeUserRooms", "true")) with { IsLookup = true };
            var answer = await operation.SendAsync(request).ConfigureAwait(false);
            return answer.Required("user").Member("rooms") is { ValueKind: JsonValueKind.Array } rooms
                ? rooms.EnumerateArray().Any(item => item.Text("rid") == room.Id)
                : null;
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Rejected or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }

    private static async Task<bool?> AmongMembersAsync(Room room, User user, Operation operation)
    {
        var endpoint = room.Kind == RoomKind.Channel ? "channels.members" : "groups.members";
        try
        {
            await foreach (var member in operation.ListAsync(ApiRequest.Get(endpoint, ("roomId", room.Id)) with { IsLookup = true }, "members").ConfigureAwait(false))
            {
                if (member.Text("_id") == user.Id)
                {
                    return true;
                }
            }

            return false;
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Rejected or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }
}
