using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// <c>channels.addOwner</c> and its siblings: work by user id, update teams and Matrix, protect the last owner, and leave a message in the
/// room. They refuse archived rooms, and private rooms that the account is not in.
/// </summary>
internal sealed class RoomRoute : IOwnerRoute
{
    public Task AddAsync(Room room, User user, ApiCall call) => SendAsync("addOwner", room, user, call);

    public Task RemoveAsync(Room room, User user, ApiCall call) => SendAsync("removeOwner", room, user, call);

    private static Task<ApiResponse> SendAsync(string action, Room room, User user, ApiCall call)
    {
        var family = room.Kind == RoomKind.Channel ? "channels" : "groups";
        return call.SendAsync(ApiRequest.Post($"{family}.{action}", JsonBody.Of(("roomId", room.Id), ("userId", user.Id))) with
        {
            Changes = Subject.OfOwner(room.Id, user.Id),
        });
    }
}
