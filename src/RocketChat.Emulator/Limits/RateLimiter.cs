using System.Globalization;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Limits;

/// <summary>So many calls of one endpoint from one address in one window; the window begins with the first call.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>Counts a call.</summary>
    /// <returns>The refusal when there were too many, and the headers for whatever is answered; null when the limiter is not for this call.</returns>
    public RateLimitVerdict? Count(Route route, ApiCall call)
    {
        if (!route.IsRateLimited || !call.Workspace.SettingIsOn("API_Enable_Rate_Limiter") || call.Can("api-bypass-rate-limit"))
        {
            return null;
        }

        var limit = route.CallsPerWindow ?? call.Workspace.SettingNumber("API_Enable_Rate_Limiter_Limit_Calls_Default", 10);
        var length = TimeSpan.FromMilliseconds(
            route.WindowMilliseconds ?? call.Workspace.SettingNumber("API_Enable_Rate_Limiter_Limit_Time_Default", 60000));
        var window = Current($"{route.Method} {route.Path} {call.Request.Address}", length);
        var refused = window.Calls >= limit;
        window.Calls += refused ? 0 : 1;
        return new RateLimitVerdict(refused, limit, limit - window.Calls, window.EndsAt, window.EndsAt - time.GetUtcNow());
    }

    /// <summary>Counts a call of a server method, which has a limit of its own whoever calls.</summary>
    /// <returns>How long the caller has to wait; null when the call may run.</returns>
    public TimeSpan? CountMethod(string method, string token, int limit, TimeSpan length)
    {
        var window = Current($"{method} {token}", length);
        if (window.Calls >= limit)
        {
            return window.EndsAt - time.GetUtcNow();
        }

        window.Calls++;
        return null;
    }

    private Window Current(string key, TimeSpan length)
    {
        var now = time.GetUtcNow();
        if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
        {
            _windows[key] = window = new Window { EndsAt = now + length };
        }

        return window;
    }

    private sealed class Window
    {
        public required DateTimeOffset EndsAt { get; init; }

        public int Calls { get; set; }
    }
}
