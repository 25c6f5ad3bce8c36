namespace RocketChat.Client;

/// <summary>
/// The method calls behind <see cref="RoomRoute"/>: the same care for teams, Matrix and the last owner, also in archived rooms and in
/// private rooms whose member we are not. Deprecated in 8.x, to be removed in 9.0.
/// </summary>
internal sealed class MethodRoute : IOwnerRoute
{
    public Task AddAsync(Room room, User user, ApiCall call) => call.CallMethodAsync("addRoomOwner", [room.Id, user.Id]);

    public Task RemoveAsync(Room room, User user, ApiCall call) => call.CallMethodAsync("removeRoomOwner", [room.Id, user.Id]);
}
