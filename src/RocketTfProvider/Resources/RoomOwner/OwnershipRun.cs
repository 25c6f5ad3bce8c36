using RocketChat.Client;

namespace RocketTfProvider.Resources.RoomOwner;

/// <summary>
/// What one run of a CLI did to owners so far. A replacement reaches the provider as a delete and a create that know nothing of each
/// other, in either order; this is where they meet, so that a room never loses its last owner in between.
/// </summary>
internal sealed class OwnershipRun
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string RoomId, string UserId)> _made = [];
    private readonly List<(string RoomId, User User)> _leaving = [];

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
}
