using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>
/// What one run of a CLI did to owners so far. A replacement reaches the provider as a delete and a create that know nothing of each
/// other, in either order; this is where they meet, so that a room never loses its last owner in between. It is also where resources of
/// different kinds learn that they are about the same room.
/// </summary>
internal sealed class OwnershipRun
{
    private readonly Lock _lock = new();
    private volatile User? _self;
    private readonly HashSet<(string RoomId, string UserId)> _made = [];
    private readonly List<(string RoomId, User User)> _leaving = [];
    private readonly HashSet<(string RoomId, string Resource)> _claims = [];
    private readonly List<(string RoomId, string UserId, bool Owner)> _changes = [];
    private readonly Dictionary<string, IReadOnlyCollection<string>> _handedOver = [];
    private readonly HashSet<(string RoomId, string UserId)> _wanted = [];

    /// <summary>The account that calls, asked for once.</summary>
    public async Task<User> SelfAsync(RocketChatClient client, CancellationToken cancellationToken) =>
        _self ??= await client.Account.GetAsync(cancellationToken);

    /// <summary>Remembers that an object of this run holds the ownership.</summary>
    /// <returns>The owners of the room who were only waiting for another one.</returns>
    public IReadOnlyList<User> Made(Room room, User user)
    {
        lock (_lock)
        {
            _made.Add((room.Id, user.Id));
            var waiting = _leaving.Where(l => l.RoomId == room.Id).Select(l => l.User).ToList();
            _leaving.RemoveAll(l => l.RoomId == room.Id);
            return waiting.FindAll(w => w.Id != user.Id);
        }
    }

    /// <summary>True when an object of this run holds the ownership: the one that is deleted now is its predecessor.</summary>
    public bool IsMade(Room room, User user)
    {
        lock (_lock)
        {
            return _made.Contains((room.Id, user.Id));
        }
    }

    /// <summary>True when the owner only stays until the room has another one.</summary>
    public bool IsLeaving(Room room, User user)
    {
        lock (_lock)
        {
            return _leaving.Exists(l => l.RoomId == room.Id && l.User.Id == user.Id);
        }
    }

    /// <summary>Lets an owner stay until the room has another one.</summary>
    public void LeavesLater(Room room, User user)
    {
        lock (_lock)
        {
            _leaving.Add((room.Id, user));
        }
    }

    /// <summary>Says that a resource of this type manages owners of the room.</summary>
    /// <returns>Whether a resource of another type said so, too.</returns>
    public bool IsShared(string roomId, string resource)
    {
        lock (_lock)
        {
            _claims.Add((roomId, resource));
            return _claims.Any(claim => claim.RoomId == roomId && claim.Resource != resource);
        }
    }

    /// <summary>Remembers a change that this run made.</summary>
    public void Changed(string roomId, string userId, bool owner)
    {
        lock (_lock)
        {
            _changes.Add((roomId, userId, owner));
        }
    }

    /// <summary>These owners, seen before the run, as they must be now if nobody else has changed them.</summary>
    public IReadOnlySet<string> SinceThen(string roomId, IEnumerable<string> seen)
    {
        var owners = seen.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (_, userId, owner) in _changes.Where(change => change.RoomId == roomId))
            {
                _ = owner ? owners.Add(userId) : owners.Remove(userId);
            }
        }

        return owners;
    }

    /// <summary>Remembers whom an authoritative resource of this run wants as owners.</summary>
    public void Wants(string roomId, IEnumerable<string> userIds)
    {
        lock (_lock)
        {
            _wanted.UnionWith(userIds.Select(userId => (roomId, userId)));
        }
    }

    /// <summary>True when an authoritative resource of this run wants the owner to stay.</summary>
    public bool IsWanted(string roomId, string userId)
    {
        lock (_lock)
        {
            return _wanted.Contains((roomId, userId));
        }
    }

    /// <summary>Leaves the owners that an object added to the object that replaces it.</summary>
    public void HandOver(string roomId, IReadOnlyCollection<string> added)
    {
        lock (_lock)
        {
            _handedOver[roomId] = added;
        }
    }

    /// <summary>The owners that a replaced object left for its successor.</summary>
    public IReadOnlyCollection<string> TakeOver(string roomId)
    {
        lock (_lock)
        {
            return _handedOver.Remove(roomId, out var added) ? added : [];
        }
    }
}
