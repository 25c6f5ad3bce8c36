namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private readonly PriorityQueue<Action, DateTimeOffset> _later = new();

    /// <summary>Lets something happen after a while. It happens before the first request that comes then.</summary>
    internal void Later(TimeSpan delay, Action happen) => _later.Enqueue(happen, Now + delay);

    internal void CatchUp()
    {
        while (_later.TryPeek(out var happen, out var due) && due <= Now)
        {
            _later.Dequeue();
            happen();
        }
    }
}
