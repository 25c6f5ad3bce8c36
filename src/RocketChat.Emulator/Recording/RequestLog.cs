namespace RocketChat.Emulator.Recording;

/// <summary>
/// The last requests that were answered, in the order of the answers. The log has a bound, and keeps long bodies in part.
/// </summary>
internal sealed class RequestLog(Action<RecordedRequest>? onRequest)
{
    public const int MostRequests = 10_000;
    public const int MostCharacters = 16 << 20;
    public const int LongestBody = 64 << 10;

    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = [];
    private long _characters;

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _requests.ToArray();
        }
    }

    /// <summary>Reports a request with its complete body, and keeps it.</summary>
    public void Add(RecordedRequest request)
    {
        lock (_gate)
        {
            onRequest?.Invoke(request);
            var kept = request with { Body = Shortened(request) };
            _requests.Enqueue(kept);
            _characters += Size(kept);
            while (_requests.Count > MostRequests || _characters > MostCharacters)
            {
                _characters -= Size(_requests.Dequeue());
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _characters = 0;
        }
    }

    // The end of a secret that is cut would no longer be recognized, so secrets are hidden first.
    private static string Shortened(RecordedRequest request)
    {
        if (request.Body.Length <= LongestBody)
        {
            return request.Body;
        }

        var body = RequestLine.BodyOf(request);
        return body.Length <= LongestBody ? body : $"{body[..LongestBody]}…[{body.Length - LongestBody} more characters]";
    }

    private static int Size(RecordedRequest request) => request.Path.Length + request.Query.Length + request.Body.Length;
}
