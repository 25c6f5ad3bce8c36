namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>
/// A clock that skips every pause and advances by its length. Timers of an hour or more, such as a query timeout, never fire.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    private readonly List<TimeSpan> _pauses = [];
    private long _now;

    public IReadOnlyList<TimeSpan> Pauses => _pauses;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= TimeSpan.FromHours(1))
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _pauses.Add(dueTime);
        _now += dueTime.Ticks;
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
