using DnsClient;

namespace RocketChat.Federation;

/// <summary>What came of a question over one transport.</summary>
/// <param name="Response">The whole answer, if there is one.</param>
/// <param name="IsCutOff">Whether there was an answer that did not fit.</param>
internal readonly record struct Attempt(IDnsQueryResponse? Response, bool IsCutOff)
{
    public static Attempt Nothing { get; }

    public static Attempt CutOff { get; } = new(null, true);
}
