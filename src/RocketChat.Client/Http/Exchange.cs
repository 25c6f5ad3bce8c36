using Microsoft.Extensions.Logging;

namespace RocketChat.Client;

/// <summary>Sends a request that is complete, login and all, and reads the answer; holds one of the places that limit parallel requests meanwhile.</summary>
internal sealed class Exchange(Transport transport, AnswerReader reader, ILogger logger, TimeProvider time, int maxParallelRequests) : IDisposable
{
    private readonly SemaphoreSlim _places = new(maxParallelRequests);

    public Task<ApiResponse> SendAsync(ApiRequest request, Operation operation) => AttemptAsync(request, operation);

    public void Dispose() => _places.Dispose();

    private async Task<ApiResponse> AttemptAsync(ApiRequest request, Operation operation)
    {
        await _places.WaitAsync(operation.Token).ConfigureAwait(false);
        try
        {
            logger.Sending(request.Method, request.Path);
            var start = time.GetTimestamp();
            var answer = await transport.SendAsync(request, operation.Token).ConfigureAwait(false);
            logger.Answered(request.Method, request.Path, answer.Status, (long)time.GetElapsedTime(start).TotalMilliseconds);
            if (answer.Header("x-deprecation-message") is { } message)
            {
                logger.Deprecated(request.Method, request.Path, message, answer.Header("x-deprecation-version"));
            }

            return reader.Read(request, answer);
        }
        finally
        {
            _places.Release();
        }
    }
}
