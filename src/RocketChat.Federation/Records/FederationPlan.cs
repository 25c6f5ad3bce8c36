using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>The way in which other servers find a workspace, and the records that this requires.</summary>
/// <param name="Domain">The domain in the ids of the users.</param>
/// <param name="Target">The host that other servers connect to.</param>
public abstract record FederationPlan(DomainName Domain, DomainName Target)
{
    /// <summary>The port that other servers connect to.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Seconds for which resolvers may cache the records.</summary>
    public int Ttl { get; init; } = 300;

    /// <summary>The priority of the SRV record.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>The weight of the SRV record.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The records, in a fixed order.</summary>
    public abstract IReadOnlyList<NeededRecord> Records { get; }
}
