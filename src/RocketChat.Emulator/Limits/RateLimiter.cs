namespace RocketChat.Emulator.Limits;

/// <summary>
/// Counts calls in windows of time. The first window of a rule begins with the server, each further one with the first call after the end
/// of the one before, whoever makes it.
/// </summary>
internal sealed class RateLimiter(TimeProvider time, DateTimeOffset startedAt)
{
    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>Counts a call, unless it is refused.</summary>
    /// <param name="rule">The rule, whose callers share the windows.</param>
    /// <param name="caller">The caller whose calls count together.</param>
    /// <param name="limit">The calls that one window allows to a caller.</param>
    /// <param name="length">The length of a window.</param>
    public RateLimitResult Count(string rule, string caller, int limit, TimeSpan length)
    {
        var now = time.GetUtcNow();
        if (!_windows.TryGetValue(rule, out var window))
        {
            _windows[rule] = window = new Window(startedAt + length);
        }

        if (window.EndsAt <= now)
        {
            _windows[rule] = window = new Window(now + length);
        }

        var calls = window.Calls.GetValueOrDefault(caller);
        var refused = calls >= limit;
        window.Calls[caller] = refused ? calls : ++calls;
        return new RateLimitResult(refused, limit, limit - calls, window.EndsAt, window.EndsAt - now);
    }

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;

        public Dictionary<string, int> Calls { get; } = [];
    }
}
