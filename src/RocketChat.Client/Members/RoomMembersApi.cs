using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Members;

/// <summary>The members of a room.</summary>
public sealed class RoomMembersApi
{
    private readonly DeadlineHandler _deadline;
    private readonly MemberLookup _lookup;

    internal RoomMembersApi(DeadlineHandler deadline, MemberLookup lookup) => (_deadline, _lookup) = (deadline, lookup);

    /// <summary>
    /// Whether a user is in a room; null if this account cannot see it, as in a private room that it is not in, without being an
    /// administrator.
    /// </summary>
    /// <exception cref="ArgumentNullException">The room or the user is missing.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the membership.</exception>
    public Task<bool?> IsMemberAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(user);
        return _deadline.RunAsync(call => _lookup.FindAsync(room, user, call), cancellationToken);
    }

    /// <summary>
    /// The users who are not in a room, as <see cref="IsMemberAsync"/> answers; the members of a public room are read at once if that takes
    /// fewer calls.
    /// </summary>
    /// <exception cref="ArgumentNullException">The room or the users are missing.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the membership.</exception>
    public Task<IReadOnlyList<User>> FindOutsidersAsync(
        Room room, IReadOnlyCollection<User> users, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(users);
        return _deadline.RunAsync(call => _lookup.FindOutsidersAsync(room, users, call), cancellationToken);
    }

    /// <summary>
    /// The roles of a user in a room, such as <c>owner</c>; empty for a member without roles and for a user who is not in the room. Null if
    /// this account cannot see the rooms of the user; it always sees its own. Costs no call after <see cref="IsMemberAsync"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The room or the user is missing.</exception>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<string>?> GetRolesAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(user);
        return _deadline.RunAsync(call => _lookup.RolesAsync(room, user, call), cancellationToken);
    }

    /// <summary>
    /// Adds a user to a channel or private room (<c>channels.invite</c>, <c>groups.invite</c>). Members stay members. Everybody in the room
    /// sees the message about it.
    /// </summary>
    /// <exception cref="ArgumentException">The room is of a kind without invitations.</exception>
    /// <exception cref="RocketChatException"><see cref="RocketChatErrorKind.Forbidden"/>, or the call failed.</exception>
    public Task InviteAsync(Room room, User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(user);
        var family = room.Kind switch
        {
            RoomKind.Channel => "channels",
            RoomKind.Private => "groups",
            _ => throw new ArgumentException($"Nobody is invited to a room of kind {room.Kind}.", nameof(room)),
        };
        var request = ApiRequest.Post($"{family}.invite", JsonBody.Of(("roomId", room.Id), ("userId", user.Id))) with
        {
            MayRepeat = true,
            Changes = Subject.OfMember(room.Id, user.Id),
        };
        return _deadline.RunAsync(call => call.SendAsync(request), cancellationToken);
    }
}
