using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>What one server said to one question.</summary>
/// <param name="Server">Who.</param>
/// <param name="Status">How it took the question.</param>
/// <param name="IsAuthoritative">Whether it speaks for the zone.</param>
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
    /// <summary>Whether it says something about the name.</summary>
    public bool IsConclusive => Status is ResponseStatus.NoError or ResponseStatus.NxDomain;

    public static ServerResponse Failed(NameServerAddress server, ResponseStatus kind) => new(server, kind, false, [], [], []);

    /// <summary>The zone below <paramref name="zone"/> that the server refers to for <paramref name="name"/>; null if it does not.</summary>
    public DomainName? ReferralFor(DomainName name, DomainName zone) =>
        Status != ResponseStatus.NoError || IsAuthoritative || Answers.Count > 0
            ? null
            : Authorities.OfType<NsRecord>()
                .Select(r => DomainName.FromDns(r.DomainName.Value))
                .FirstOrDefault(child => !child.Equals(zone) && child.IsWithin(zone) && name.IsWithin(child));
}
