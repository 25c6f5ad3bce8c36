using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>The responses of all queried servers for one name and type.</summary>
/// <param name="RecordSets">The record sets of the servers that gave a usable response.</param>
/// <param name="Failures">The servers that gave none, each with a problem code.</param>
/// <param name="Zone">The zone that the name is in; null when only resolvers were queried.</param>
/// <param name="Note">Why the resolvers were queried in place of the authoritative servers, if they were.</param>
internal sealed record LookupResult(
    IReadOnlyList<RecordSet> RecordSets,
    IReadOnlyList<(NameServerAddress Server, string Code)> Failures,
    DomainName? Zone,
    string? Note)
{
    /// <summary>The different record sets, in the order of the servers.</summary>
    public IReadOnlyList<RecordSet> DistinctSets => [.. RecordSets.DistinctBy(s => s.CanonicalText)];

    /// <summary>Whether at least one server answered, and no answer contained a record.</summary>
    public bool IsAbsent => RecordSets.Count > 0 && RecordSets.All(s => s.Records.Count == 0);
}
