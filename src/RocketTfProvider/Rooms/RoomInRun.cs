using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>
/// A room in a run of the CLI. The objects that are about the room meet here, since the CLI calls each of them on its own:
/// <list type="bullet">
/// <item>each refresh notes what was changed outside, and that the object was moved: the plan after it reports both;</item>
/// <item>each plan claims the room for its type of resource;</item>
/// <item>each plan notes whom the state has, and who owned the room: an ownership that is adopted is reported once, and the apply knows
/// what was reported;</item>
/// <item>each create keeps the ownerships that it manages: a delete of the same run leaves them alone;</item>
/// <item>the delete half of a replacement leaves to the create half what it cannot do itself;</item>
/// <item>each change is recorded, so that changes by others can be told from changes by this run.</item>
/// </list>
/// </summary>
internal sealed class RoomInRun
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _resourceTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _reviewed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
    private readonly List<(string UserId, bool IsOwner)> _changes = [];
    private List<User> _leaving = [];
    private IReadOnlyCollection<string> _added = [];
    private OwnerDrift? _drift;
    private bool _isMoved;

    /// <summary>Claims the room for a type of resource.</summary>
    /// <returns>Whether another type has claimed it, too.</returns>
    public bool Claim(string resourceType)
    {
        lock (_lock)
        {
            _resourceTypes.Add(resourceType);
            return _resourceTypes.Count > 1;
        }
    }

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

    /// <summary>Notes what a plan of this run has found, and reported: whether the user owns the room.</summary>
    public void NoteReviewed(string userId, bool isOwner)
    {
        lock (_lock)
        {
            _reviewed[userId] = isOwner;
        }
    }

    /// <summary>Whether the user owned the room when a plan of this run looked; null if none has.</summary>
    public bool? WasOwner(string userId)
    {
        lock (_lock)
        {
            return _reviewed.TryGetValue(userId, out var isOwner) ? isOwner : null;
        }
    }

    /// <summary>Notes that an object of the state manages the ownership.</summary>
    public void NoteStored(string userId)
    {
        lock (_lock)
        {
            _stored.Add(userId);
        }
    }

    /// <summary>Whether an object of the state manages the ownership: a create is then about a replacement of it.</summary>
    public bool IsStored(string userId)
    {
        lock (_lock)
        {
            return _stored.Contains(userId);
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

    /// <summary>Notes what a refresh has seen for the plan, which alone knows whether the configuration undoes it.</summary>
    public void NoteDrift(OwnerDrift? drift)
    {
        lock (_lock)
        {
            _drift = drift;
        }
    }

    /// <summary>The drift that a refresh has noted, for the first plan after it.</summary>
    public OwnerDrift? TakeDrift()
    {
        lock (_lock)
        {
            var drift = _drift;
            _drift = null;
            return drift;
        }
    }

    /// <summary>Notes that an object has come here from the other resource, for its plan.</summary>
    public void NoteMoved()
    {
        lock (_lock)
        {
            _isMoved = true;
        }
    }

    /// <summary>Whether an object about the room has come from the other resource in this run.</summary>
    public bool IsMoved()
    {
        lock (_lock)
        {
            return _isMoved;
        }
    }

    /// <summary>Records a change that this run has made.</summary>
    public void Record(string userId, bool isOwner)
    {
        lock (_lock)
        {
            _changes.Add((userId, isOwner));
        }
    }

    /// <summary>The owners as they must be now if only this run has changed them since they were seen.</summary>
    public IReadOnlySet<string> Expected(IEnumerable<string> seen)
    {
        var owners = seen.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (userId, isOwner) in _changes)
            {
                _ = isOwner ? owners.Add(userId) : owners.Remove(userId);
            }
        }

        return owners;
    }
}
