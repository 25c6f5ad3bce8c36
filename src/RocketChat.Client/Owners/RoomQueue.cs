namespace RocketChat.Client.Owners;

/// <summary>Runs the changes of one room one after the other: the check for the last owner is a read before a write.</summary>
internal sealed class RoomQueue
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string roomId, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var entry = Enter(roomId);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await change().ConfigureAwait(false);
            }
            finally
            {
                entry.Turn.Release();
            }
        }
        finally
        {
            Leave(roomId, entry);
        }
    }

    private Entry Enter(string roomId)
    {
        lock (_entries)
        {
            if (!_entries.TryGetValue(roomId, out var entry))
            {
                _entries[roomId] = entry = new Entry();
            }

            entry.Waiting++;
            return entry;
        }
    }

    private void Leave(string roomId, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Waiting == 0)
            {
                _entries.Remove(roomId);
                entry.Turn.Dispose();
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Waiting { get; set; }
    }
}
