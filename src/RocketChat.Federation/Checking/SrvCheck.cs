using System.Globalization;
using DnsClient;
using DnsClient.Protocol;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Checks the SRV record.</summary>
internal sealed class SrvCheck(RecordLookup lookup, FederationPlan plan, NeededSrv record, bool looksForStaleCaches)
    : RecordCheck(lookup, plan, record, looksForStaleCaches)
{
    protected override QueryType Type => QueryType.SRV;

    protected override string MissingCode => ProblemCode.SrvMissing;

    protected override IEnumerable<DnsProblem> Compare(RecordSet records)
    {
        var found = string.Join(", ", records.Values);
        if (records.Srv.Count > 1)
        {
            yield return Problem(
                ProblemCode.SrvMultiple,
                LeadsToTarget(records) ? ProblemSeverity.Warning : ProblemSeverity.Error,
                record.Value,
                found,
                "There are several SRV records. Servers use the first one that they receive and ignore the priority. Remove all but the "
                + "correct one.");
            yield break;
        }

        var srv = records.Srv[0];
        var target = TargetOf(srv);
        if (target.Value.Length == 0)
        {
            yield return Problem(
                ProblemCode.SrvTargetRoot,
                ProblemSeverity.Error,
                record.Value,
                found,
                $"The target `.` means that the domain does not offer the service. Set the target to `{record.Target.Absolute}`.");
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
                    "The target contains the zone twice: it has no trailing dot, so the DNS host treated it as a relative name and "
                    + $"appended the zone. Write `{record.Target.Absolute}`, with the trailing dot.")
                : Problem(
                    ProblemCode.SrvWrongTarget,
                    ProblemSeverity.Error,
                    record.Target.Absolute,
                    target.Absolute,
                    $"Other servers would connect to `{target}`. Set the target to `{record.Target.Absolute}`.");
        }

        if (srv.Port != record.Port)
        {
            yield return Problem(
                ProblemCode.SrvWrongPort,
                ProblemSeverity.Error,
                record.Port.ToString(CultureInfo.InvariantCulture),
                srv.Port.ToString(CultureInfo.InvariantCulture),
                $"Other servers would connect to port {srv.Port}. Set the port to {record.Port}; the order of the fields is priority, "
                + "weight, port, target.");
        }
    }

    protected override bool MayBeWildcard(DnsProblem problem) => problem.Code == ProblemCode.SrvWrongTarget;

    protected override async Task<IEnumerable<DnsProblem>> CheckContextAsync(CancellationToken cancellationToken)
    {
        if (Plan is LegacyFederation legacy)
        {
            foreach (var label in LegacyLabels.InLookupOrder.TakeWhile(l => l != legacy.Label))
            {
                var earlier = await Lookup.LookUpAsync(label.NameFor(Plan.Domain), Type, Plan.Domain, cancellationToken);
                if (earlier.RecordSets.FirstOrDefault(s => s.Srv.Count > 0) is { } records)
                {
                    return [Shadowed(legacy.Label, label, records)];
                }
            }
        }

        return [];
    }

    private DnsProblem Shadowed(LegacyLabel wanted, LegacyLabel earlier, RecordSet records)
    {
        var isSame = wanted.Scheme() == earlier.Scheme() && LeadsToTarget(records);
        return Problem(
            ProblemCode.SrvLabelShadowed,
            isSame ? ProblemSeverity.Warning : ProblemSeverity.Error,
            record.Value,
            $"{earlier.NameFor(Plan.Domain)} {string.Join(", ", records.Values)}",
            $"Servers look up `{earlier.Protocol()}` before `{wanted.Protocol()}`"
            + (isSame
                ? ". Both records lead to the same server, so one of them is not needed."
                : $", so the record under `{wanted.Protocol()}` has no effect. Remove the record under `{earlier.Protocol()}`."));
    }

    private bool LeadsToTarget(RecordSet records) => records.Srv.All(s => TargetOf(s).Equals(record.Target) && s.Port == record.Port);

    private static DomainName TargetOf(SrvRecord srv) => DomainName.FromDns(srv.Target.Value);
}
