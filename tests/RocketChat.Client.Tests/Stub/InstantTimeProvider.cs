namespace RocketChat.Client.Tests.Stub;

/// <summary>
/// A clock for tests of waits: every timer shorter than an hour fires at once and moves the clock by what it would have taken;
/// longer ones (the deadlines that such tests set) never fire.
/// </summary>
public sealed class InstantTimeProvider : TimeProvider
{
    public static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 11, 23, 4, 33, 34, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_waits)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Never || dueTime < TimeSpan.Zero)
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }

        lock (_waits)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
