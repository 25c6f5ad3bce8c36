using System.Collections.Immutable;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Problems;

namespace RocketChat.Federation.Checking;

/// <summary>
/// The comparison of the records that exist with those that are needed. Contains nothing that changes without a change of the records: no
/// times, no TTLs, no order of answers.
/// </summary>
public sealed record DnsVerdict
{
    /// <summary>Whether federation can work: no problem is an error.</summary>
    public bool Ok => Problems.All(p => p.Severity != ProblemSeverity.Error);

    /// <summary>All problems, sorted by record and code.</summary>
    public required ImmutableArray<DnsProblem> Problems { get; init; }

    /// <summary>The records that exist for each needed record, in the order of those.</summary>
    public required ImmutableArray<FoundRecord> Found { get; init; }

    /// <summary>The servers that were queried, sorted by name and address.</summary>
    public required ImmutableArray<AskedServer> Asked { get; init; }

    /// <summary>
    /// Why this machine's resolvers were queried in place of the authoritative servers, as complete sentences; null if not.
    /// </summary>
    public string? Note { get; init; }
}
