using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using DnsClient;

namespace RocketChat.Federation.Lookup;

/// <summary>The resolvers to query.</summary>
internal static class Resolvers
{
    /// <summary>The resolvers that the user configured; a host name without an address gives none.</summary>
    public static async Task<IReadOnlyList<NameServerAddress>> FromAsync(
        IEnumerable<ResolverAddress> configured,
        Func<string, CancellationToken, Task<IPAddress[]>> hostAddresses,
        CancellationToken cancellationToken)
    {
        var resolvers = new List<NameServerAddress>();
        foreach (var resolver in configured)
        {
            foreach (var address in await AddressesAsync(resolver.Host, hostAddresses, cancellationToken))
            {
                resolvers.Add(new NameServerAddress(resolver.Host, new IPEndPoint(address, resolver.Port), IsResolver: true));
            }
        }

        return resolvers;
    }

    /// <summary>The resolvers of this machine, or those that the options set in their place. Never a public resolver by default.</summary>
    public static IReadOnlyList<NameServerAddress> ForStart(DnsCheckOptions options) =>
    [
        .. (options.StartingResolvers ?? OfSystem()).Select(e => new NameServerAddress(e.Address.ToString(), e, IsResolver: true)),
    ];

    private static IPEndPoint[] OfSystem()
    {
        try
        {
            var servers = NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false);
            return [.. servers.Select(s => new IPEndPoint(IPAddress.Parse(s.Address), s.Port))];
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or NetworkInformationException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<IPAddress>> AddressesAsync(
        string host, Func<string, CancellationToken, Task<IPAddress[]>> hostAddresses, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        try
        {
            return await hostAddresses(host, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
