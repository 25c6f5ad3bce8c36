using RocketChat.Client.Http;

namespace RocketChat.Client.Reads;

/// <summary>A request that is under way, and the number of callers that wait for it.</summary>
internal sealed class SharedRead(TimeProvider time, TimeSpan timeout, long since) : IDisposable
{
    private readonly CancellationTokenSource _life = new(timeout, time);

    public Task<ApiResponse> Answer { get; private set; } = Task.FromException<ApiResponse>(new InvalidOperationException());

    /// <summary>The number of writes before the request.</summary>
    public long Since { get; } = since;

    public DateTimeOffset Started { get; } = time.GetUtcNow();

    public int Readers { get; set; }

    /// <summary>The end of the time in which the finished answer may serve others; null while the request is under way.</summary>
    public DateTimeOffset? KeptUntil { get; set; }

    // On the pool: the first caller holds the lock of all reads while it starts one.
    public void Start(Func<CancellationToken, Task<ApiResponse>> send) => Answer = Task.Run(() => send(_life.Token), _life.Token);

    /// <summary>Stops the request if it still runs: nobody waits for it any longer.</summary>
    public void Dispose()
    {
        if (!Answer.IsCompleted)
        {
            // Observe the exception, or it surfaces as unobserved.
            _ = Answer.ContinueWith(static answer => answer.Exception, TaskScheduler.Default);
            _life.Cancel();
        }

        _life.Dispose();
    }
}
