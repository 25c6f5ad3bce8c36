namespace RocketChat.Client;

/// <summary>Where the workspace is, who we are there, and how patient we are. Checked once, by the constructor of <see cref="RocketChatClient"/>.</summary>
public sealed record RocketChatClientOptions
{
    /// <summary>The root of the workspace, such as <c>https://chat.example.org</c>; may hold a sub-path (<c>https://example.org/chat</c>).</summary>
    public required Uri Url { get; init; }

    /// <summary>Who calls: a personal access token or a user name with its password.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>The Base32 secret of the account's authenticator app (RFC 6238), for accounts with time-based codes; null without one.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>Headers added to every request (a gateway in front of the workspace may want them). Their values are treated as secrets.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The <c>User-Agent</c> of every request. Rocket.Chat remembers a second factor per user agent, so keep it the same in one run.</summary>
    public string UserAgent { get; init; } = "RocketChat.Client";

    /// <summary>How long one attempt of one request may take, from the connection to the last byte.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one operation (one call of this library) may take with all its requests, waits and retries.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a failed request is tried again; 0 turns every retry off, the wait for a rate limit included.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>How many requests may be under way at the same time, over all callers of one client.</summary>
    public int MaxParallelRequests { get; init; } = 8;

    /// <summary>
    /// How long the answer to a lookup of a user or room may serve further callers of the same client; any write through the client ends
    /// that at once. Zero asks the server every time.
    /// </summary>
    public TimeSpan KeepLookups { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Certificates: which authority to trust and which client certificate to show.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>The HTTP proxy, such as <c>http://user:password@proxy:3128</c>; null takes the proxy of the environment (<c>HTTPS_PROXY</c>, <c>NO_PROXY</c> …).</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Where, and as whom; never a secret.</summary>
    public override string ToString() => $"{Url} as {Credentials}";
}
