using System.Net;
using System.Net.Sockets;

namespace RocketChat.Federation.Lookup;

/// <summary>The name servers to query, and the timeout of a query.</summary>
public sealed record DnsCheckOptions
{
    /// <summary>The resolvers to query, as <c>host</c> or <c>host:port</c>; empty to query the zone's authoritative servers.</summary>
    public IReadOnlyList<string> Resolvers { get; init; } = [];

    /// <summary>The resolvers through which the authoritative servers are found; null for those of this machine.</summary>
    public IReadOnlyList<IPEndPoint>? StartingResolvers { get; init; }

    /// <summary>The time that one server has for one response, per transport.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Finds the addresses of a resolver that is given by name; throws a <see cref="SocketException"/> if there are none.
    /// </summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> HostAddresses { get; init; } = System.Net.Dns.GetHostAddressesAsync;

    /// <summary>Maps a server's address to the one to connect to; for tests, whose authoritative servers cannot have port 53.</summary>
    public Func<IPEndPoint, IPEndPoint> Route { get; init; } = endpoint => endpoint;

    /// <summary>
    /// Whether to query the resolvers as well once the authoritative servers are correct, to find outdated cache entries.
    /// </summary>
    public bool LookForStaleCaches { get; init; } = true;
}
