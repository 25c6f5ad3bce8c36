namespace RocketChat.Client.Retries;

/// <summary>The time that a client has waited so far, by limit, as an explanation of a slow run.</summary>
/// <param name="Total">The elapsed time during which at least one request waited.</param>
/// <param name="ByLimit">The same for each limit, the longest first.</param>
public sealed record WaitReport(TimeSpan Total, IReadOnlyList<WaitTotal> ByLimit);
