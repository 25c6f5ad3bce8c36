namespace RocketChat.Federation;

/// <summary>What all the servers that were asked show for one name and type.</summary>
/// <param name="RecordSets">What those showed that have a say.</param>
/// <param name="Failures">Those that gave nothing to go by, each with a problem code.</param>
/// <param name="Zone">The zone that the name is in; null when only resolvers were asked.</param>
/// <param name="Note">Why the resolvers were asked in place of the authoritative servers, if they were.</param>
internal sealed record LookupResult(
    IReadOnlyList<RecordSet> RecordSets, IReadOnlyList<(NameServerAddress Server, string Code)> Failures, DomainName? Zone, string? Note)
{
    /// <summary>The different sights, in the order of the servers.</summary>
    public IReadOnlyList<RecordSet> DistinctSets => [.. RecordSets.DistinctBy(s => s.CanonicalText)];

    /// <summary>Whether at least one server answered, and all that did show nothing.</summary>
    public bool IsAbsent => RecordSets.Count > 0 && RecordSets.All(s => s.Records.Count == 0);
}
