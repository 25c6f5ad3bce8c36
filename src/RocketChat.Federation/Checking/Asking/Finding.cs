namespace RocketChat.Federation;

/// <summary>What all the servers that were asked show for one name and type.</summary>
/// <param name="Sights">What those showed that have a say.</param>
/// <param name="Refusals">Those that gave nothing to go by, each with a problem code.</param>
/// <param name="Zone">The zone that the name is in; null when only resolvers were asked.</param>
/// <param name="Remark">Why the resolvers were asked in place of the authoritative servers, if they were.</param>
internal sealed record Finding(
    IReadOnlyList<Sight> Sights, IReadOnlyList<(NameServerAddress Server, string Code)> Refusals, DomainName? Zone, string? Remark)
{
    /// <summary>The different sights, in the order of the servers.</summary>
    public IReadOnlyList<Sight> Different => [.. Sights.DistinctBy(s => s.Meaning)];

    /// <summary>Whether at least one server answered, and all that did show nothing.</summary>
    public bool IsAbsent => Sights.Count > 0 && Sights.All(s => s.Records.Count == 0);
}
