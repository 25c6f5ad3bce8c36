namespace RocketChat.Client;

/// <summary>One call of the library under way: its deadline, its cancellation, and the way to the server.</summary>
internal sealed class Operation(Pipeline pipeline, TimeProvider time, DateTimeOffset deadline, CancellationToken token)
{
    /// <summary>Ends when the caller gives up or the deadline passes.</summary>
    public CancellationToken Token { get; } = token;

    public TimeSpan Remaining => deadline - time.GetUtcNow();

    public Task<ApiResponse> SendAsync(ApiRequest request) => pipeline.SendAsync(request, this);

    public Task DelayAsync(TimeSpan delay) => Task.Delay(delay, time, Token);
}
