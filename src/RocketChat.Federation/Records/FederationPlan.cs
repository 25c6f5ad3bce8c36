namespace RocketChat.Federation;

/// <summary>How a workspace is to be found by others, and so which records it needs.</summary>
/// <param name="Domain">The domain that users have behind their name.</param>
/// <param name="Target">The host that other servers connect to.</param>
public abstract record FederationPlan(DomainName Domain, DomainName Target)
{
    /// <summary>The port that other servers connect to.</summary>
    public int Port { get; init; } = 443;

    /// <summary>The seconds that others may remember the records.</summary>
    public int Ttl { get; init; } = 300;

    /// <summary>Priority of the SRV record.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>Weight of the SRV record.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The records, in an order that never changes.</summary>
    public abstract IReadOnlyList<NeededRecord> Records { get; }
}
