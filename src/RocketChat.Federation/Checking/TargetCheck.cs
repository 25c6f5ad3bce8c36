using DnsClient;

namespace RocketChat.Federation;

/// <summary>Judges whether the host that other servers are sent to can be found.</summary>
internal sealed class TargetCheck(RecordLookup search, FederationPlan plan)
{
    public async Task<IReadOnlyList<DnsProblem>> RunAsync(CancellationToken cancellationToken)
    {
        var four = await search.LookUpAsync(plan.Target, QueryType.A, plan.Target, cancellationToken);
        if (four.RecordSets.FirstOrDefault(s => s.Alias is not null) is { } aliased)
        {
            return
            [
                new DnsProblem(
                    ProblemCode.SrvTargetIsCname,
                    ProblemSeverity.Warning,
                    $"{plan.Target} A",
                    "an address",
                    $"CNAME {aliased.Alias!.Absolute}",
                    "The target of an SRV record must be a name with an address of its own, not an alias (RFC 2782). Rocket.Chat copes with it; other software may not."),
            ];
        }

        if (!four.IsAbsent)
        {
            return [];
        }

        var six = await search.LookUpAsync(plan.Target, QueryType.AAAA, plan.Target, cancellationToken);
        return six.IsAbsent
            ?
            [
                new DnsProblem(
                    ProblemCode.SrvTargetWithoutAddress,
                    ProblemSeverity.Error,
                    $"{plan.Target} A",
                    "an address",
                    "",
                    $"The host {plan.Target} has neither an A nor an AAAA record, so nobody can connect to it. Create one, or correct the target."),
            ]
            : [];
    }
}
