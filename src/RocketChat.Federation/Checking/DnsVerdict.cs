using System.Collections.Immutable;

namespace RocketChat.Federation;

/// <summary>How the records that exist compare with those that are needed. Holds nothing that changes by itself: no times, no TTLs, no order of answers.</summary>
public sealed record DnsVerdict
{
    /// <summary>Whether federation can work: no problem is an error.</summary>
    public bool Ok => Problems.All(p => p.Severity != ProblemSeverity.Error);

    /// <summary>Everything that is wrong, sorted by record and code.</summary>
    public required ImmutableArray<DnsProblem> Problems { get; init; }

    /// <summary>What exists for each needed record, in the order of those.</summary>
    public required ImmutableArray<FoundRecord> Found { get; init; }

    /// <summary>Who was asked, sorted by name and address.</summary>
    public required ImmutableArray<AskedServer> Asked { get; init; }

    /// <summary>A word on how it was found out, if it is not the usual way: that resolvers were asked because no authoritative server could be reached.</summary>
    public string? Note { get; init; }
}
