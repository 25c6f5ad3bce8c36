namespace RocketChat.Client.Http;

/// <summary>The waits of a public call, so that its failure can name what it waited for.</summary>
internal sealed class CallWaits
{
    private readonly Lock _lock = new();
    private TimeSpan _total;
    private string? _limit;

    /// <summary>The waits in words, such as <c>70 s for the server's rate limit on GET /api/v1/me</c>; null if there were none.</summary>
    public string? Summary
    {
        get
        {
            lock (_lock)
            {
                return _limit is null ? null : $"{_total.TotalSeconds:0.#} s for {_limit}";
            }
        }
    }

    /// <returns>The total, including this wait.</returns>
    public TimeSpan Add(string limit, TimeSpan wait)
    {
        lock (_lock)
        {
            _limit = limit;
            return _total += wait;
        }
    }
}
