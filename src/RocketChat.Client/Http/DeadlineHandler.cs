namespace RocketChat.Client.Http;

/// <summary>Gives every public call its deadline.</summary>
internal sealed class DeadlineHandler(IRequestHandler next, ErrorTranslator errors, TimeProvider time, TimeSpan timeout)
{
    public Task RunAsync(Func<ApiCall, Task> body, CancellationToken cancellationToken) => RunAsync<object?>(
        async call =>
        {
            await body(call).ConfigureAwait(false);
            return null;
        },
        cancellationToken);

    public async Task<T> RunAsync<T>(Func<ApiCall, Task<T>> body, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var call = new ApiCall(next, time, time.GetUtcNow() + timeout, either.Token);
        try
        {
            return await body(call).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.OutOfTime(timeout, call.Waits);
        }
    }
}
