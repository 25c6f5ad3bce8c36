using System.Collections.Concurrent;
using DnsClient;
using DnsClient.Protocol;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;

namespace RocketChat.Federation.Lookup;

/// <summary>
/// Looks up the records of a name: through the configured resolvers, or from every authoritative server of the zone. Belongs to one
/// check, and collects the servers that were queried.
/// </summary>
internal sealed class RecordLookup(
    QueryClient client, ZoneLocator zones, IReadOnlyList<NameServerAddress>? configured, IReadOnlyList<NameServerAddress> system)
{
    // Aliases and delegations can form circles.
    private const int MaxSteps = 8;

    private readonly ConcurrentDictionary<AskedServer, bool> _asked = new();

    /// <summary>Whether the user configured resolvers.</summary>
    public bool UsesGivenResolvers => configured is not null;

    public IEnumerable<AskedServer> Asked => _asked.Keys;

    /// <param name="name">The name.</param>
    /// <param name="type">The type of record.</param>
    /// <param name="home">A name at or above it that may be queried without side effects, to find the zone by.</param>
    /// <param name="cancellationToken">Ends the lookup with an exception.</param>
    public async Task<LookupResult> LookUpAsync(DomainName name, QueryType type, DomainName home, CancellationToken cancellationToken)
    {
        if (configured is not null)
        {
            return await FromResolversAsync(configured, name, type, cancellationToken);
        }

        var zone = await zones.FindAsync(home, cancellationToken);
        if (zone is not { Servers.Count: > 0 })
        {
            var substitute = await FromResolversAsync(system, name, type, cancellationToken);
            return substitute with
            {
                Note = $"The zone of {home} or its name servers could not be found, so this machine's resolvers were queried instead.",
            };
        }

        var result = await FromAuthoritativeAsync(zone, name, type, MaxSteps, cancellationToken);
        return result.RecordSets.Count > 0 ? result : await FallBackAsync(result, name, type, cancellationToken);
    }

    /// <summary>The responses of this machine's resolvers, whichever servers a lookup uses.</summary>
    public Task<LookupResult> LookUpThroughSystemAsync(DomainName name, QueryType type, CancellationToken cancellationToken) =>
        FromResolversAsync(system, name, type, cancellationToken);

    private async Task<LookupResult> FallBackAsync(
        LookupResult failed, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var substitute = await FromResolversAsync(system, name, type, cancellationToken);
        return new LookupResult(
            substitute.RecordSets,
            [.. failed.Failures, .. substitute.Failures],
            failed.Zone,
            $"No authoritative name server of {failed.Zone} answered (outgoing port 53 may be blocked), so this machine's resolvers were "
            + "queried instead. Their answers can be as old as the records' TTL.");
    }

    private async Task<LookupResult> FromResolversAsync(
        IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var responses = await QueryAllAsync(servers, name, type, cancellationToken);
        return new LookupResult(
            [.. responses.Where(r => r.IsConclusive).Select(r => ToRecordSet(r, name))],
            FailuresOf(responses.Where(r => !r.IsConclusive)),
            null,
            null);
    }

    private async Task<LookupResult> FromAuthoritativeAsync(
        ZoneServers zone, DomainName name, QueryType type, int steps, CancellationToken cancellationToken)
    {
        var responses = await QueryAllAsync(zone.Servers, name, type, cancellationToken);
        foreach (var response in responses)
        {
            if (steps > 0 && response.ReferralFor(name, zone.Apex) is { } child)
            {
                var next = await zones.FollowReferralAsync(response, child, cancellationToken);
                return await FromAuthoritativeAsync(next, name, type, steps - 1, cancellationToken);
            }
        }

        var result = new LookupResult(
            [.. responses.Where(IsUsable).Select(r => ToRecordSet(r, name))],
            FailuresOf(responses.Where(r => !IsUsable(r))),
            zone.Apex,
            null);
        return await FollowAliasesAsync(result, type, steps, cancellationToken);

        static bool IsUsable(ServerResponse response) => response is { IsConclusive: true, IsAuthoritative: true };
    }

    // An authoritative server returns the alias, but no records of another zone unless it happens to serve that zone, too.
    private async Task<LookupResult> FollowAliasesAsync(LookupResult result, QueryType type, int steps, CancellationToken cancellationToken)
    {
        var aliases = result.RecordSets.Where(s => s.Records.Count == 0).Select(s => s.Alias).OfType<DomainName>().Distinct().ToArray();
        foreach (var alias in steps > 0 ? aliases : [])
        {
            var zone = await zones.FindAsync(alias, cancellationToken);
            if (zone is not { Servers.Count: > 0 })
            {
                continue;
            }

            // Aliases that differ between servers share the steps, or circles of them would multiply the queries.
            var behind = await FromAuthoritativeAsync(zone, alias, type, (steps - 1) / aliases.Length, cancellationToken);
            if (behind.RecordSets.Count > 0)
            {
                result = WithRecordsBehind(result, alias, behind);
            }
        }

        return result;
    }

    private static LookupResult WithRecordsBehind(LookupResult result, DomainName alias, LookupResult behind)
    {
        var ends = behind.RecordSets.Select(s => s with { Alias = s.Alias ?? alias }).ToArray();
        var end = Array.Find(ends, s => s.Records.Count > 0) ?? ends[0];
        return result with
        {
            RecordSets = result.RecordSets.All(IsAlias)
                ? ends
                : [.. result.RecordSets.Select(s => IsAlias(s) ? end with { Server = s.Server } : s)],
            Failures = [.. result.Failures, .. behind.Failures],
        };

        bool IsAlias(RecordSet set) => set.Records.Count == 0 && alias.Equals(set.Alias);
    }

    private async Task<ServerResponse[]> QueryAllAsync(
        IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            _asked[server.ToAsked()] = true;
        }

        return await Task.WhenAll(servers.Select(s => client.QueryAsync(s, name, type, cancellationToken)));
    }

    private static RecordSet ToRecordSet(ServerResponse response, DomainName name)
    {
        var end = name;
        var aliases = response.Answers.OfType<CNameRecord>()
            .DistinctBy(r => DomainName.FromDns(r.DomainName.Value))
            .ToDictionary(r => DomainName.FromDns(r.DomainName.Value), r => DomainName.FromDns(r.CanonicalName.Value));
        for (var step = 0; step <= aliases.Count && aliases.TryGetValue(end, out var next); step++)
        {
            end = next;
        }

        var records = response.Answers.Where(r => r is SrvRecord or TxtRecord or AddressRecord);
        return new RecordSet(response.Server, [.. records], end.Equals(name) ? null : end);
    }

    private static IReadOnlyList<(NameServerAddress Server, string Code)> FailuresOf(IEnumerable<ServerResponse> responses) =>
    [
        .. responses.Select(r => (r.Server, r.Status switch
        {
            ResponseStatus.Timeout => ProblemCode.Timeout,
            ResponseStatus.Truncated => ProblemCode.Truncated,
            ResponseStatus.ServFail => ProblemCode.ServFail,
            _ => r.Server.IsResolver ? ProblemCode.Refused : ProblemCode.LameDelegation,
        })),
    ];
}
