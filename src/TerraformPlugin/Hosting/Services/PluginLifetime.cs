namespace TerraformPlugin.Hosting.Services;

/// <summary>The life of the plugin process, and the way to end it.</summary>
internal sealed class PluginLifetime : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Canceled when the process is about to end.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Begins the end and returns at once.</summary>
    public void Stop() => _ = _stopping.CancelAsync();

    /// <summary>Completes, without an exception, when the end has begun or <paramref name="cancellationToken"/> is canceled.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Stopping, cancellationToken);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();
}
