namespace RocketChat.Federation;

/// <summary>Compares the records that exist with those that a federation plan needs. Remembers nothing between two checks.</summary>
public sealed class FederationDnsChecker
{
    private readonly DnsCheckOptions _options;
    private readonly TimeProvider _time;

    /// <summary>A checker that asks as <paramref name="options"/> say.</summary>
    /// <exception cref="FormatException">A resolver has no valid form; the message says which.</exception>
    public FederationDnsChecker(DnsCheckOptions options, TimeProvider? timeProvider = null)
    {
        _options = options;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>One look. Whatever the name servers do is part of the verdict, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want to know any more.</exception>
    public Task<DnsVerdict> CheckAsync(FederationPlan plan, CancellationToken cancellationToken)
    {
        _ = _options;
        throw new NotImplementedException(plan.ToString());
    }

    /// <summary>Looks until the records are right or <paramref name="timeout"/> is over, and gives the last verdict.</summary>
    /// <param name="plan">What is needed.</param>
    /// <param name="timeout">How long to go on.</param>
    /// <param name="interval">How long to pause between two looks.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <exception cref="OperationCanceledException">The caller does not want to know any more.</exception>
    public async Task<DnsVerdict> WaitAsync(FederationPlan plan, TimeSpan timeout, TimeSpan interval, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (true)
        {
            var verdict = await CheckAsync(plan, cancellationToken).ConfigureAwait(false);
            var left = timeout - _time.GetElapsedTime(start);
            if (verdict.Ok || left <= TimeSpan.Zero)
            {
                return verdict;
            }

            await Task.Delay(left < interval ? left : interval, _time, cancellationToken).ConfigureAwait(false);
        }
    }
}
