namespace RocketChat.Client;

/// <summary>
/// The server counts calls per route, method and address, so whatever one caller learns about a bucket holds for all:
/// a gate per bucket stays closed until the server's window is over.
/// </summary>
internal sealed class RateGates(WaitLog waits, TimeProvider time)
{
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

    /// <summary>How long the gate of a bucket stays closed; zero or less when it is open.</summary>
    public TimeSpan Closed(string bucket)
    {
        lock (_closedUntil)
        {
            return _closedUntil.TryGetValue(bucket, out var until) ? until - time.GetUtcNow() : TimeSpan.Zero;
        }
    }

    /// <summary>Waits until the gate opens, a little longer by chance so that not all rush in at once.</summary>
    public Task WaitAsync(string bucket, TimeSpan closed, ApiCall call) =>
        waits.WaitAsync($"the server's rate limit on {bucket}", closed + (MaxJitter * Random.Shared.NextDouble()), call);
}
