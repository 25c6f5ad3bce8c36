namespace RocketChat.Emulator.State;

/// <summary>
/// Changes that the server makes by itself a while later. Each is made before the first request that comes after its time.
/// </summary>
internal sealed class Schedule(TimeProvider time)
{
    private readonly PriorityQueue<Action, DateTimeOffset> _changes = new();

    public void Add(TimeSpan delay, Action change) => _changes.Enqueue(change, time.GetUtcNow() + delay);

    public void RunDue()
    {
        while (_changes.TryPeek(out var change, out var due) && due <= time.GetUtcNow())
        {
            _changes.Dequeue();
            change();
        }
    }

    public void Clear() => _changes.Clear();
}
