namespace RocketChat.Client.Http;

/// <summary>A public call that is under way: its deadline, its cancellation, and the handlers that lead to the server.</summary>
internal sealed class ApiCall(IRequestHandler handler, TimeProvider time, DateTimeOffset deadline, CancellationToken token)
{
    /// <summary>Ends when the caller gives up or the deadline passes.</summary>
    public CancellationToken Token { get; } = token;

    public CallWaits Waits { get; private init; } = new();

    public TimeSpan Remaining => deadline - time.GetUtcNow();

    public Task<ApiResponse> SendAsync(ApiRequest request) => handler.SendAsync(request, this);

    public Task DelayAsync(TimeSpan delay) => Task.Delay(delay, time, Token);

    /// <summary>Sends what must follow a change although the call was canceled or has run out of time.</summary>
    public async Task AfterwardsAsync(TimeSpan limit, Func<ApiCall, Task> body)
    {
        using var own = new CancellationTokenSource(limit, time);
        await body(With(time.GetUtcNow() + limit, own.Token)).ConfigureAwait(false);
    }

    /// <summary>The same call with a deadline and a cancellation of its own.</summary>
    public ApiCall With(DateTimeOffset ownDeadline, CancellationToken ownToken) =>
        new(handler, time, ownDeadline, ownToken) { Waits = Waits };
}
