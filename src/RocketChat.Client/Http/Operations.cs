namespace RocketChat.Client;

/// <summary>Gives every public call its deadline.</summary>
internal sealed class Operations(Pipeline pipeline, ErrorTranslator errors, TimeProvider time, TimeSpan timeout)
{
    public async Task<T> RunAsync<T>(Func<Operation, Task<T>> body, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await body(new Operation(pipeline, time, time.GetUtcNow() + timeout, either.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.OutOfTime(timeout);
        }
    }
}
