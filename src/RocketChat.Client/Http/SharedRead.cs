namespace RocketChat.Client;

/// <summary>One request on its way, and how many wait for it.</summary>
internal sealed class SharedRead(TimeProvider time, TimeSpan timeout) : IDisposable
{
    private readonly CancellationTokenSource _life = new(timeout, time);

    public Task<ApiResponse> Answer { get; private set; } = Task.FromException<ApiResponse>(new InvalidOperationException());

    public int Readers { get; set; }

    /// <summary>Until when the finished answer may serve others; null while it is under way.</summary>
    public DateTimeOffset? KeptUntil { get; set; }

    // On the pool: the first caller holds the lock of all reads while it starts one.
    public void Start(Func<DateTimeOffset, CancellationToken, Task<ApiResponse>> send, DateTimeOffset deadline) =>
        Answer = Task.Run(() => send(deadline, _life.Token), _life.Token);

    /// <summary>Nobody waits any more: stops the request if it still runs.</summary>
    public void Dispose()
    {
        if (!Answer.IsCompleted)
        {
            // Its end interests nobody, but must be looked at.
            _ = Answer.ContinueWith(static answer => answer.Exception, TaskScheduler.Default);
            _life.Cancel();
        }

        _life.Dispose();
    }
}
