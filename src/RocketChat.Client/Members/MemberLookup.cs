namespace RocketChat.Client;

/// <summary>Finds out whether somebody is in a room: from the user's rooms, which administrators see, or from the room's members.</summary>
internal static class MemberLookup
{
    // The user's rooms come in one answer that serves all of them.
    public static async Task<bool?> FindAsync(Room room, User user, UserRoomsQuery userRooms, Operation operation) =>
        await userRooms.AskAsync(user.Id, operation).ConfigureAwait(false) is { } known
            ? known.Items("rooms").Any(item => item.Text("rid") == room.Id)
            : await AmongMembersAsync(room, user, operation).ConfigureAwait(false);

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
