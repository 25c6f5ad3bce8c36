using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>
/// Federation over Matrix (the bridge of 4.7 to 7.10, the service since 7.11). Other servers find this one by a document on the web site of
/// the domain, else by an SRV record, else at the domain itself on port 8448 (Matrix specification, server discovery).
/// </summary>
/// <param name="Domain">The server name, the part after the colon of a Matrix id.</param>
/// <param name="Target">The host that other servers connect to.</param>
public sealed record MatrixFederation(DomainName Domain, DomainName Target) : FederationPlan(Domain, Target)
{
    /// <summary>Whether the delegation is also published as an SRV record, and not by the document alone.</summary>
    public bool BySrv { get; init; }

    /// <summary>The document. Where both exist, it takes precedence over the SRV record.</summary>
    public WellKnownDocument WellKnown => new(Domain, Target, Port);

    /// <inheritdoc/>
    public override IReadOnlyList<NeededRecord> Records =>
        BySrv ? [new NeededSrv(Domain, "_matrix-fed", "_tcp", Target, Port) { Ttl = Ttl, Priority = Priority, Weight = Weight }] : [];
}
