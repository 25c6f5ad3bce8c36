using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Members;

/// <summary>Finds out whether a user is in a room: from the user's rooms, which administrators see, or from the room's members.</summary>
internal static class MemberLookup
{
    // The user's rooms first: their list serves the lookups in other rooms, too. Only a recent one shows that the user is not in the room.
    public static async Task<bool?> FindAsync(Room room, User user, UserRoomsQuery userRooms, ApiCall call)
    {
        var known = await userRooms.AskAsync(user.Id, room.Id, call).ConfigureAwait(false);
        if (known is { } rooms && !Subscriptions(rooms, room).Any())
        {
            known = await userRooms.AskAsync(user.Id, room.Id, call, ApiRequest.Recent).ConfigureAwait(false);
        }

        return known is { } found ? Subscriptions(found, room).Any() : await AmongMembersAsync(room, user, call).ConfigureAwait(false);
    }

    public static async Task<IReadOnlyList<string>?> RolesAsync(Room room, User user, UserRoomsQuery userRooms, ApiCall call) =>
        await userRooms.AskAsync(user.Id, room.Id, call, ApiRequest.Recent).ConfigureAwait(false) is { } known
            ? [.. Subscriptions(known, room).SelectMany(item => item.Strings("roles") ?? [])]
            : null;

    private static IEnumerable<JsonElement> Subscriptions(JsonElement user, Room room) =>
        user.Items("rooms").Where(item => item.String("rid") == room.Id);

    private static async Task<bool?> AmongMembersAsync(Room room, User user, ApiCall call)
    {
        var endpoint = room.Kind == RoomKind.Channel ? "channels.members" : "groups.members";
        try
        {
            var request = ApiRequest.Get(endpoint, ("roomId", room.Id)) with
            {
                IsLookup = true,
                About = [Subject.MembersOf(room.Id)],
                MaxAge = ApiRequest.Recent,
            };
            await foreach (var member in call.ListAsync(request, "members").ConfigureAwait(false))
            {
                if (member.String("_id") == user.Id)
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
