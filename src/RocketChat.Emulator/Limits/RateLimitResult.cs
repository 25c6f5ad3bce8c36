namespace RocketChat.Emulator.Limits;

/// <summary>The limiter's answer about one call.</summary>
/// <param name="Refused">Whether there were too many calls already.</param>
/// <param name="Limit">The calls that one window allows.</param>
/// <param name="Remaining">The calls that are left in this window.</param>
/// <param name="EndsAt">The end of the window.</param>
/// <param name="Wait">The time until then.</param>
internal sealed record RateLimitResult(bool Refused, int Limit, int Remaining, DateTimeOffset EndsAt, TimeSpan Wait);
