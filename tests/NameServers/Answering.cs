using RocketChat.Emulator.Dns;

namespace NameServers;

/// <summary>The answers of correct servers.</summary>
public static class Answering
{
    /// <summary>The answers of a server that is authoritative for these zones.</summary>
    public static Func<DnsQuestion, DnsAnswer> From(params DnsZone[] zones) => question => ZoneAnswers.Authoritative(question, zones);

    /// <summary>The answers of a resolver for which these zones are all that exists.</summary>
    public static Func<DnsQuestion, DnsAnswer> Resolving(params DnsZone[] zones) => question =>
        ZoneAnswers.Authoritative(question, zones) is var answer && answer.Code == ResponseCode.Refused
            ? new DnsAnswer { Code = ResponseCode.NxDomain, RecursionAvailable = true }
            : answer with { IsAuthoritative = false, RecursionAvailable = true };
}
