using Microsoft.Extensions.Logging;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Logging;

namespace RocketChat.Client.Retries;

/// <summary>
/// Repeats a request until it is answered or another attempt makes no sense. Limits the number of parallel requests; waits do not count.
/// </summary>
internal sealed class RetryHandler(
    TransportHandler transport,
    AnswerReader reader,
    ErrorTranslator errors,
    RetryPolicy retries,
    Outage outage,
    WaitLog waits,
    ILogger logger,
    TimeProvider time,
    int maxParallelRequests) : IRequestHandler, IDisposable
{
    private readonly SemaphoreSlim _places = new(maxParallelRequests);
    private readonly RateGates _gates = new(waits, time);
    private volatile bool _isLimited;

    /// <summary>Whether an answer has shown that the server limits the calls of this account.</summary>
    public bool IsLimited => _isLimited;

    public async Task<ApiResponse> SendAsync(ApiRequest request, ApiCall call)
    {
        var failures = 0;
        for (var attempts = 0; ; attempts++)
        {
            await PassGateAsync(request, call).ConfigureAwait(false);
            try
            {
                return await AttemptAsync(request, call).ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (
                !outage.IsOn && retries.PauseAfter(exception, request, attempts, failures, call.Remaining) is { } pause)
            {
                logger.Retrying(request.Method, request.Path, exception.Kind, (long)pause.TotalMilliseconds);
                if (exception.Kind != RocketChatErrorKind.RateLimited || !RetryPolicy.HasUsableWait(exception))
                {
                    failures++;
                }

                if (exception.Kind == RocketChatErrorKind.RateLimited)
                {
                    _gates.Close(request.Bucket, pause);
                }
                else
                {
                    await outage.ShortenAsync(waits.WaitAsync(WaitTotal.Outage, pause, call)).ConfigureAwait(false);
                }
            }
            catch (RocketChatException exception) when (attempts > 0 && exception.Kind == RocketChatErrorKind.RateLimited)
            {
                throw ErrorTranslator.AfterWaiting(exception, call.Waits);
            }
            catch (RocketChatException exception)
            {
                outage.Note(exception);
                throw;
            }
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task PassGateAsync(ApiRequest request, ApiCall call)
    {
        while (!retries.IsOff && _gates.Closed(request.Bucket) is var closed && closed > TimeSpan.Zero)
        {
            if (closed >= call.Remaining)
            {
                throw errors.MustWait(request, closed);
            }

            await _gates.WaitAsync(request.Bucket, closed, call).ConfigureAwait(false);
        }
    }

    private async Task<ApiResponse> AttemptAsync(ApiRequest request, ApiCall call)
    {
        await _places.WaitAsync(call.Token).ConfigureAwait(false);
        try
        {
            // A place that became free at the moment of cancellation must not start another request.
            call.Token.ThrowIfCancellationRequested();
            outage.ThrowIfGivenUp();
            logger.Sending(request.Method, request.Path);
            var start = time.GetTimestamp();
            var sent = request.BodyAtSending is { } body ? request with { Body = body() } : request;
            var answer = await transport.SendAsync(sent, call.Token).ConfigureAwait(false);
            outage.End();
            logger.Answered(request.Method, request.Path, answer.Status, (long)time.GetElapsedTime(start).TotalMilliseconds);
            NoteLimits(request, answer);
            return reader.Read(request, answer);
        }
        finally
        {
            _places.Release();
        }
    }

    // The last call in a window is marked as such: a wait before the next one saves a refusal.
    private void NoteLimits(ApiRequest request, RawAnswer answer)
    {
        // Only accounts with a limit get the header.
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
