namespace TerraformPlugin.Execution;

/// <summary>
/// The user's request to stop early, which the CLI forwards by StopProvider. It ends the running calls;
/// it is not a shutdown, and later calls run as usual.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private CancellationTokenSource _running = new();

    /// <summary>Canceled when the calls that begin now must end early. To be read once, at the beginning of a call.</summary>
    public CancellationToken Token => Volatile.Read(ref _running).Token;

    /// <summary>Asks all running calls to end, and returns without waiting for them.</summary>
    public void Stop()
    {
        var stopped = Interlocked.Exchange(ref _running, new CancellationTokenSource());
        _ = stopped.CancelAsync();
    }

    public void Dispose() => _running.Dispose();
}
