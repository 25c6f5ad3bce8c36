using System.Collections.Concurrent;
using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>
/// Finds which zone a name is in and who serves it, through the resolvers. Never asks them for the record itself: they would remember
/// that it is missing, for hours.
/// </summary>
internal sealed class ZoneLocator(QueryClient questioner, IReadOnlyList<NameServerAddress> resolvers)
{
    private const int DnsPort = 53;

    // For the length of one check only: the records of one plan share their zone.
    private readonly ConcurrentDictionary<DomainName, Lazy<Task<ZoneServers?>>> _zones = new();

    /// <summary>The zone of <paramref name="name"/>; null when the resolvers do not answer or know none.</summary>
    public Task<ZoneServers?> FindAsync(DomainName name, CancellationToken cancellationToken) =>
        _zones.GetOrAdd(name, n => new Lazy<Task<ZoneServers?>>(() => LocateAsync(n, cancellationToken))).Value;

    /// <summary>The servers of a zone that another server refers to.</summary>
    public async Task<ZoneServers> FollowReferralAsync(ServerResponse referral, DomainName child, CancellationToken cancellationToken)
    {
        var names = ServerNames(referral.Authorities, child);
        var glue = referral.Additionals.OfType<AddressRecord>()
            .Select(r => (Name: DomainName.FromDns(r.DomainName.Value), r.Address))
            .Where(r => names.Contains(r.Name))
            .ToArray();
        return glue.Length > 0
            ? Zone(child, glue.Select(g => (g.Name, g.Address)))
            : Zone(child, await AddressesOfAllAsync(names, cancellationToken));
    }

    /// <summary>What the first resolver that answers says; the last failure when none does, null when there is no resolver.</summary>
    public async Task<ServerResponse?> QueryResolversAsync(DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        ServerResponse? reply = null;
        foreach (var resolver in resolvers)
        {
            reply = await questioner.QueryAsync(resolver, name, type, cancellationToken);
            if (reply.IsConclusive)
            {
                break;
            }
        }

        return reply;
    }

    private async Task<ZoneServers?> LocateAsync(DomainName name, CancellationToken cancellationToken)
    {
        for (var candidate = name; candidate is not null; candidate = candidate.Parent())
        {
            var reply = await QueryResolversAsync(candidate, QueryType.SOA, cancellationToken);
            if (reply is not { IsConclusive: true })
            {
                return null;
            }

            var apex = reply.Answers.Concat(reply.Authorities)
                .OfType<SoaRecord>()
                .Select(r => DomainName.FromDns(r.DomainName.Value))
                .FirstOrDefault(owner => owner.Value.Length > 0 && candidate.IsWithin(owner));
            if (apex is not null)
            {
                return await ServersOfAsync(apex, cancellationToken);
            }
        }

        return null;
    }

    private async Task<ZoneServers?> ServersOfAsync(DomainName apex, CancellationToken cancellationToken)
    {
        var reply = await QueryResolversAsync(apex, QueryType.NS, cancellationToken);
        var names = ServerNames(reply?.Answers ?? [], apex);
        return names.Length == 0 ? null : Zone(apex, await AddressesOfAllAsync(names, cancellationToken));
    }

    private async Task<IEnumerable<(DomainName Name, IPAddress Address)>> AddressesOfAllAsync(IReadOnlyList<DomainName> names, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(names.Select(async name =>
            (await AddressesOfAsync(name, cancellationToken)).Select(address => (name, address))));
        return found.SelectMany(f => f);
    }

    // IPv6 only where there is nothing else: many networks do not have it, and a server that seems silent would be a false alarm.
    private async Task<IEnumerable<IPAddress>> AddressesOfAsync(DomainName name, CancellationToken cancellationToken)
    {
        var four = await QueryResolversAsync(name, QueryType.A, cancellationToken);
        var addresses = four?.Answers.OfType<ARecord>().Select(r => r.Address).ToArray() ?? [];
        if (addresses.Length > 0)
        {
            return addresses;
        }

        var six = await QueryResolversAsync(name, QueryType.AAAA, cancellationToken);
        return six?.Answers.OfType<AaaaRecord>().Select(r => r.Address) ?? [];
    }

    private static DomainName[] ServerNames(IEnumerable<DnsResourceRecord> records, DomainName zone) =>
        [.. records.OfType<NsRecord>().Where(r => DomainName.FromDns(r.DomainName.Value).Equals(zone)).Select(r => DomainName.FromDns(r.NSDName.Value)).Distinct()];

    private static ZoneServers Zone(DomainName apex, IEnumerable<(DomainName Name, IPAddress Address)> servers) =>
        new(apex,
        [
            .. servers.Distinct()
                .OrderBy(s => s.Name.Value, StringComparer.Ordinal)
                .ThenBy(s => s.Address.ToString(), StringComparer.Ordinal)
                .Select(s => new NameServerAddress(s.Name.Value, new IPEndPoint(s.Address, DnsPort), IsResolver: false)),
        ]);
}
