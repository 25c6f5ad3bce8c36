namespace RocketChat.Emulator.Limits;

/// <summary>Counts calls in windows of time; a window begins with its first call.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>Counts a call, unless it is refused.</summary>
    /// <param name="key">The calls that count together.</param>
    /// <param name="limit">The calls that one window allows.</param>
    /// <param name="length">The length of a window.</param>
    public RateLimitResult Count(string key, int limit, TimeSpan length)
    {
        var now = time.GetUtcNow();
        if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
        {
            _windows[key] = window = new Window { EndsAt = now + length };
        }

        var refused = window.Calls >= limit;
        window.Calls += refused ? 0 : 1;
        return new RateLimitResult(refused, limit, limit - window.Calls, window.EndsAt, window.EndsAt - now);
    }

    private sealed class Window
    {
        public required DateTimeOffset EndsAt { get; init; }

        public int Calls { get; set; }
    }
}
