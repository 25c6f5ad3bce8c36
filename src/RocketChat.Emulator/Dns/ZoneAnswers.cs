namespace RocketChat.Emulator.Dns;

/// <summary>The answers of a server that is authoritative for its zones (RFC 1034 §4.3.2).</summary>
public static class ZoneAnswers
{
    private const int MaxAliases = 8;

    /// <summary>The answer out of <paramref name="zones"/>, with all that they know of an alias and of zones below them.</summary>
    public static DnsAnswer Authoritative(DnsQuestion question, params IReadOnlyList<DnsZone> zones)
    {
        if (ZoneOf(question.Name, zones) is null || question.Class is not (RecordClass.Internet or RecordClass.Any))
        {
            return DnsAnswer.Refused;
        }

        if (RecordType.IsMeta(question.Type) && question.Type != RecordType.Any)
        {
            return new DnsAnswer { Code = ResponseCode.NotImp };
        }

        var answers = new List<ZoneRecord>();
        var name = question.Name;
        for (var aliases = 0; aliases < MaxAliases && ZoneOf(name, zones) is { } zone; aliases++)
        {
            var delegation = zone.DelegationOf(name);
            if (delegation.Count > 0)
            {
                return new DnsAnswer
                {
                    IsAuthoritative = answers.Count > 0,
                    Answers = answers,
                    Authorities = delegation,
                    Additionals = [.. delegation.SelectMany(r => zone.At(r.Target) ?? []).Where(r => r.Type == RecordType.A)],
                };
            }

            var records = zone.At(name);
            var matching = records?.FindAll(r => r.Type == question.Type || question.Type == RecordType.Any) ?? [];
            answers.AddRange(matching);
            if (matching.Count > 0)
            {
                break;
            }

            if (records?.Find(r => r.Type == RecordType.CName) is not { } alias)
            {
                return new DnsAnswer
                {
                    Code = records is null ? ResponseCode.NxDomain : ResponseCode.NoError,
                    IsAuthoritative = true,
                    Answers = answers,
                    Authorities = [zone.Soa],
                };
            }

            answers.Add(alias);
            name = alias.Target;
        }

        return new DnsAnswer { IsAuthoritative = true, Answers = answers };
    }

    private static DnsZone? ZoneOf(string name, IReadOnlyList<DnsZone> zones) =>
        zones.Where(zone => zone.Contains(name)).MaxBy(zone => zone.Apex.Length);
}
