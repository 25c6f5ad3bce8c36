using Microsoft.Extensions.Logging;
using RocketChat.Client.Http;
using RocketChat.Client.Logging;

namespace RocketChat.Client.Retries;

/// <summary>Waits, and adds up the waits.</summary>
internal sealed class WaitLog(TimeProvider time, ILogger logger)
{
    // A shorter wait needs no explanation.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly WaitClock _all = new();
    private readonly Dictionary<string, WaitClock> _byLimit = new(StringComparer.Ordinal);

    public WaitReport Report
    {
        get
        {
            lock (_lock)
            {
                var totals = _byLimit.Select(pair => new WaitTotal(pair.Key, pair.Value.Time, pair.Value.Count));
                return new WaitReport(
                    _all.Time, [.. totals.OrderByDescending(total => total.Time).ThenBy(total => total.Limit, StringComparer.Ordinal)]);
            }
        }
    }

    public Task WaitAsync(string limit, TimeSpan wait, ApiCall call)
    {
        lock (_lock)
        {
            if (!_byLimit.TryGetValue(limit, out var clock))
            {
                _byLimit[limit] = clock = new WaitClock();
            }

            var now = time.GetUtcNow();
            clock.Add(now, wait);
            _all.Add(now, wait);
        }

        if (call.Waits.Add(limit, wait) >= Noticeable)
        {
            logger.Waiting((long)wait.TotalMilliseconds, limit);
        }

        return call.DelayAsync(wait);
    }
}
