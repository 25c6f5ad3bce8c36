using System.Collections.Immutable;
using DnsClient;

namespace RocketChat.Federation;

/// <summary>Judges one record: the servers, that they agree, the content, and what is there in its place.</summary>
internal abstract class RecordCheck(RecordLookup search, FederationPlan plan, NeededRecord record, bool looksForStaleCaches)
{
    // A label that nobody publishes.
    private const string Probe = "rocketchat-wildcard-probe";

    protected RecordLookup Lookup { get; } = search;

    protected FederationPlan Plan { get; } = plan;

    protected abstract QueryType Type { get; }

    protected abstract string MissingCode { get; }

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var finding = await Lookup.LookUpAsync(record.Name, Type, Plan.Domain, cancellationToken);
        var problems = ServerProblems.Of(record, finding).ToList();
        problems.AddRange(await CheckContentAsync(finding, cancellationToken));
        problems.AddRange(await CheckContextAsync(finding, cancellationToken));
        if (problems.TrueForAll(p => p.Severity != ProblemSeverity.Error))
        {
            problems.AddRange(await CheckCachesAsync(finding, cancellationToken));
        }

        var values = finding.RecordSets.SelectMany(s => s.Values).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return new CheckResult(problems, new FoundRecord(record.Key, record.Name.Value, record.Type, values), finding.Note);
    }

    /// <summary>What is wrong with the records that one server shows; there is at least one.</summary>
    protected abstract IEnumerable<DnsProblem> Compare(RecordSet sight);

    /// <summary>Whether a problem may come from a wildcard that answers in place of the record.</summary>
    protected abstract bool MayBeWildcard(DnsProblem problem);

    /// <summary>What is wrong around the record.</summary>
    protected virtual Task<IEnumerable<DnsProblem>> CheckContextAsync(LookupResult finding, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<DnsProblem>>([]);

    protected DnsProblem Problem(string code, ProblemSeverity severity, string expected, string found, string hint) =>
        new(code, severity, record.ToString(), expected, found, hint);

    private async Task<IReadOnlyList<DnsProblem>> CheckContentAsync(LookupResult finding, CancellationToken cancellationToken)
    {
        if (finding.RecordSets.Count == 0)
        {
            return [];
        }

        if (finding.IsAbsent)
        {
            return [await DescribeMissingAsync(finding, cancellationToken)];
        }

        // Where servers disagree, that is the problem, unless all are wrong.
        var judged = finding.DistinctSets.Where(s => s.Records.Count > 0).Select(s => Compare(s).ToArray()).ToArray();
        var problems = Array.Find(judged, p => p.Length == 0) ?? judged[0];
        return Array.Find(problems, MayBeWildcard) is { } suspect && await IsWildcardAsync(finding, cancellationToken)
            ? [AsWildcard(suspect)]
            : problems;
    }

    private async Task<DnsProblem> DescribeMissingAsync(LookupResult finding, CancellationToken cancellationToken)
    {
        var missing = Problem(
            MissingCode,
            ProblemSeverity.Error,
            record.Value,
            "",
            $"There is no {record.Type} record at {record.Name}. Create it; as a line of a zone file: {record.ZoneFileLine}");
        if (finding.RecordSets[0].Alias is { } alias)
        {
            missing = missing with
            {
                Found = $"CNAME {alias.Absolute}",
                Hint = $"An alias leads from {record.Name} to {alias}, where there is no {record.Type} record. Replace the alias by the record itself: {record.ZoneFileLine}",
            };
            return await IsWildcardAsync(finding, cancellationToken) ? AsWildcard(missing) : missing;
        }

        foreach (var zone in finding.Zone is { } apex ? [apex] : PossibleZones())
        {
            var doubled = record.Name.Within(zone);
            var there = await Lookup.LookUpAsync(doubled, Type, Plan.Domain, cancellationToken);
            if (there.RecordSets.FirstOrDefault(s => s.Records.Count > 0 && s.Alias is null) is { } sight
                && !await IsWildcardAsync(there, cancellationToken))
            {
                return missing with
                {
                    Code = ProblemCode.NameDoubled,
                    Found = $"{doubled} {string.Join(", ", sight.Values)}",
                    Hint = $"The record exists as {doubled}, with the zone twice: the DNS host adds the zone by itself. There, give it the name "
                        + $"`{record.Name.RelativeTo(zone)}`, or end the full name with a dot.",
                };
            }
        }

        return missing;
    }

    // Resolvers alone do not tell where the zone begins.
    private IEnumerable<DomainName> PossibleZones()
    {
        for (var zone = Plan.Domain; zone is not null && zone.Value.Contains('.', StringComparison.Ordinal); zone = zone.Parent())
        {
            yield return zone;
        }
    }

    private async Task<bool> IsWildcardAsync(LookupResult finding, CancellationToken cancellationToken)
    {
        var probe = await Lookup.LookUpAsync(Plan.Domain.Child(Probe), Type, Plan.Domain, cancellationToken);
        return probe.RecordSets.Count > 0 && finding.RecordSets.Count > 0
            && probe.RecordSets[0] is var shown
            && (shown.Records.Count > 0 || shown.Alias is not null)
            && shown.CanonicalText == finding.RecordSets[0].CanonicalText
            && Equals(shown.Alias, finding.RecordSets[0].Alias);
    }

    private DnsProblem AsWildcard(DnsProblem problem) => problem with
    {
        Code = ProblemCode.Wildcard,
        Hint = $"A wildcard (`*`) of the zone answers for every name below {Plan.Domain}, this one included, because the record itself does not exist. "
            + $"Create it; it takes precedence: {record.ZoneFileLine}",
    };

    private async Task<IEnumerable<DnsProblem>> CheckCachesAsync(LookupResult finding, CancellationToken cancellationToken)
    {
        if (!looksForStaleCaches || Lookup.UsesGivenResolvers || finding.Zone is null || finding.Note is not null || finding.RecordSets.Count == 0)
        {
            return [];
        }

        var machine = await Lookup.LookUpThroughSystemAsync(record.Name, Type, cancellationToken);
        var stale = machine.RecordSets.Where(s => s.CanonicalText != finding.RecordSets[0].CanonicalText).ToArray();
        var failing = machine.Failures.Where(r => r.Code == ProblemCode.ServFail).Select(r => (r.Server, r.Code)).ToArray();
        return
        [
            .. stale.Select(s => Problem(
                ProblemCode.NegativeCacheSuspected,
                ProblemSeverity.Warning,
                record.Value,
                $"{s.Server}: {(s.Values.Length == 0 ? "nothing" : string.Join(", ", s.Values))}",
                "The zone's own servers are right, but this resolver still says what was true before, or it has a zone of its own. Other servers may have such "
                + "a resolver: they see the record when what it remembers runs out, at the latest after the zone's SOA minimum or the old TTL. Rocket.Chat from "
                + "3.4 on remembers answers for an hour more; a restart makes it forget.")),
            .. failing.Length == 0 ? [] : ServerProblems.Of(record, machine with { Failures = failing, RecordSets = [finding.RecordSets[0]] }),
        ];
    }
}
