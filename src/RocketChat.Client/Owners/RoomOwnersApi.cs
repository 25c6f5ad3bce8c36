namespace RocketChat.Client;

/// <summary>Who owns a room. Only members can own it; several can; direct messages and live chats have no owners.</summary>
public sealed class RoomOwnersApi
{
    private readonly Operations _operations;
    private readonly OwnerList _list;
    private readonly RoomOwnership _ownership;
    private readonly BulkReads<OwnerIndex> _allOwners;
    private readonly UserRoomsQuery _userRooms;

    internal RoomOwnersApi(
        Operations operations, OwnerList list, RoomOwnership ownership, BulkReads<OwnerIndex> allOwners, UserRoomsQuery userRooms)
    {
        _operations = operations;
        _list = list;
        _ownership = ownership;
        _allOwners = allOwners;
        _userRooms = userRooms;
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
        return _operations.RunAsync(operation => _list.ReadAsync(roomId, operation), cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="GetAsync"/>, for reading the owners of many rooms, one after the other or at once: in as few calls as the
    /// server offers. From N rooms in a workspace with U owners on, where N is more than U and more than eight, the owners of all rooms are
    /// read, in U calls and one for every hundred owners; that serves until this client writes, or for ten minutes. Not for a decision
    /// that a write depends on.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<IReadOnlyList<User>> GetOneOfManyAsync(string roomId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        return await _allOwners.GetAsync(cancellationToken).ConfigureAwait(false) is { } all
            ? all.OwnersOf(roomId)
            : await GetAsync(roomId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ids of all rooms that a user owns, in one call; needs <c>view-other-user-channels</c>.</summary>
    /// <exception cref="ArgumentException">The user id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed, or the account may not see it (<see
    /// cref="RocketChatErrorKind.Forbidden"/>).</exception>
    public Task<IReadOnlyList<string>> GetRoomsOwnedByAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _operations.RunAsync(
            async operation => await OwnerIndex.RoomsOfAsync(userId, _userRooms, operation).ConfigureAwait(false)
                ?? throw new RocketChatException(
                    RocketChatErrorKind.Forbidden,
                    $"The server does not tell this account which rooms the user {userId} is in; that needs the permission "
                        + "view-other-user-channels."),
            cancellationToken);
    }

    /// <summary>
    /// Makes a member an owner and reads back that it holds. Changes to one room follow each other; other rooms do not wait.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty (the server would make a workspace-wide owner), or the room is of a kind
    /// without owners.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotAMember"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.NotConfirmed"/>, or the call failed.
    /// </exception>
    public Task<OwnerChange> AddAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _operations.RunAsync(operation => _ownership.AddAsync(room, user, operation), cancellationToken);
    }

    /// <summary>
    /// Takes ownership away from a user and reads back that it holds; the user stays a member. If the room turns out to be left without an
    /// active owner, because somebody else removed another one at the same time, the ownership is given back.
    /// </summary>
    /// <param name="room">The room.</param>
    /// <param name="user">The owner to remove; one who is no owner (any more) is <see cref="OwnerChange.AlreadySo"/>.</param>
    /// <param name="allowLast">Whether the room may be left without any owner, or with deactivated ones only.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The room id is empty, or the room is of a kind without owners.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.LastOwner"/> when the user still is an owner, <see cref="RocketChatErrorKind.Forbidden"/>,
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
        return _operations.RunAsync(
            async operation => await LastActiveOwner.FindAsync(users, operation).ConfigureAwait(false) is not null, cancellationToken);
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
