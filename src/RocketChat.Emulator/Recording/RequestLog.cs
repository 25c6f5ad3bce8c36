namespace RocketChat.Emulator.Recording;

/// <summary>Every request that was answered, in the order of the answers.</summary>
internal sealed class RequestLog(Action<RecordedRequest>? onRequest)
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _requests.ToArray();
        }
    }

    public void Add(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            onRequest?.Invoke(request);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
