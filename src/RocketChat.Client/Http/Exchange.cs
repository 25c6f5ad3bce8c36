using Microsoft.Extensions.Logging;

namespace RocketChat.Client;

/// <summary>
/// Sends a request that is complete, login and all, until it is answered or hope is lost; holds one of the places that limit
/// parallel requests during each attempt, not during waits.
/// </summary>
internal sealed class Exchange(
    Transport transport,
    AnswerReader reader,
    ErrorTranslator errors,
    RetryPolicy retries,
    WaitLog waits,
    ILogger logger,
    TimeProvider time,
    int maxParallelRequests) : IDisposable
{
    private readonly SemaphoreSlim _places = new(maxParallelRequests);
    private readonly RateGates _gates = new(waits, time);
    private volatile bool _isLimited;

    /// <summary>Whether the server counts this account's calls, as far as its answers told.</summary>
    public bool IsLimited => _isLimited;

    public async Task<ApiResponse> SendAsync(ApiRequest request, Operation operation)
    {
        var failures = 0;
        while (true)
        {
            await PassGateAsync(request, operation).ConfigureAwait(false);
            try
            {
                return await AttemptAsync(request, operation).ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (retries.PauseAfter(exception, request, failures, operation.Remaining) is { } pause)
            {
                logger.Retrying(request.Method, request.Path, exception.Kind, (long)pause.TotalMilliseconds);
                if (exception.Kind == RocketChatErrorKind.RateLimited)
                {
                    _gates.Close(request.Bucket, pause);
                }
                else
                {
                    failures++;
                    await waits.WaitAsync("a server that failed or did not answer", pause, operation).ConfigureAwait(false);
                }
            }
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task PassGateAsync(ApiRequest request, Operation operation)
    {
        while (!retries.IsOff && _gates.Closed(request.Bucket) is var closed && closed > TimeSpan.Zero)
        {
            if (closed >= operation.Remaining)
            {
                throw errors.MustWait(request, closed);
            }

            await _gates.WaitAsync(request.Bucket, closed, operation).ConfigureAwait(false);
        }
    }

    private async Task<ApiResponse> AttemptAsync(ApiRequest request, Operation operation)
    {
        await _places.WaitAsync(operation.Token).ConfigureAwait(false);
        try
        {
            logger.Sending(request.Method, request.Path);
            var start = time.GetTimestamp();
            var answer = await transport.SendAsync(request, operation.Token).ConfigureAwait(false);
            logger.Answered(request.Method, request.Path, answer.Status, (long)time.GetElapsedTime(start).TotalMilliseconds);
            Heed(request, answer);
            return reader.Read(request, answer);
        }
        finally
        {
            _places.Release();
        }
    }

    // The last call that a window allows says so: waiting before the next one saves a refusal.
    private void Heed(ApiRequest request, RawAnswer answer)
    {
        // Only who is limited gets to see how much is left.
        _isLimited |= answer.Header("X-RateLimit-Limit") is not null;
        if (answer.Header("X-RateLimit-Remaining") == "0" && ServerWait.UntilReset(answer) is { } wait)
        {
            _gates.Close(request.Bucket, wait);
        }

        if (answer.Header("x-deprecation-type") is not null)
        {
            var message = errors.Quote(answer.Header("x-deprecation-message"), request.Secrets);
            logger.Deprecated(request.Method, request.Path, message, errors.Quote(answer.Header("x-deprecation-version"), request.Secrets));
        }
    }
}
