using DnsClient;

namespace RocketChat.Federation.Lookup;

/// <summary>The outcome of one query over one transport.</summary>
/// <param name="Response">The complete response, if there is one.</param>
/// <param name="IsTruncated">Whether there was a response that did not fit into a datagram.</param>
internal readonly record struct QueryAttempt(IDnsQueryResponse? Response, bool IsTruncated)
{
    public static QueryAttempt NoResponse { get; }

    public static QueryAttempt Truncated { get; } = new(null, true);
}
