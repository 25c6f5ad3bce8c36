using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Members;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>The owners of a room. Owners are members of the room; direct messages and live chats have none.</summary>
public sealed class RoomOwnersApi
{
    private readonly DeadlineHandler _deadline;
    private readonly KnownOwners _known;
    private readonly OwnerList _list;
    private readonly MemberLookup _members;
    private readonly RoomOwnership _ownership;
    private readonly BulkReads<OwnerIndex> _allOwners;
    private readonly UserRoomsQuery _userRooms;
    private readonly OwnersOfMany _ownersOfMany;
    private int _prepared;

    internal RoomOwnersApi(
        DeadlineHandler deadline,
        KnownOwners known,
        OwnerList list,
        MemberLookup members,
        BulkReads<OwnerIndex> allOwners,
        ApiCapabilities capabilities)
    {
        _deadline = deadline;
        _known = known;
        _list = list;
        _members = members;
        _allOwners = allOwners;
        _userRooms = capabilities.UserRooms;
        _ownersOfMany = new OwnersOfMany(known, _userRooms);
        _ownership = new RoomOwnership(list, _ownersOfMany, capabilities);
    }

    /// <summary>
    /// The owners of a room, in the server's order. Empty for a room without owners and for an administrator who asks about
    /// a room that does not exist: <see cref="RoomsApi.FindByIdAsync(string, CancellationToken)"/> tells them apart.
    /// <see cref="User.Active"/>, <see cref="User.Type"/> and <see cref="User.Roles"/> are not set.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<User>> GetAsync(string roomId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        return _deadline.RunAsync(call => _list.ReadAsync(roomId, call), cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="GetAsync"/>, for the owners of many rooms, in as few calls as the server allows. After more than eight rooms,
    /// and more rooms than the workspace has owners, the owners of all rooms are read, with a call for each owner and one for each hundred
    /// of them; the result serves for ten minutes, except for rooms whose owners this client changes. After such a change, the list that
    /// confirmed it serves. Not for decisions before a write.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<IReadOnlyList<User>> GetOneOfManyAsync(string roomId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        return _known.Find(roomId, TimeSpan.MaxValue)
            ?? (await _allOwners.GetAsync(Subject.OwnersOf(roomId), cancellationToken).ConfigureAwait(false))?.OwnersOf(roomId)
            ?? await GetAsync(roomId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The same as <see cref="GetAsync"/>, where a list that was read a few seconds ago, and not changed by this client since, will do.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<User>> GetRecentAsync(string roomId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        return _deadline.RunAsync(call => _list.ReadAsync(roomId, call, ApiRequest.Recent), cancellationToken);
    }

    /// <summary>
    /// Whether a user owns a room, as this client has read it and not changed it since. The user's roles are read, or, where many users of
    /// the room are asked about, its owners. Not for decisions before a write.
    /// </summary>
    /// <exception cref="ArgumentException">The room id is empty.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<bool> IsOwnerAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(user);
        RequireRoomId(room.Id);
        if (_known.IsOwner(room.Id, user.Id) is { } known)
        {
            return known;
        }

        var roles = _members.PrefersLists(room, user)
            ? null
            : await _deadline.RunAsync(call => _members.RolesAsync(room, user, call), cancellationToken).ConfigureAwait(false);
        return roles?.Contains("owner") ?? user.IsAmong(await GetOneOfManyAsync(room.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Whether another user is known to be an active owner of the room, without a read of the room: one call shows all rooms of a user who
    /// owns many. False says nothing.
    /// </summary>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public Task<bool> IsKnownToKeepAnOwnerAsync(string roomId, string leavingUserId, CancellationToken cancellationToken = default)
    {
        RequireRoomId(roomId);
        ArgumentException.ThrowIfNullOrWhiteSpace(leavingUserId);
        return _deadline.RunAsync(
            async call => await _ownersOfMany.FindAsync(roomId, id => id == leavingUserId, call).ConfigureAwait(false) is not null,
            cancellationToken);
    }

    /// <summary>The ids of all rooms that a user owns, in one call; needs <c>view-other-user-channels</c>.</summary>
    /// <exception cref="ArgumentException">The user id is empty.</exception>
    /// <exception cref="RocketChatException">
    /// The call failed, or the account may not see it (<see cref="RocketChatErrorKind.Forbidden"/>).
    /// </exception>
    public Task<IReadOnlyList<string>> GetRoomsOwnedByAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return _deadline.RunAsync(
            async call => await OwnerIndex.RoomsOfAsync(userId, _userRooms, call).ConfigureAwait(false)
                ?? throw new RocketChatException(
                    RocketChatErrorKind.Forbidden,
                    $"The server does not show this account the rooms of the user {userId}; that needs the permission"
                    + " view-other-user-channels."),
            cancellationToken);
    }

    /// <summary>
    /// Makes a member an owner and reads the change back; one list serves all changes of the room that are under way at once.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The room id is empty (a server could make an owner of every room), or the room is of a kind without owners.
    /// </exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.NotAMember"/>, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.NotConfirmed"/>, or the call failed.
    /// </exception>
    public Task<OwnerChange> AddAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _deadline.RunAsync(call => _ownership.AddAsync(room, user, readFirst: true, call), cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="AddAsync"/>, for a user who is probably not an owner yet: the owners are not read before the change, and the
    /// server's answer shows whether the user is one already.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="AddAsync"/>.</exception>
    /// <exception cref="RocketChatException">As for <see cref="AddAsync"/>.</exception>
    public Task<OwnerChange> AddUnreadAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _deadline.RunAsync(call => _ownership.AddAsync(room, user, readFirst: false, call), cancellationToken);
    }

    /// <summary>
    /// Reads what <see cref="RemoveAsync"/> decides by, at once with other reads of the caller. Sends nothing for a room whose owners were
    /// read before, for one that an owner of many rooms keeps, and after eight rooms: by then such an owner shows, if there is one.
    /// </summary>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public async Task PrepareRemovalAsync(string roomId, string userId, CancellationToken cancellationToken = default)
    {
        if (_known.IsUnread(roomId)
            && Interlocked.Increment(ref _prepared) <= BulkReads<OwnerIndex>.FirstSingles
            && !await IsKnownToKeepAnOwnerAsync(roomId, userId, cancellationToken).ConfigureAwait(false))
        {
            await GetRecentAsync(roomId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes ownership away from a user and reads back that it holds; the user stays a member. If the room turns out to be left without an
    /// active owner, because somebody else removed another one at the same time, the ownership is given back.
    /// </summary>
    /// <param name="room">The room.</param>
    /// <param name="user">The owner to remove; <see cref="OwnerChange.AlreadySo"/> for a user who is no longer an owner.</param>
    /// <param name="allowLast">Whether the room may be left without any owner, or with deactivated ones only.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The room id is empty, or the room is of a kind without owners.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.LastOwner"/> when the user still is an owner, <see cref="RocketChatErrorKind.Forbidden"/>,
    /// <see cref="RocketChatErrorKind.NotConfirmed"/>, or the call failed.
    /// </exception>
    public Task<OwnerChange> RemoveAsync(Room room, User user, bool allowLast = false, CancellationToken cancellationToken = default)
    {
        RequireOwnable(room, user);
        return _deadline.RunAsync(call => _ownership.RemoveAsync(room, user, allowLast, call), cancellationToken);
    }

    /// <summary>
    /// Whether one of these accounts exists and is active. They are looked up, one after the other, until an active one is found; an answer
    /// serves for five seconds.
    /// </summary>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public Task<bool> AnyActiveAsync(IEnumerable<User> users, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        return _deadline.RunAsync(
            async call => await LastActiveOwner.FindAsync(users, call).ConfigureAwait(false) is not null, cancellationToken);
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
