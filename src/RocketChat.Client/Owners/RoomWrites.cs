using RocketChat.Client.Http;

namespace RocketChat.Client.Owners;

/// <summary>
/// The changes of one room that are under way: removals decide one after the other, and no list is read while a change is being sent, so
/// that one list serves all of them.
/// </summary>
internal sealed class RoomWrites
{
    private static readonly TimeSpan QuietTimeout = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _leaving = new(StringComparer.Ordinal);
    private TaskCompletionSource? _quiet;
    private int _writing;

    /// <summary>The turn to decide about a removal.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The turn to read what was changed: a list that is read after several changes proves all of them.</summary>
    public SemaphoreSlim ReadTurn { get; } = new(1);

    private bool IsQuiet => Quiet().IsCompleted;

    /// <summary>Counts a user as gone for the decisions about others.</summary>
    public void Leave(string userId)
    {
        lock (_lock)
        {
            _leaving.Add(userId);
        }
    }

    /// <summary>Ends <see cref="Leave"/>: the list that is read shows the user, or does not.</summary>
    public void EndLeaving(string userId)
    {
        lock (_lock)
        {
            _leaving.Remove(userId);
        }
    }

    public bool IsLeaving(string userId)
    {
        lock (_lock)
        {
            return _leaving.Contains(userId);
        }
    }

    public async Task<T> SendAsync<T>(Func<Task<T>> write)
    {
        lock (_lock)
        {
            if (_writing++ == 0)
            {
                _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        try
        {
            return await write().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                if (--_writing == 0)
                {
                    _quiet!.SetResult();
                }
            }
        }
    }

    /// <summary>Waits until no change is being sent, but not long: a change that hangs must not hold up the others.</summary>
    public async Task WaitUntilQuietAsync(ApiCall call)
    {
        if (IsQuiet)
        {
            return;
        }

        var timeout = call.DelayAsync(QuietTimeout);
        while (!IsQuiet && !timeout.IsCompleted)
        {
            await (await Task.WhenAny(Quiet(), timeout).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private Task Quiet()
    {
        lock (_lock)
        {
            return _writing == 0 ? Task.CompletedTask : _quiet!.Task;
        }
    }
}
