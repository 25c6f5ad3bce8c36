using DnsClient.Protocol;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>The response of one server to one query.</summary>
/// <param name="Server">The server.</param>
/// <param name="Status">The outcome.</param>
/// <param name="IsAuthoritative">Whether the server is authoritative for the zone.</param>
/// <param name="Answers">The answer section.</param>
/// <param name="Authorities">The authority section.</param>
/// <param name="Additionals">The additional section.</param>
internal sealed record ServerResponse(
    NameServerAddress Server,
    ResponseStatus Status,
    bool IsAuthoritative,
    IReadOnlyList<DnsResourceRecord> Answers,
    IReadOnlyList<DnsResourceRecord> Authorities,
    IReadOnlyList<DnsResourceRecord> Additionals)
{
    /// <summary>Whether the response states which records exist.</summary>
    public bool IsConclusive => Status is ResponseStatus.NoError or ResponseStatus.NxDomain;

    public static ServerResponse Failed(NameServerAddress server, ResponseStatus status) => new(server, status, false, [], [], []);

    /// <summary>
    /// The zone below <paramref name="zone"/> that the server refers to for <paramref name="name"/>; null if it does not.
    /// </summary>
    public DomainName? ReferralFor(DomainName name, DomainName zone) =>
        Status != ResponseStatus.NoError || IsAuthoritative || Answers.Count > 0
            ? null
            : Authorities.OfType<NsRecord>()
                .Select(r => DomainName.FromDns(r.DomainName.Value))
                .FirstOrDefault(child => !child.Equals(zone) && child.IsWithin(zone) && name.IsWithin(child));
}
