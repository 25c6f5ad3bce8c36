namespace RocketChat.Client.Http;

/// <summary>A request to the API, before login and retries.</summary>
internal sealed record ApiRequest(string Method, string Path)
{
    /// <summary>Query values, not yet encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>The JSON text of the body.</summary>
    public string? Body { get; init; }

    /// <summary>Writes the body at the moment of sending, after all waits, where it holds what grows old.</summary>
    public Func<string>? BodyAtSending { get; init; }

    /// <summary>The longest wait that the server really means; null to believe it.</summary>
    public TimeSpan? LongestWait { get; init; }

    /// <summary>The session of the caller; null for a request that needs no login.</summary>
    public Session? Session { get; init; }

    /// <summary>The answer to a second-factor challenge, if one was made.</summary>
    public SecondFactorCode? SecondFactor { get; init; }

    /// <summary>Strings in the request that must not appear in a message.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>
    /// Whether one of them is known to be a secret, not only a text that might be one. A refusal then shows a code and no message, which
    /// may contain the secret in a form that nobody foresaw.
    /// </summary>
    public bool HoldsSecret { get; init; }

    /// <summary>Whether the request only reads.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Whether running the request twice does no harm: then it may be sent again after a lost answer.</summary>
    public bool MayRepeat { get; init; } = Method == "GET";

    /// <summary>Whether the answer seldom changes and may serve other callers for a moment.</summary>
    public bool IsLookup { get; init; }

    /// <summary>The subjects of a read: a write to one of them ends the use of its answer.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The subjects that a write changes; null if it may change anything.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The oldest answer of a lookup that the caller accepts.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.MaxValue;

    /// <summary>The age of an answer that a decision may rest on.</summary>
    public static TimeSpan Recent { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The key by which the server's rate limiter counts: the route, not the path.</summary>
    public string Bucket { get; init; } = $"{Method} {Path}";

    public static ApiRequest Get(string endpoint, params (string Name, string Value)[] query) =>
        new("GET", "/api/v1/" + endpoint) { Query = query };

    public static ApiRequest Post(string endpoint, string body) => new("POST", "/api/v1/" + endpoint) { Body = body };

    /// <summary>The size of the largest answer that is read. Only lists can honestly be larger than this.</summary>
    public int MaxAnswerBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Method and path: bodies and query values may be secret.</summary>
    public override string ToString() => $"{Method} {Path}";
}
