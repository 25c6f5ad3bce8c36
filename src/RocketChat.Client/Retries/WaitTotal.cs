namespace RocketChat.Client.Retries;

/// <summary>The time that a client waited for a limit.</summary>
/// <param name="Limit">The limit, in words that fit after "waited for": <c>the server's rate limit on GET /api/v1/users.info</c>.</param>
/// <param name="Time">The elapsed time during which at least one request waited.</param>
/// <param name="Count">How many requests waited.</param>
public sealed record WaitTotal(string Limit, TimeSpan Time, int Count)
{
    internal const string Outage = "a server that failed or did not answer";

    /// <summary>Whether the server failed or did not answer; otherwise it limits the account.</summary>
    public bool IsOutage => Limit == Outage;
}
