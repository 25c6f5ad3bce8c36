namespace RocketChat.Client.Reads;

/// <summary>The writes of this client in their order: whether an answer from before a write is about what the write changed.</summary>
internal sealed class WriteLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _subjects = new(StringComparer.Ordinal);
    private long _count;
    private long _lastOfAll;

    /// <summary>The number of writes so far: the point in time of a read that begins now.</summary>
    public long Now
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>The last write that may have changed anything.</summary>
    public long LastOfAll
    {
        get
        {
            lock (_lock)
            {
                return _lastOfAll;
            }
        }
    }

    /// <summary>Notes the end of a write.</summary>
    /// <param name="changes">The subjects that it may have changed; null for all.</param>
    public void Note(IReadOnlyList<string>? changes)
    {
        lock (_lock)
        {
            _count++;
            if (changes is null)
            {
                _lastOfAll = _count;
                return;
            }

            foreach (var subject in changes)
            {
                _subjects[subject] = _count;
            }
        }
    }

    /// <summary>Whether an answer that was asked for at this point in time still holds for these subjects.</summary>
    public bool Holds(long since, params IReadOnlyList<string> about)
    {
        lock (_lock)
        {
            return since >= _lastOfAll && about.All(subject => since >= _subjects.GetValueOrDefault(subject));
        }
    }
}
