namespace RocketChat.Client.Retries;

/// <summary>Adds up waits that may overlap: ten requests that wait through the same minute waited one minute.</summary>
internal sealed class WaitClock
{
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public TimeSpan Time { get; private set; }

    public int Count { get; private set; }

    public void Add(DateTimeOffset from, TimeSpan wait)
    {
        var to = from + wait;
        var uncounted = to - (from > _until ? from : _until);
        if (uncounted > TimeSpan.Zero)
        {
            Time += uncounted;
            _until = to;
        }

        Count++;
    }
}
