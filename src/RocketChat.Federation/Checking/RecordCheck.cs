using System.Collections.Immutable;
using DnsClient;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Checks one record: its servers, that they agree, its content, and the records that exist in its place.</summary>
internal abstract class RecordCheck(RecordLookup lookup, FederationPlan plan, NeededRecord record, bool looksForStaleCaches)
{
    // A label without records of its own: only a wildcard answers for it.
    private const string Probe = "rocketchat-wildcard-probe";

    protected RecordLookup Lookup { get; } = lookup;

    protected FederationPlan Plan { get; } = plan;

    protected abstract QueryType Type { get; }

    protected abstract string MissingCode { get; }

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = await Lookup.LookUpAsync(record.Name, Type, Plan.Domain, cancellationToken);
        var problems = ServerProblems.Of(record, result).ToList();
        problems.AddRange(await CheckContentAsync(result, cancellationToken));
        problems.AddRange(await CheckContextAsync(cancellationToken));
        if (problems.TrueForAll(p => p.Severity != ProblemSeverity.Error))
        {
            problems.AddRange(await CheckCachesAsync(result, cancellationToken));
        }

        var values = result.RecordSets.SelectMany(s => s.Values).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return new CheckResult(problems, new FoundRecord(record.Key, record.Name.Value, record.Type, values), result.Note);
    }

    /// <summary>The problems of the records in one response, which has at least one.</summary>
    protected abstract IEnumerable<DnsProblem> Compare(RecordSet records);

    /// <summary>Whether a wildcard that answers in place of the record can cause the problem.</summary>
    protected abstract bool MayBeWildcard(DnsProblem problem);

    /// <summary>The problems of other records that affect this one.</summary>
    protected virtual Task<IEnumerable<DnsProblem>> CheckContextAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<DnsProblem>>([]);

    protected DnsProblem Problem(string code, ProblemSeverity severity, string expected, string found, string hint) =>
        new(code, severity, record.ToString(), expected, found, hint);

    private async Task<IReadOnlyList<DnsProblem>> CheckContentAsync(LookupResult result, CancellationToken cancellationToken)
    {
        if (result.RecordSets.Count == 0)
        {
            return [];
        }

        if (result.IsAbsent)
        {
            return [await DescribeMissingAsync(result, cancellationToken)];
        }

        // Servers that disagree are a problem of their own; the content is one as well only if no server has it right.
        var compared = result.DistinctSets.Where(s => s.Records.Count > 0).Select(s => Compare(s).ToArray()).ToArray();
        var problems = Array.Find(compared, p => p.Length == 0) ?? compared[0];
        return Array.Find(problems, MayBeWildcard) is { } suspect && await IsWildcardAsync(result, cancellationToken)
            ? [AsWildcard(suspect)]
            : problems;
    }

    private async Task<DnsProblem> DescribeMissingAsync(LookupResult result, CancellationToken cancellationToken)
    {
        var missing = Problem(
            MissingCode,
            ProblemSeverity.Error,
            record.Value,
            "",
            $"There is no {record.Type} record at {record.Name}. Create it:{OnOwnLine}");
        var aliases = result.RecordSets.Where(s => s.Alias is not null).DistinctBy(s => s.Alias).ToArray();
        if (aliases.Length > 0)
        {
            missing = missing with
            {
                Found = string.Join(", ", aliases.Select(s => s.AliasValue)),
                Hint = $"{record.Name} is an alias of {string.Join(" and ", aliases.Select(s => s.Alias))}, where there is no "
                    + $"{record.Type} record. Replace the alias with the record:{OnOwnLine}",
            };
            return await IsWildcardAsync(result, cancellationToken) ? AsWildcard(missing) : missing;
        }

        foreach (var zone in result.Zone is { } apex ? [apex] : PossibleZones())
        {
            var doubled = record.Name.Within(zone);
            var there = await Lookup.LookUpAsync(doubled, Type, Plan.Domain, cancellationToken);
            if (there.RecordSets.FirstOrDefault(s => s.Records.Count > 0 && s.Alias is null) is { } records
                && !await IsWildcardAsync(there, cancellationToken))
            {
                return missing with
                {
                    Code = ProblemCode.NameDoubled,
                    Found = $"{doubled} {string.Join(", ", records.Values)}",
                    Hint = $"The record is at {doubled}, with the zone's name twice, because the DNS host appends the zone. "
                        + $"Give it the name `{record.Name.RelativeTo(zone)}`, or end the full name with a dot.",
                };
            }
        }

        return missing;
    }

    // The responses of resolvers do not show where the zone begins.
    private IEnumerable<DomainName> PossibleZones()
    {
        for (var zone = Plan.Domain; zone is not null && zone.Value.Contains('.', StringComparison.Ordinal); zone = zone.Parent())
        {
            yield return zone;
        }
    }

    private async Task<bool> IsWildcardAsync(LookupResult result, CancellationToken cancellationToken)
    {
        var probe = await Lookup.LookUpAsync(Plan.Domain.Child(Probe), Type, Plan.Domain, cancellationToken);
        return probe.RecordSets.Count > 0 && result.RecordSets.Count > 0
            && probe.RecordSets[0] is var wildcard
            && (wildcard.Records.Count > 0 || wildcard.Alias is not null)
            && wildcard.CanonicalText == result.RecordSets[0].CanonicalText
            && Equals(wildcard.Alias, result.RecordSets[0].Alias);
    }

    private DnsProblem AsWildcard(DnsProblem problem) => problem with
    {
        Code = ProblemCode.Wildcard,
        Hint = "The record does not exist, so a wildcard (`*`) of the zone answers in its place. "
            + $"Create the record, which takes precedence:{OnOwnLine}",
    };

    private async Task<IEnumerable<DnsProblem>> CheckCachesAsync(LookupResult result, CancellationToken cancellationToken)
    {
        if (!looksForStaleCaches
            || Lookup.UsesGivenResolvers
            || result.Zone is null
            || result.Note is not null
            || result.RecordSets.Count == 0)
        {
            return [];
        }

        var system = await Lookup.LookUpThroughSystemAsync(record.Name, Type, cancellationToken);
        var stale = system.RecordSets.Where(s => s.CanonicalText != result.RecordSets[0].CanonicalText);
        var failures = system.Failures.Where(f => f.Code == ProblemCode.ServFail).ToArray();
        return
        [
            .. stale.Select(s => Problem(
                ProblemCode.NegativeCacheSuspected,
                ProblemSeverity.Warning,
                record.Value,
                $"{s.Server}: {s.Description}",
                "The zone's authoritative servers are correct, but this resolver still returns an old answer from its cache, or serves the "
                + "zone itself. Other servers may use such a resolver. They see the record once the cache expires, at the latest after the "
                + "zone's SOA minimum or the old TTL. Rocket.Chat 3.4 and later caches answers for another hour; a restart clears it.")),
            .. failures.Length == 0
                ? []
                : ServerProblems.Of(record, system with { Failures = failures, RecordSets = [result.RecordSets[0]] }),
        ];
    }

    // A CLI wraps no line that is indented, so that the record can be copied.
    private string OnOwnLine => $"\n  {record.ZoneFileLine}";
}
