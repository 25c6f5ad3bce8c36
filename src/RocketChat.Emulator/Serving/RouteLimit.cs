using System.Globalization;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Limits;

namespace RocketChat.Emulator.Serving;

/// <summary>The rate limit of endpoints, by address of the client.</summary>
internal static class RouteLimit
{
    /// <summary>Counts a call.</summary>
    /// <returns>The result; null when the limiter is not for this call.</returns>
    public static RateLimitResult? Count(Route route, EndpointCall call)
    {
        var settings = call.Workspace.Settings;
        if (!route.IsRateLimited || !settings.IsOn("API_Enable_Rate_Limiter") || call.Can("api-bypass-rate-limit"))
        {
            return null;
        }

        var limit = route.CallsPerWindow ?? Usual("API_Enable_Rate_Limiter_Limit_Calls_Default", 10);
        var milliseconds = route.WindowMilliseconds ?? Usual("API_Enable_Rate_Limiter_Limit_Time_Default", 60000);
        return call.Limiter.Count(
            $"{route.Method} {route.Path}", call.Request.Address.ToString(), limit, TimeSpan.FromMilliseconds(milliseconds));

        int Usual(string id, int otherwise) =>
            call.Profile.LimitsNeedRestart ? settings.IntegerAtStart(id, otherwise) : settings.Integer(id, otherwise);
    }

    public static Reply Refusal(RateLimitResult result) => Reply.Failure(
        "Error, too many requests. Please slow down. "
        + $"You must wait {Math.Ceiling(result.Wait.TotalSeconds):F0} seconds before trying this endpoint again. [error-too-many-requests]",
        status: 429);

    public static Reply Mark(RateLimitResult result, Reply reply) => reply
        .With("X-RateLimit-Limit", result.Limit.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", result.Remaining.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Reset", result.EndsAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
