using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Reads;

/// <summary>
/// Decides between reading objects one by one and reading all of them at once. The number of reads is not known in advance, so the first
/// few are single; then the server is asked for the size of the whole, and as soon as the single reads have cost as much as the whole
/// would, the whole is read. That costs at most about twice the minimum. The result serves for ten minutes, except what this client has
/// changed meanwhile.
/// </summary>
internal sealed class BulkReads<TAll>(
    DeadlineHandler deadline,
    WriteLog writes,
    TimeProvider time,
    Func<ApiCall, Task<BulkOffer<TAll>?>> ask,
    CancellationToken life)
    where TAll : class
{
    /// <summary>
    /// The number of single reads at the start: together with the request for the size they fit into one rate limit window.
    /// </summary>
    public const int FirstSingles = 8;

    private static readonly TimeSpan LongestUse = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private long _since;
    private int _singles;
    private DateTimeOffset _usableUntil;
    private Task<BulkOffer<TAll>?>? _offer;
    private Task<TAll?>? _all;
    private bool _impossible;
    private int _waiting;
    private CancellationTokenSource? _work;

    /// <summary>The whole, if that is cheaper by now; null if the caller should read the single object.</summary>
    /// <param name="subject">The object: what was changed since the whole was read is not taken from it. Null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isOneOfSeveral">Whether the caller needs further objects at once: then the whole may be cheaper from the start.</param>
    public async Task<TAll?> GetAsync(string? subject, CancellationToken cancellationToken, bool isOneOfSeveral = false)
    {
        while (true)
        {
            Task pending;
            long since;
            lock (_lock)
            {
                ForgetIfOutdated();
                since = _since;
                if (_impossible || (_offer is null && _singles < FirstSingles && !isOneOfSeveral))
                {
                    _singles++;
                    return null;
                }

                if (_all is { IsCompletedSuccessfully: true })
                {
                    return subject is null || writes.Holds(_since, subject) ? _all.Result : null;
                }

                if (_offer is null)
                {
                    // The offer has the first part of the whole.
                    _since = writes.Now;
                    _offer = Run(call => ask(call));
                }

                if (_all is null && _offer is { IsCompletedSuccessfully: true, Result: { } offer })
                {
                    if (offer.Calls > _singles)
                    {
                        _singles++;
                        return null;
                    }

                    _usableUntil = time.GetUtcNow() + LongestUse;
                    _all = Run(offer.ReadAsync);
                }

                pending = (Task?)_all ?? _offer;
                _waiting++;
            }

            try
            {
                if (!await HasSucceededAsync(pending, cancellationToken).ConfigureAwait(false))
                {
                    GiveUp(since);
                }
            }
            finally
            {
                Leave(pending);
            }
        }
    }

    private static async Task<bool> HasSucceededAsync(Task pending, CancellationToken cancellationToken)
    {
        try
        {
            await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
            return pending is Task<BulkOffer<TAll>?> { Result: not null } or Task<TAll?> { Result: not null };
        }
        catch (RocketChatException)
        {
            // The account may not read the whole, or the server cannot deliver it: single reads report their own failures.
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void ForgetIfOutdated()
    {
        if (_since >= writes.LastOfAll && (_all is null || time.GetUtcNow() < _usableUntil))
        {
            return;
        }

        _since = writes.Now;
        (_singles, _offer, _all) = (0, null, null);
    }

    // Nobody is left who waits: a canceled command must not start the rest of the requests.
    private void Leave(Task pending)
    {
        lock (_lock)
        {
            if (--_waiting == 0 && !pending.IsCompleted)
            {
                (_offer, _all) = (null, null);
                _work?.Cancel();
                _work?.Dispose();
                _work = null;
            }
        }
    }

    private void GiveUp(long since)
    {
        lock (_lock)
        {
            // A failure from before a write says nothing about the next attempt.
            _impossible |= since >= writes.LastOfAll;
            (_offer, _all) = (null, null);
        }
    }

    // The read is shared, so it ends neither with the caller that started it nor with that caller's deadline.
    private Task<T> Run<T>(Func<ApiCall, Task<T>> read)
    {
        _work ??= CancellationTokenSource.CreateLinkedTokenSource(life);
        var token = _work.Token;
        return Task.Run(() => deadline.RunAsync(read, token), token);
    }
}
