using System.Net;
using System.Net.Sockets;
using DnsClient;

namespace RocketChat.Federation;

/// <summary>The resolvers to ask.</summary>
internal static class Resolvers
{
    /// <summary>The resolvers that the user gave; a name that has no address stands for nobody.</summary>
    public static async Task<IReadOnlyList<NameServerAddress>> FromAsync(IEnumerable<ResolverAddress> given, CancellationToken cancellationToken)
    {
        var found = new List<NameServerAddress>();
        foreach (var resolver in given)
        {
            foreach (var address in await AddressesAsync(resolver.Host, cancellationToken))
            {
                found.Add(new NameServerAddress(resolver.Host, new IPEndPoint(address, resolver.Port), IsResolver: true));
            }
        }

        return found;
    }

    /// <summary>The resolvers of this machine, or those that the options put in their place. Never anybody whom nobody has configured.</summary>
    public static IReadOnlyList<NameServerAddress> ForStart(DnsCheckOptions options) =>
        [.. (options.StartingResolvers ?? OfSystem()).Select(e => new NameServerAddress(e.Address.ToString(), e, IsResolver: true))];

    private static IPEndPoint[] OfSystem()
    {
        try
        {
            return [.. NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false).Select(s => new IPEndPoint(IPAddress.Parse(s.Address), s.Port))];
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or System.Net.NetworkInformation.NetworkInformationException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
