namespace RocketChat.Client;

/// <summary>How long a client waited so far, and for what, so that a slow run can be explained.</summary>
/// <param name="Total">The time by the clock during which at least one request waited.</param>
/// <param name="ByLimit">The same for each limit, the longest first.</param>
public sealed record WaitReport(TimeSpan Total, IReadOnlyList<WaitTotal> ByLimit);
