using DnsClient;

namespace RocketChat.Federation;

/// <summary>What came of a question over one transport.</summary>
/// <param name="Response">The whole answer, if there is one.</param>
/// <param name="IsTruncated">Whether there was an answer that did not fit.</param>
internal readonly record struct QueryAttempt(IDnsQueryResponse? Response, bool IsTruncated)
{
    public static QueryAttempt NoResponse { get; }

    public static QueryAttempt Truncated { get; } = new(null, true);
}
