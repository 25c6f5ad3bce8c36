using DnsClient;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Checks that the host to which the records lead has an address.</summary>
internal sealed class TargetCheck(RecordLookup lookup, FederationPlan plan)
{
    public async Task<IReadOnlyList<DnsProblem>> RunAsync(CancellationToken cancellationToken)
    {
        var v4 = await lookup.LookUpAsync(plan.Target, QueryType.A, plan.Target, cancellationToken);
        if (v4.RecordSets.FirstOrDefault(s => s.Alias is not null) is { Alias: { } alias })
        {
            return
            [
                Problem(
                    ProblemCode.SrvTargetIsCname,
                    ProblemSeverity.Warning,
                    $"CNAME {alias.Absolute}",
                    "The target of an SRV record must have address records of its own and must not be an alias (RFC 2782). Rocket.Chat "
                    + "accepts an alias; other software may not."),
            ];
        }

        if (!v4.IsAbsent)
        {
            return [];
        }

        var v6 = await lookup.LookUpAsync(plan.Target, QueryType.AAAA, plan.Target, cancellationToken);
        return v6.IsAbsent
            ?
            [
                Problem(
                    ProblemCode.SrvTargetWithoutAddress,
                    ProblemSeverity.Error,
                    "",
                    $"The host {plan.Target} has no A or AAAA record, so other servers cannot connect to it. Create one, or correct the "
                    + "target."),
            ]
            : [];
    }

    private DnsProblem Problem(string code, ProblemSeverity severity, string found, string hint) =>
        new(code, severity, $"{plan.Target} A", "an address", found, hint);
}
