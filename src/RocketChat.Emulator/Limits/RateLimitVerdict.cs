using System.Globalization;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Limits;

/// <summary>What the rate limiter says about a call.</summary>
internal sealed record RateLimitVerdict(bool Refused, int Limit, int Remaining, DateTimeOffset EndsAt, TimeSpan Wait)
{
    public Reply Refusal() => Reply.Failure(
        $"Error, too many requests. Please slow down. You must wait {Math.Ceiling(Wait.TotalSeconds):F0} seconds before trying this endpoint again."
        + " [error-too-many-requests]",
        status: 429);

    public Reply Mark(Reply reply) => reply
        .With("X-RateLimit-Limit", Limit.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", Remaining.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Reset", EndsAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
