using RocketChat.Client.Http;

namespace RocketChat.Client.Retries;

/// <summary>
/// A gate for each bucket, closed until the server's window is over. The server counts calls by route, method and address, so the gates
/// serve all callers.
/// </summary>
internal sealed class RateGates(WaitLog waits, TimeProvider time)
{
    // Timers drop fractions of a millisecond: a wait without this would end before the gate opens, and begin again.
    private static readonly TimeSpan MinJitter = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MaxJitter = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, DateTimeOffset> _closedUntil = new(StringComparer.Ordinal);

    public void Close(string bucket, TimeSpan wait)
    {
        lock (_closedUntil)
        {
            var until = time.GetUtcNow() + wait;
            _closedUntil[bucket] = _closedUntil.TryGetValue(bucket, out var known) && known > until ? known : until;
        }
    }

    /// <summary>The time until the gate of a bucket opens; zero or less if it is open.</summary>
    public TimeSpan Closed(string bucket)
    {
        lock (_closedUntil)
        {
            return _closedUntil.TryGetValue(bucket, out var until) ? until - time.GetUtcNow() : TimeSpan.Zero;
        }
    }

    /// <summary>Waits until the gate opens, and a little longer at random, so that callers do not come back at once.</summary>
    public Task WaitAsync(string bucket, TimeSpan closed, ApiCall call) =>
        waits.WaitAsync(
            $"the server's rate limit on {bucket}", closed + MinJitter + ((MaxJitter - MinJitter) * Random.Shared.NextDouble()), call);
}
