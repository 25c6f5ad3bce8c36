using System.Collections.Concurrent;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>
/// Finds the records of a name: from the resolvers given, or from every authoritative server of the zone. Belongs to one check, and keeps
/// who was asked.
/// </summary>
internal sealed class RecordLookup(QueryClient questioner, ZoneLocator walk, IReadOnlyList<NameServerAddress>? given, IReadOnlyList<NameServerAddress> resolvers)
{
    // Aliases and delegations may go in circles.
    private const int MaxSteps = 8;

    private readonly ConcurrentDictionary<AskedServer, bool> _asked = new();

    /// <summary>Whether the user chose whom to believe.</summary>
    public bool UsesGivenResolvers => given is not null;

    public IEnumerable<AskedServer> Asked => _asked.Keys;

    /// <param name="name">The name.</param>
    /// <param name="type">The type of record.</param>
    /// <param name="home">A name at or above it that may be asked for without harm, to find the zone by.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task<LookupResult> LookUpAsync(DomainName name, QueryType type, DomainName home, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            return await FromResolversAsync(given, name, type, cancellationToken);
        }

        var zone = await walk.FindAsync(home, cancellationToken);
        if (zone is not { Servers.Count: > 0 })
        {
            var substitute = await FromResolversAsync(resolvers, name, type, cancellationToken);
            return substitute with { Note = $"The zone of {home} or its name servers could not be found, so the resolvers of this machine were asked." };
        }

        var finding = await FromAuthoritativeAsync(zone, name, type, MaxSteps, cancellationToken);
        return finding.RecordSets.Count > 0 ? finding : await FallBackAsync(finding, name, type, cancellationToken);
    }

    /// <summary>What this machine's resolvers show, whoever was asked before.</summary>
    public Task<LookupResult> LookUpThroughSystemAsync(DomainName name, QueryType type, CancellationToken cancellationToken) =>
        FromResolversAsync(resolvers, name, type, cancellationToken);

    private async Task<LookupResult> FallBackAsync(LookupResult silent, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var substitute = await FromResolversAsync(resolvers, name, type, cancellationToken);
        return new LookupResult(
            substitute.RecordSets,
            [.. silent.Failures, .. substitute.Failures],
            silent.Zone,
            $"No authoritative name server of {silent.Zone} gave an answer of its own (is port 53 closed to the outside?), so the resolvers of this machine were asked; "
            + "what they say may be as old as the TTL of the records.");
    }

    private async Task<LookupResult> FromResolversAsync(IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var replies = await QueryAllAsync(servers, name, type, cancellationToken);
        return new LookupResult([.. replies.Where(r => r.IsConclusive).Select(r => ToRecordSet(r, name))], FailuresOf(replies.Where(r => !r.IsConclusive)), null, null);
    }

    private async Task<LookupResult> FromAuthoritativeAsync(ZoneServers zone, DomainName name, QueryType type, int steps, CancellationToken cancellationToken)
    {
        var replies = await QueryAllAsync(zone.Servers, name, type, cancellationToken);
        foreach (var reply in replies)
        {
            if (steps > 0 && reply.ReferralFor(name, zone.Apex) is { } child)
            {
                var next = await walk.FollowReferralAsync(reply, child, cancellationToken);
                return await FromAuthoritativeAsync(next, name, type, steps - 1, cancellationToken);
            }
        }

        var sights = replies.Where(r => r is { IsConclusive: true, IsAuthoritative: true }).Select(r => ToRecordSet(r, name)).ToArray();
        var finding = new LookupResult(sights, FailuresOf(replies.Where(r => r is not { IsConclusive: true, IsAuthoritative: true })), zone.Apex, null);
        return await FollowAliasAsync(finding, type, steps, cancellationToken);
    }

    // An authoritative server gives the alias, but not what is behind it in another zone, unless it happens to have that zone, too.
    private async Task<LookupResult> FollowAliasAsync(LookupResult finding, QueryType type, int steps, CancellationToken cancellationToken)
    {
        if (steps == 0 || finding.RecordSets.Count == 0 || finding.RecordSets.All(s => s.Records.Count > 0) || finding.RecordSets.Any(s => s.Alias is null)
            || finding.RecordSets.DistinctBy(s => s.Alias).Count() > 1)
        {
            return finding;
        }

        var alias = finding.RecordSets[0].Alias!;
        var zone = await walk.FindAsync(alias, cancellationToken);
        if (zone is not { Servers.Count: > 0 })
        {
            return finding;
        }

        var behind = await FromAuthoritativeAsync(zone, alias, type, steps - 1, cancellationToken);
        return behind.RecordSets.Count == 0
            ? finding
            : behind with { RecordSets = [.. behind.RecordSets.Select(s => s with { Alias = s.Alias ?? alias })], Zone = finding.Zone };
    }

    private async Task<ServerResponse[]> QueryAllAsync(IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            _asked[server.ToAsked()] = true;
        }

        return await Task.WhenAll(servers.Select(s => questioner.QueryAsync(s, name, type, cancellationToken)));
    }

    private static RecordSet ToRecordSet(ServerResponse reply, DomainName name)
    {
        var alias = name;
        var ways = reply.Answers.OfType<CNameRecord>()
            .DistinctBy(r => DomainName.FromDns(r.DomainName.Value))
            .ToDictionary(r => DomainName.FromDns(r.DomainName.Value), r => DomainName.FromDns(r.CanonicalName.Value));
        for (var step = 0; step <= ways.Count && ways.TryGetValue(alias, out var next); step++)
        {
            alias = next;
        }

        return new RecordSet(reply.Server, [.. reply.Answers.Where(r => r is SrvRecord or TxtRecord or AddressRecord)], alias.Equals(name) ? null : alias);
    }

    private static IReadOnlyList<(NameServerAddress Server, string Code)> FailuresOf(IEnumerable<ServerResponse> replies) =>
    [
        .. replies.Select(r => (r.Server, r.Status switch
        {
            ResponseStatus.Timeout => ProblemCode.Timeout,
            ResponseStatus.Truncated => ProblemCode.Truncated,
            ResponseStatus.ServFail => ProblemCode.ServFail,
            _ => r.Server.IsResolver ? ProblemCode.Refused : ProblemCode.LameDelegation,
        })),
    ];
}
