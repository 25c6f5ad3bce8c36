using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>
/// Things that objects of a run leave to each other when they are replaced, or manage the same ownership:
/// <list type="bullet">
/// <item>each create keeps the ownerships that it manages: a delete of the same run leaves them alone;</item>
/// <item>the delete half of a replacement leaves to the create half what it cannot do itself.</item>
/// </list>
/// </summary>
internal sealed class OwnershipHandover
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private List<User> _leaving = [];
    private IReadOnlyCollection<string> _added = [];

    /// <summary>Keeps these ownerships for the object that manages them from now on.</summary>
    public void Keep(params IEnumerable<string> userIds)
    {
        lock (_lock)
        {
            _kept.UnionWith(userIds);
        }
    }

    /// <summary>Whether an object of this run manages the ownership: an object that is deleted later must leave it alone.</summary>
    public bool IsKept(string userId)
    {
        lock (_lock)
        {
            return _kept.Contains(userId);
        }
    }

    /// <summary>Leaves the removal of the room's last owner to the object that gives the room another one.</summary>
    public void LeaveRemoval(User lastOwner)
    {
        lock (_lock)
        {
            _leaving.Add(lastOwner);
        }
    }

    /// <summary>Whether a deleted object has left the removal of this owner to another.</summary>
    public bool IsLeaving(string userId)
    {
        lock (_lock)
        {
            return _leaving.Exists(user => user.Id == userId);
        }
    }

    /// <summary>The owners whose removal deleted objects have left; the caller removes them.</summary>
    public IReadOnlyList<User> TakeRemovals()
    {
        lock (_lock)
        {
            var leaving = _leaving.FindAll(user => !_kept.Contains(user.Id));
            _leaving = [];
            return leaving;
        }
    }

    /// <summary>Leaves the ids of the owners that an object has added to the object that replaces it.</summary>
    public void LeaveAdded(IReadOnlyCollection<string> userIds)
    {
        lock (_lock)
        {
            _added = userIds;
        }
    }

    /// <summary>The ids of the owners that a replaced object has added; the caller manages them from now on.</summary>
    public IReadOnlyCollection<string> TakeAdded()
    {
        lock (_lock)
        {
            var added = _added;
            _added = [];
            return added;
        }
    }
}
