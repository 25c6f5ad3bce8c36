namespace RocketChat.Client;

/// <summary>How long a client waited for one limit.</summary>
/// <param name="Limit">What was waited for, in words that fit after "waited for": <c>the server's rate limit on GET /api/v1/users.info</c>.</param>
/// <param name="Time">The time by the clock during which at least one request waited.</param>
/// <param name="Count">How many requests waited.</param>
public sealed record WaitTotal(string Limit, TimeSpan Time, int Count);
