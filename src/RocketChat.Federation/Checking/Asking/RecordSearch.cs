using System.Collections.Concurrent;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>
/// Finds the records of a name: from the resolvers given, or from every authoritative server of the zone. Belongs to one check, and keeps
/// who was asked.
/// </summary>
internal sealed class RecordSearch(Questioner questioner, ZoneWalk walk, IReadOnlyList<NameServerAddress>? given, IReadOnlyList<NameServerAddress> resolvers)
{
    // Aliases and delegations may go in circles.
    private const int MostSteps = 8;

    private readonly ConcurrentDictionary<AskedServer, bool> _asked = new();

    /// <summary>Whether the user chose whom to believe.</summary>
    public bool UsesGivenResolvers => given is not null;

    public IEnumerable<AskedServer> Asked => _asked.Keys;

    /// <param name="name">The name.</param>
    /// <param name="type">The type of record.</param>
    /// <param name="home">A name at or above it that may be asked for without harm, to find the zone by.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task<Finding> FindAsync(DomainName name, QueryType type, DomainName home, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            return await FromResolversAsync(given, name, type, cancellationToken);
        }

        var zone = await walk.FindAsync(home, cancellationToken);
        if (zone is not { Servers.Count: > 0 })
        {
            var substitute = await FromResolversAsync(resolvers, name, type, cancellationToken);
            return substitute with { Remark = $"The zone of {home} or its name servers could not be found, so the resolvers of this machine were asked." };
        }

        var finding = await FromAuthoritativeAsync(zone, name, type, MostSteps, cancellationToken);
        return finding.Sights.Count > 0 ? finding : await InsteadAsync(finding, name, type, cancellationToken);
    }

    /// <summary>What this machine's resolvers show, whoever was asked before.</summary>
    public Task<Finding> FromMachineAsync(DomainName name, QueryType type, CancellationToken cancellationToken) =>
        FromResolversAsync(resolvers, name, type, cancellationToken);

    private async Task<Finding> InsteadAsync(Finding silent, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var substitute = await FromResolversAsync(resolvers, name, type, cancellationToken);
        return new Finding(
            substitute.Sights,
            [.. silent.Refusals, .. substitute.Refusals],
            silent.Zone,
            $"No authoritative name server of {silent.Zone} gave an answer of its own (is port 53 closed to the outside?), so the resolvers of this machine were asked; "
            + "what they say may be as old as the TTL of the records.");
    }

    private async Task<Finding> FromResolversAsync(IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var replies = await AskAllAsync(servers, name, type, cancellationToken);
        return new Finding([.. replies.Where(r => r.IsUsable).Select(r => See(r, name))], Refusals(replies.Where(r => !r.IsUsable)), null, null);
    }

    private async Task<Finding> FromAuthoritativeAsync(ZoneServers zone, DomainName name, QueryType type, int steps, CancellationToken cancellationToken)
    {
        var replies = await AskAllAsync(zone.Servers, name, type, cancellationToken);
        foreach (var reply in replies)
        {
            if (steps > 0 && reply.ReferralFor(name, zone.Apex) is { } child)
            {
                var next = await walk.FollowAsync(reply, child, cancellationToken);
                return await FromAuthoritativeAsync(next, name, type, steps - 1, cancellationToken);
            }
        }

        var sights = replies.Where(r => r is { IsUsable: true, IsAuthoritative: true }).Select(r => See(r, name)).ToArray();
        var finding = new Finding(sights, Refusals(replies.Where(r => r is not { IsUsable: true, IsAuthoritative: true })), zone.Apex, null);
        return await ThroughAliasAsync(finding, type, steps, cancellationToken);
    }

    // An authoritative server gives the alias, but not what is behind it in another zone, unless it happens to have that zone, too.
    private async Task<Finding> ThroughAliasAsync(Finding finding, QueryType type, int steps, CancellationToken cancellationToken)
    {
        if (steps == 0 || finding.Sights.Count == 0 || finding.Sights.All(s => s.Records.Count > 0) || finding.Sights.Any(s => s.Alias is null)
            || finding.Sights.DistinctBy(s => s.Alias).Count() > 1)
        {
            return finding;
        }

        var alias = finding.Sights[0].Alias!;
        var zone = await walk.FindAsync(alias, cancellationToken);
        if (zone is not { Servers.Count: > 0 })
        {
            return finding;
        }

        var behind = await FromAuthoritativeAsync(zone, alias, type, steps - 1, cancellationToken);
        return behind.Sights.Count == 0
            ? finding
            : behind with { Sights = [.. behind.Sights.Select(s => s with { Alias = s.Alias ?? alias })], Zone = finding.Zone };
    }

    private async Task<ServerReply[]> AskAllAsync(IReadOnlyList<NameServerAddress> servers, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            _asked[server.ToAsked()] = true;
        }

        return await Task.WhenAll(servers.Select(s => questioner.AskAsync(s, name, type, cancellationToken)));
    }

    private static Sight See(ServerReply reply, DomainName name)
    {
        var alias = name;
        var ways = reply.Answers.OfType<CNameRecord>()
            .DistinctBy(r => DomainName.FromDns(r.DomainName.Value))
            .ToDictionary(r => DomainName.FromDns(r.DomainName.Value), r => DomainName.FromDns(r.CanonicalName.Value));
        for (var step = 0; step <= ways.Count && ways.TryGetValue(alias, out var next); step++)
        {
            alias = next;
        }

        return new Sight(reply.Server, [.. reply.Answers.Where(r => r is SrvRecord or TxtRecord or AddressRecord)], alias.Equals(name) ? null : alias);
    }

    private static IReadOnlyList<(NameServerAddress Server, string Code)> Refusals(IEnumerable<ServerReply> replies) =>
    [
        .. replies.Select(r => (r.Server, r.Kind switch
        {
            ReplyKind.Silent => ProblemCode.Timeout,
            ReplyKind.CutOff => ProblemCode.Truncated,
            ReplyKind.Failed => ProblemCode.ServFail,
            _ => r.Server.IsResolver ? ProblemCode.Refused : ProblemCode.LameDelegation,
        })),
    ];
}
