namespace RocketChat.Client;

/// <summary>One request to the API, before it is known who sends it or how often.</summary>
internal sealed record ApiRequest(string Method, string Path)
{
    /// <summary>Query values, not yet encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>The JSON text of the body.</summary>
    public string? Body { get; init; }

    /// <summary>The headers that prove who calls; null for a request that needs no login.</summary>
    public Session? Session { get; init; }

    /// <summary>The answer to a second-factor challenge, if one was made.</summary>
    public SecondFactorCode? SecondFactor { get; init; }

    /// <summary>Texts that came with the request and must not come back in a message.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether the request only reads.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Whether running it twice does no harm, so that it may be sent again when nobody knows whether it ran.</summary>
    public bool MayRepeat { get; init; } = Method == "GET";

    /// <summary>Whether it looks something up that seldom changes, so that the answer may serve others for a moment.</summary>
    public bool IsLookup { get; init; }

    /// <summary>What the server's rate limiter counts together: the route, not the path.</summary>
    public string Bucket { get; init; } = $"{Method} {Path}";

    public static ApiRequest Get(string endpoint, params (string Name, string Value)[] query) => new("GET", "/api/v1/" + endpoint) { Query = query };

    public static ApiRequest Post(string endpoint, string body) => new("POST", "/api/v1/" + endpoint) { Body = body };

    /// <summary>Method and path: bodies and query values may be secret.</summary>
    public override string ToString() => $"{Method} {Path}";
}
