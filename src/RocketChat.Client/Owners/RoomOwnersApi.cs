namespace RocketChat.Client;

/// <summary>Who owns a room. Only members can own it; several can; direct messages and live chats have no owners.</summary>
public sealed class RoomOwnersApi
{
    private readonly Operations _operations;
    private readonly RoomOwnership _ownership;

    internal RoomOwnersApi(Operations operations, RoomOwnership ownership)
    {
        _operations = operations;
        _ownership = ownership;
    }

    /// <summary>
    /// The owners of a room, in the server's order. Empty for a room without owners and for an administrator who asks about
    /// a room that does not exist: <see cref="RoomsApi.FindByIdAsync(string, CancellationToken)"/> tells them apart.
    /// <see cref="User.Active"/>, <see cref="User.Type"/> and <see cref="User.Roles"/> are not told here.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<User>> GetAsync(string roomId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        return _operations.RunAsync(operation => OwnerList.ReadAsync(roomId, operation), cancellationToken);
    }

    /// <summary>
    /// Makes a member an owner and reads back that it holds. Changes to one room follow each other; other rooms do not wait.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty (the server would make a workspace-wide owner), or the room is of a kind without owners.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotAMember"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.NotConfirmed"/>, or the call failed.
    /// </exception>
    public Task<OwnerChange> AddAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _operations.RunAsync(operation => _ownership.AddAsync(room, user, operation), cancellationToken);
    }

    /// <summary>Takes ownership away from a user and reads back that it holds; the user stays a member.</summary>
    /// <param name="room">The room.</param>
    /// <param name="user">The owner to remove; one who is no owner (any more) is <see cref="OwnerChange.AlreadySo"/>.</param>
    /// <param name="allowLast">Whether the room may be left without any owner, or with deactivated ones only.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The room id is empty, or the room is of a kind without owners.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.LastOwner"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.NotConfirmed"/>, or the call failed.
    /// </exception>
    public Task<OwnerChange> RemoveAsync(Room room, User user, bool allowLast = false, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _operations.RunAsync(operation => _ownership.RemoveAsync(room, user, allowLast, operation), cancellationToken);
    }

    /// <summary>
    /// Whether one of these accounts can act: it is there and was not deactivated. Looks up those of whom <see cref="User.Active"/> is not
    /// known, one after the other, until one is found.
    /// </summary>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public Task<bool> AnyActiveAsync(IEnumerable<User> users, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        return _operations.RunAsync(operation => LastActiveOwner.IsAmongAsync(users, operation), cancellationToken);
    }

    private static void RequireOwnable(Room room, User user)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(user);
        RequireRoomId(room.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(user.Id, nameof(user));
        if (room.Kind is not (RoomKind.Channel or RoomKind.Private))
        {
            throw new ArgumentException($"A room of kind {room.Kind} has no owners.", nameof(room));
        }
    }

    private static void RequireRoomId(string roomId) => ArgumentException.ThrowIfNullOrWhiteSpace(roomId);
}
