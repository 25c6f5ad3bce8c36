namespace RocketTfProvider.Rooms;

/// <summary>The changes that a run has made to the owners of a room: changes by others can be told from them.</summary>
internal sealed class OwnerChanges
{
    private readonly Lock _lock = new();
    private readonly List<(string UserId, bool IsOwner)> _changes = [];

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
