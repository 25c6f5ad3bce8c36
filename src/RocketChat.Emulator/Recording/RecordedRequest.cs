namespace RocketChat.Emulator.Recording;

/// <summary>A request that the emulator answered.</summary>
/// <param name="At">The time at which the request arrived.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Query">The query string with its question mark, or empty.</param>
/// <param name="Body">The body as text; empty when there was none.</param>
/// <param name="Status">The status of the answer; 0 when the connection was dropped instead.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Method, string Path, string Query, string Body, int Status)
{
    /// <summary>The time at which the answer was ready to be sent.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Method, path and status. The body stays out: it can hold a password.</summary>
    public override string ToString() => $"{Method} {Path} -> {Status}";
}
