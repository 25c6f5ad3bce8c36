namespace RocketTfProvider.Tests.Wire;

/// <summary>
/// Holds the answers of an emulated workspace until all requests of a wave have arrived. Requests that wait for one another never come
/// together, so the number of waves is the length of their chain.
/// </summary>
internal sealed class RequestWaves
{
    // Only a test that fails waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Queue<string[]> _expected = [];
    private readonly List<string> _missed = [];
    private List<string> _arrived = [];
    private TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The waves from now on, each with its requests in any order, such as <c>GET /api/v1/me</c>.</summary>
    public void Expect(params string[][] waves)
    {
        lock (_lock)
        {
            foreach (var wave in waves)
            {
                _expected.Enqueue(wave);
            }
        }
    }

    /// <summary>Ends the wave when its last request has arrived.</summary>
    public async Task HoldAsync(string method, string path)
    {
        Task complete;
        lock (_lock)
        {
            complete = _complete.Task;
            _arrived.Add($"{method} {path}");
            if (_expected.TryPeek(out var wave) && _arrived.Order().SequenceEqual(wave.Order()))
            {
                _expected.Dequeue();
                _arrived = [];
                _complete.SetResult();
                _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        try
        {
            await complete.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                _missed.Add($"waited in vain: {method} {path}");
            }
        }
    }

    /// <summary>Checks that all waves have come, and nothing else.</summary>
    public void AssertEnded()
    {
        lock (_lock)
        {
            Assert.Empty(_missed);
            Assert.Empty(_expected);
            Assert.Empty(_arrived);
        }
    }
}
