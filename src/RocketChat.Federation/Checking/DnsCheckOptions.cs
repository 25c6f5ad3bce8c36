using System.Net;

namespace RocketChat.Federation;

/// <summary>Whom to ask, and how long.</summary>
public sealed record DnsCheckOptions
{
    /// <summary>The resolvers to believe, as <c>host</c> or <c>host:port</c>; none to ask the zone's authoritative servers.</summary>
    public IReadOnlyList<string> Resolvers { get; init; } = [];

    /// <summary>The resolvers through which the authoritative servers are found; null for those of this machine.</summary>
    public IReadOnlyList<IPEndPoint>? StartingResolvers { get; init; }

    /// <summary>How long one server may take for one answer, per transport.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Where a server is really reached; for tests, whose authoritative servers cannot have port 53.</summary>
    public Func<IPEndPoint, IPEndPoint> Route { get; init; } = endpoint => endpoint;

    /// <summary>Whether to ask the resolvers too once the authoritative servers are right, to find answers remembered from before.</summary>
    public bool LookForStaleCaches { get; init; } = true;
}
