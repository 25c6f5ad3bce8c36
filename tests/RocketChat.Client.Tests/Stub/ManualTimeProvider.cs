namespace RocketChat.Client.Tests.Stub;

/// <summary>A clock that stands still until a test moves it; its timers are the system's.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Read(ref _seconds));

    public void Advance(int seconds) => Interlocked.Add(ref _seconds, seconds);
}
