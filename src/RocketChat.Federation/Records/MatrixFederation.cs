namespace RocketChat.Federation;

/// <summary>
/// Federation over Matrix (the bridge of 4.7 to 7.10, the service since 7.11). Others find the server by a document on the domain's own
/// web site, else by an SRV record, else at the domain itself on port 8448 (Matrix specification, server discovery).
/// </summary>
/// <param name="Domain">The server name, the part behind the colon of a Matrix id.</param>
/// <param name="Target">The host that other servers connect to.</param>
public sealed record MatrixFederation(DomainName Domain, DomainName Target) : FederationPlan(Domain, Target)
{
    /// <summary>Whether the delegation is published as an SRV record; if not, the document says it alone.</summary>
    public bool BySrv { get; init; }

    /// <summary>The document. Where both exist, others believe it and not the SRV record.</summary>
    public WellKnownDocument WellKnown => new(Domain, Target, Port);

    /// <inheritdoc/>
    public override IReadOnlyList<NeededRecord> Records =>
        BySrv ? [new NeededSrv(Domain, "_matrix-fed", "_tcp", Target, Port) { Ttl = Ttl, Priority = Priority, Weight = Weight }] : [];
}
