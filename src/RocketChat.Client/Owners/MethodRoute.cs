using System.Text.Json;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// The method calls behind <see cref="RoomRoute"/>: the same guards for teams, Matrix and the last owner, but also for archived rooms and
/// for private rooms that the account is not in. Deprecated in 8.x, gone in 9.0.
/// </summary>
internal sealed class MethodRoute : IOwnerRoute
{
    public Task AddAsync(Room room, User user, ApiCall call) => CallAsync("addRoomOwner", room, user, call);

    public Task RemoveAsync(Room room, User user, ApiCall call) => CallAsync("removeRoomOwner", room, user, call);

    private static Task<JsonElement> CallAsync(string method, Room room, User user, ApiCall call) =>
        call.CallMethodAsync(method, [room.Id, user.Id], changes: Subject.OfOwner(room.Id, user.Id));
}
