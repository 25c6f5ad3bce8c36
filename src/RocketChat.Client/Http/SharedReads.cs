namespace RocketChat.Client;

/// <summary>
/// Lets identical reads share one request: those under way at the same time always, lookups for a moment longer. A write ends all
/// sharing, since what was read before it may be wrong after it.
/// </summary>
internal sealed class SharedReads(TimeProvider time, TimeSpan timeout, TimeSpan keepLookups)
{
    private readonly Dictionary<string, SharedRead> _reads = new(StringComparer.Ordinal);
    private long _writes;

    /// <summary>The answer to a read, perhaps one that another caller asked for.</summary>
    /// <param name="request">The read.</param>
    /// <param name="send">Sends it; runs with a deadline of its own, since its first caller may give up before the others.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only.</param>
    public async Task<ApiResponse> GetAsync(ApiRequest request, Func<DateTimeOffset, CancellationToken, Task<ApiResponse>> send, CancellationToken cancellationToken)
    {
        var key = $"{request.Path}?{string.Join('&', request.Query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))}";
        var read = Join(key, send);
        try
        {
            return await read.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, read, request.IsLookup ? keepLookups : TimeSpan.Zero);
        }
    }

    /// <summary>How many writes have ended so far: what was read at another count may be wrong.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>From now on every read is a new one.</summary>
    public void Forget()
    {
        lock (_reads)
        {
            Interlocked.Increment(ref _writes);
            _reads.Clear();
        }
    }

    private SharedRead Join(string key, Func<DateTimeOffset, CancellationToken, Task<ApiResponse>> send)
    {
        lock (_reads)
        {
            if (!_reads.TryGetValue(key, out var read) || read.KeptUntil < time.GetUtcNow())
            {
                _reads[key] = read = new SharedRead(time, timeout);
                read.Start(send, time.GetUtcNow() + timeout);
            }

            read.Readers++;
            return read;
        }
    }

    private void Leave(string key, SharedRead read, TimeSpan keepFor)
    {
        lock (_reads)
        {
            if (--read.Readers > 0)
            {
                return;
            }

            if (read.Answer.IsCompletedSuccessfully && keepFor > TimeSpan.Zero)
            {
                read.KeptUntil ??= time.GetUtcNow() + keepFor;
            }
            else if (_reads.GetValueOrDefault(key) == read)
            {
                _reads.Remove(key);
            }
        }

        read.Dispose();
    }
}
