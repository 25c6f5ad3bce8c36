namespace RocketChat.Client;

/// <summary>
/// <c>channels.addOwner</c> and its kin: works by user id, keeps teams and Matrix in step, guards the last owner and leaves a note in
/// the room. Refuses archived rooms, and private rooms whose member we are not.
/// </summary>
internal sealed class RoomRoute : IOwnerRoute
{
    public Task AddAsync(Room room, User user, ApiCall call) => SendAsync("addOwner", room, user, call);

    public Task RemoveAsync(Room room, User user, ApiCall call) => SendAsync("removeOwner", room, user, call);

    private static Task<ApiResponse> SendAsync(string action, Room room, User user, ApiCall call)
    {
        var family = room.Kind == RoomKind.Channel ? "channels" : "groups";
        return call.SendAsync(ApiRequest.Post($"{family}.{action}", JsonBody.Of(("roomId", room.Id), ("userId", user.Id))));
    }
}
