namespace RocketChat.Client;

/// <summary>
/// Decides between asking for things one by one and reading all of them at once. Nobody knows in advance how many will be asked for, so
/// the first few are read one by one; then the server is asked how much there is, and as soon as the single reads have cost as much as
/// all would, all is read. Whatever comes, that costs at most twice the least possible, and a little.
/// What was read serves until the next write through the client, never after it, and never longer than a run of reads takes.
/// </summary>
internal sealed class BulkReads<TAll>(DeadlineHandler deadline, SharedReadHandler reads, TimeProvider time, Func<ApiCall, Task<BulkOffer<TAll>?>> ask, CancellationToken life)
    where TAll : class
{
    /// <summary>How many are read one by one before anything else is considered; with the question how much there is, one window of the server's limit.</summary>
    public const int FirstSingles = 8;

    private static readonly TimeSpan LongestUse = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private long _writes = -1;
    private int _singles;
    private DateTimeOffset _usableUntil;
    private Task<BulkOffer<TAll>?>? _offer;
    private Task<TAll?>? _all;
    private bool _impossible;

    /// <summary>All of it, when that is the cheaper way by now; null when the caller is to read the one thing by itself.</summary>
    public async Task<TAll?> GetAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task pending;
            long writes;
            lock (_lock)
            {
                ForgetIfOutdated();
                writes = _writes;
                if (_impossible || (_all is null && _singles < FirstSingles))
                {
                    _singles++;
                    return null;
                }

                if (_all is { IsCompletedSuccessfully: true })
                {
                    return _all.Result;
                }

                _offer ??= Run(call => ask(call));
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
            }

            if (!await HasSucceededAsync(pending, cancellationToken).ConfigureAwait(false))
            {
                GiveUp(writes);
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
            // Not allowed, or too much for this server: the single reads go on, and say what is wrong if that hits them too.
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void ForgetIfOutdated()
    {
        if (_writes == reads.Writes && (_all is null || time.GetUtcNow() < _usableUntil))
        {
            return;
        }

        _writes = reads.Writes;
        (_singles, _offer, _all) = (0, null, null);
    }

    private void GiveUp(long writes)
    {
        lock (_lock)
        {
            // A failure of what is outdated anyway proves nothing about the next attempt.
            _impossible |= writes == reads.Writes;
            (_offer, _all) = (null, null);
        }
    }

    // Shared by all callers, so it ends neither with the one that happened to start it nor with that one's deadline.
    private Task<T> Run<T>(Func<ApiCall, Task<T>> read) => Task.Run(() => deadline.RunAsync(read, life), life);
}
