using RocketChat.Client.Http;

namespace RocketChat.Client.Reads;

/// <summary>
/// Lets identical reads share one request: reads under way at the same time always, lookups for longer. A write ends the sharing of what
/// it changes, because an answer from before the write may be wrong after it.
/// </summary>
internal sealed class SharedReadHandler(
    IRequestHandler next, WriteLog writes, TimeProvider time, TimeSpan timeout, TimeSpan keepLookups) : IRequestHandler
{
    private readonly Dictionary<string, SharedRead> _reads = new(StringComparer.Ordinal);

    public async Task<ApiResponse> SendAsync(ApiRequest request, ApiCall call)
    {
        if (request.IsRead)
        {
            return await ReadAsync(request, call).ConfigureAwait(false);
        }

        try
        {
            return await next.SendAsync(request, call).ConfigureAwait(false);
        }
        finally
        {
            writes.Note(request.Changes);
        }
    }

    private async Task<ApiResponse> ReadAsync(ApiRequest request, ApiCall call)
    {
        var query = string.Join('&', request.Query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        var key = $"{request.Path}?{query}";
        var read = Join(key, request, call);
        try
        {
            return await read.Answer.WaitAsync(call.Token).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, read, request.IsLookup ? keepLookups : TimeSpan.Zero);
        }
    }

    private SharedRead Join(string key, ApiRequest request, ApiCall call)
    {
        lock (_reads)
        {
            if (!_reads.TryGetValue(key, out var read) || !IsUsable(read, request))
            {
                // A deadline of its own: the first caller may give up before the others.
                var deadline = time.GetUtcNow() + timeout;
                _reads[key] = read = new SharedRead(time, timeout, writes.Now);
                read.Start(token => next.SendAsync(request, call.With(deadline, token)));
            }

            read.Readers++;
            return read;
        }
    }

    private bool IsUsable(SharedRead read, ApiRequest request)
    {
        var now = time.GetUtcNow();
        return writes.Holds(read.Since, request.About)
            && (read.KeptUntil is not { } end || (now <= end && now - read.Started <= request.MaxAge));
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
