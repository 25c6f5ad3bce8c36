using System.Net;

namespace RocketChat.Client.Options;

/// <summary>
/// The address of the workspace, the account, and the limits in time. The constructor of <see cref="RocketChatClient"/> checks them once.
/// </summary>
public sealed record RocketChatClientOptions
{
    /// <summary>
    /// The root of the workspace, such as <c>https://chat.example.org</c>; may have a sub-path (<c>https://example.org/chat</c>).
    /// </summary>
    public required Uri Url { get; init; }

    /// <summary>The account: a personal access token, or a user name with its password.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>
    /// The Base32 secret of the account's authenticator app (RFC 6238), for accounts with time-based codes; null without one.
    /// </summary>
    public string? TotpSecret { get; init; }

    /// <summary>
    /// Headers for every request, such as a gateway in front of the workspace needs. Their values are treated as secrets.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The <c>User-Agent</c> of every request. Rocket.Chat remembers a second factor for each user agent, so keep the value constant.
    /// </summary>
    public string UserAgent { get; init; } = "RocketChat.Client";

    /// <summary>The longest time for one attempt of a request, from the connection to the last byte.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time for one call of this library, with all its requests, waits and retries.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a failed request is tried again; 0 turns every retry off, the wait for a rate limit included.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>How many requests may be under way at the same time, over all callers of one client.</summary>
    public int MaxParallelRequests { get; init; } = 8;

    /// <summary>
    /// The time for which what was read of a user, of a room or of its owners may serve further callers of the same client. A write
    /// through the client ends that for what it changes. Zero asks the server every time.
    /// </summary>
    public TimeSpan KeepLookups { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The certificate authorities to trust, and the client certificate.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>
    /// The HTTP proxy, such as <c>http://user:password@proxy:3128</c>; null for the proxy of the environment (<c>HTTPS_PROXY</c>,
    /// <c>NO_PROXY</c> …).
    /// </summary>
    public Uri? Proxy { get; init; }

    /// <summary>The proxy of the environment; null for .NET's own.</summary>
    internal IWebProxy? EnvironmentProxy { get; init; }

    /// <summary>The address and the account; never a secret.</summary>
    public override string ToString() => $"{Url} as {Credentials}";
}
