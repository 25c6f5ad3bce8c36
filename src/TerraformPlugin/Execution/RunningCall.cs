using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>A call while it runs: what it found so far, and what ends it early.</summary>
internal sealed class RunningCall : IDisposable
{
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _linked;

    public RunningCall(TimeProvider time, CancellationToken stopping, CancellationToken caller)
    {
        _stopping = stopping;
        _deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, stopping, _deadline.Token);
    }

    public DiagnosticList Diagnostics { get; } = [];

    /// <summary>Canceled when the caller is gone, the user wants to stop, or the limit is reached.</summary>
    public CancellationToken CancellationToken => _linked.Token;

    public TimeSpan? Limit { get; private set; }

    public bool TimedOut => _deadline.IsCancellationRequested && !_stopping.IsCancellationRequested;

    /// <summary>Takes the configuration that the call is about: no diagnostic points at a secret in it.</summary>
    public TfValue Take(Schema schema, TfValue config)
    {
        Diagnostics.IsHidden = path => QuotedLines.MayShowSecret(schema, config, path);
        return config;
    }

    /// <summary>Gives the call so long from now.</summary>
    public void LimitTo(TimeSpan limit)
    {
        Limit = limit;
        _deadline.CancelAfter(limit);
    }

    public void Dispose()
    {
        _linked.Dispose();
        _deadline.Dispose();
    }
}
