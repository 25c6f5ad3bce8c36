using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>Federation between Rocket.Chat servers of the versions 1.0 to 7.10: one SRV record and one TXT record per domain.</summary>
/// <param name="Domain">The federation domain, the part after the <c>@</c>.</param>
/// <param name="Target">The host that other servers connect to.</param>
/// <param name="PublicKey">The workspace's public key.</param>
public sealed record LegacyFederation(DomainName Domain, DomainName Target, PublicKey PublicKey) : FederationPlan(Domain, Target)
{
    /// <summary>The label under which the SRV record is published.</summary>
    public LegacyLabel Label { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NeededRecord> Records =>
    [
        new NeededSrv(Domain, LegacyLabels.Service, Label.Protocol(), Target, Port) { Ttl = Ttl, Priority = Priority, Weight = Weight },
        new NeededTxt(Domain, PublicKey) { Ttl = Ttl },
    ];
}
