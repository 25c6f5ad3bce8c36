using System.Collections.Concurrent;
using System.Net;
using DnsClient;
using DnsClient.Protocol;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>
/// Finds the zone of a name and its servers through the resolvers. Never queries them for the record itself: they would cache for hours
/// that it is missing.
/// </summary>
internal sealed class ZoneLocator(QueryClient client, IReadOnlyList<NameServerAddress> resolvers)
{
    private const int DnsPort = 53;

    // The cache lives only as long as one check: the records of one plan share their zone.
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
        return glue.Length > 0 ? Zone(child, glue) : Zone(child, await AddressesOfAllAsync(names, cancellationToken));
    }

    /// <summary>The response of the first resolver that answers; the last failure when none does, null when there is no resolver.</summary>
    public async Task<ServerResponse?> QueryResolversAsync(DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        ServerResponse? response = null;
        foreach (var resolver in resolvers)
        {
            response = await client.QueryAsync(resolver, name, type, cancellationToken);
            if (response.IsConclusive)
            {
                break;
            }
        }

        return response;
    }

    private async Task<ZoneServers?> LocateAsync(DomainName name, CancellationToken cancellationToken)
    {
        for (var candidate = name; candidate is not null; candidate = candidate.Parent())
        {
            var response = await QueryResolversAsync(candidate, QueryType.SOA, cancellationToken);
            if (response is not { IsConclusive: true })
            {
                return null;
            }

            var apex = response.Answers.Concat(response.Authorities)
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
        var response = await QueryResolversAsync(apex, QueryType.NS, cancellationToken);
        var names = ServerNames(response?.Answers ?? [], apex);
        return names.Length == 0 ? null : Zone(apex, await AddressesOfAllAsync(names, cancellationToken));
    }

    private async Task<IEnumerable<(DomainName Name, IPAddress Address)>> AddressesOfAllAsync(
        IReadOnlyList<DomainName> names, CancellationToken cancellationToken)
    {
        var addresses = await Task.WhenAll(names.Select(async name =>
            (await AddressesOfAsync(name, cancellationToken)).Select(address => (name, address))));
        return addresses.SelectMany(a => a);
    }

    // IPv6 only where there is no IPv4: in the many networks without IPv6, the server would wrongly be reported as unreachable.
    private async Task<IEnumerable<IPAddress>> AddressesOfAsync(DomainName name, CancellationToken cancellationToken)
    {
        var v4 = await QueryResolversAsync(name, QueryType.A, cancellationToken);
        var addresses = v4?.Answers.OfType<ARecord>().Select(r => r.Address).ToArray() ?? [];
        if (addresses.Length > 0)
        {
            return addresses;
        }

        var v6 = await QueryResolversAsync(name, QueryType.AAAA, cancellationToken);
        return v6?.Answers.OfType<AaaaRecord>().Select(r => r.Address) ?? [];
    }

    private static DomainName[] ServerNames(IEnumerable<DnsResourceRecord> records, DomainName zone) =>
    [
        .. records.OfType<NsRecord>()
            .Where(r => DomainName.FromDns(r.DomainName.Value).Equals(zone))
            .Select(r => DomainName.FromDns(r.NSDName.Value))
            .Distinct(),
    ];

    private static ZoneServers Zone(DomainName apex, IEnumerable<(DomainName Name, IPAddress Address)> servers) =>
        new(apex,
        [
            .. servers.Distinct()
                .OrderBy(s => s.Name.Value, StringComparer.Ordinal)
                .ThenBy(s => s.Address.ToString(), StringComparer.Ordinal)
                .Select(s => new NameServerAddress(s.Name.Value, new IPEndPoint(s.Address, DnsPort), IsResolver: false)),
        ]);
}
