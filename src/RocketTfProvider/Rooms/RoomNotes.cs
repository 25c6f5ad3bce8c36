namespace RocketTfProvider.Rooms;

/// <summary>
/// Findings of the refreshes and plans of a run about a room, for the plans and the apply that follow:
/// <list type="bullet">
/// <item>each refresh notes what was changed outside, and that the object was moved: the plan after it reports both;</item>
/// <item>each plan claims the room for its type of resource;</item>
/// <item>each plan notes whom the state has, and who owned the room: an ownership that is adopted is reported once, and the apply knows
/// what was reported.</item>
/// </list>
/// </summary>
internal sealed class RoomNotes
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _resourceTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _reviewed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
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
}
