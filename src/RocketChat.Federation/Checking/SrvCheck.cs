using System.Globalization;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>Judges the SRV record.</summary>
internal sealed class SrvCheck(RecordLookup search, FederationPlan plan, NeededSrv record, bool looksForStaleCaches)
    : RecordCheck(search, plan, record, looksForStaleCaches)
{
    protected override QueryType Type => QueryType.SRV;

    protected override string MissingCode => ProblemCode.SrvMissing;

    protected override IEnumerable<DnsProblem> Compare(RecordSet sight)
    {
        var found = string.Join(", ", sight.Values);
        if (sight.Srv.Count > 1)
        {
            var same = sight.Srv.All(s => TargetOf(s).Equals(record.Target) && s.Port == record.Port);
            yield return Problem(
                ProblemCode.SrvMultiple,
                same ? ProblemSeverity.Warning : ProblemSeverity.Error,
                record.Value,
                found,
                "There are several SRV records. Servers take the one that happens to come first, whatever its priority. Remove all but the right one.");
            yield break;
        }

        var srv = sight.Srv[0];
        var target = TargetOf(srv);
        if (target.Value.Length == 0)
        {
            yield return Problem(
                ProblemCode.SrvTargetRoot,
                ProblemSeverity.Error,
                record.Value,
                found,
                $"The target `.` says that the domain does not offer the service. Give the target {record.Target.Absolute}");
            yield break;
        }

        if (!target.Equals(record.Target))
        {
            yield return target.Value.StartsWith(record.Target.Value + ".", StringComparison.Ordinal)
                ? Problem(
                    ProblemCode.SrvTargetDoubled,
                    ProblemSeverity.Error,
                    record.Target.Absolute,
                    target.Absolute,
                    "The target has the zone twice: without a dot at its end, the DNS host took it for a relative name and added the zone. "
                    + $"Write `{record.Target.Absolute}`, with the dot.")
                : Problem(
                    ProblemCode.SrvWrongTarget,
                    ProblemSeverity.Error,
                    record.Target.Absolute,
                    target.Absolute,
                    $"Other servers would connect to {target}. Set the target to {record.Target.Absolute}");
        }

        if (srv.Port != record.Port)
        {
            yield return Problem(
                ProblemCode.SrvWrongPort,
                ProblemSeverity.Error,
                record.Port.ToString(CultureInfo.InvariantCulture),
                srv.Port.ToString(CultureInfo.InvariantCulture),
                $"Other servers would connect to port {srv.Port}. The order of the fields is priority, weight, port, target.");
        }
    }

    protected override bool MayBeWildcard(DnsProblem problem) => problem.Code == ProblemCode.SrvWrongTarget;

    protected override async Task<IEnumerable<DnsProblem>> CheckContextAsync(LookupResult finding, CancellationToken cancellationToken)
    {
        if (Plan is LegacyFederation legacy)
        {
            foreach (var label in LegacyLabels.InOrderOfSearch.TakeWhile(l => l != legacy.Label))
            {
                var earlier = await Lookup.LookUpAsync(label.NameFor(Plan.Domain), Type, Plan.Domain, cancellationToken);
                if (earlier.RecordSets.FirstOrDefault(s => s.Srv.Count > 0) is { } sight)
                {
                    return [Shadowed(legacy.Label, label, sight)];
                }
            }
        }

        return [];
    }

    private DnsProblem Shadowed(LegacyLabel wanted, LegacyLabel earlier, RecordSet sight)
    {
        var same = wanted.Scheme() == earlier.Scheme() && sight.Srv.All(s => TargetOf(s).Equals(record.Target) && s.Port == record.Port);
        return Problem(
            ProblemCode.SrvLabelShadowed,
            same ? ProblemSeverity.Warning : ProblemSeverity.Error,
            record.Value,
            $"{earlier.NameFor(Plan.Domain)} {string.Join(", ", sight.Values)}",
            $"Servers look for `{earlier.Protocol()}` before `{wanted.Protocol()}` and take what they find there"
            + (same ? ", which leads to the same place. One of the two is too many." : $", so the record under `{wanted.Protocol()}` has no effect. Remove the other one."));
    }

    private static DomainName TargetOf(SrvRecord srv) => DomainName.FromDns(srv.Target.Value);
}
