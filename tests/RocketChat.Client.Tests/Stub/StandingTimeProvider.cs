using System.Threading.Channels;

namespace RocketChat.Client.Tests.Stub;

/// <summary>
/// A clock that stands still, and knows what waits for it: every timer shorter than an hour, which tests set as the deadlines that never
/// come.
/// </summary>
public sealed class StandingTimeProvider : TimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private int _seen;

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 4, 33, 34, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < InstantTimeProvider.Never)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }

    /// <summary>Ends once so many waits have begun.</summary>
    public async Task WaitsAsync(int count, CancellationToken cancellationToken)
    {
        for (; _seen < count; _seen++)
        {
            await _waits.Reader.ReadAsync(cancellationToken);
        }
    }
}
