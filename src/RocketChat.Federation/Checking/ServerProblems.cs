using RocketChat.Federation.Lookup;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>The problems of the servers, rather than of the record.</summary>
internal static class ServerProblems
{
    public static IEnumerable<DnsProblem> Of(NeededRecord record, LookupResult result)
    {
        // With one working server, others find the record, if slowly.
        var severity = result.RecordSets.Count > 0 ? ProblemSeverity.Warning : ProblemSeverity.Error;
        foreach (var servers in result.Failures.GroupBy(f => f.Code, f => f.Server))
        {
            yield return new DnsProblem(servers.Key, severity, record.ToString(), "", Names(servers), Hint(servers.Key));
        }

        if (result.RecordSets.Count == 0 && result.Failures.Count == 0)
        {
            yield return new DnsProblem(
                ProblemCode.ZoneNotFound,
                ProblemSeverity.Error,
                record.ToString(),
                "",
                "",
                "There is no resolver to query: this machine has none configured, or those in `resolvers` have no address. Set "
                + "`resolvers`.");
        }

        if (result.DistinctSets.Count > 1)
        {
            yield return new DnsProblem(
                ProblemCode.NameserversDisagree,
                ProblemSeverity.Error,
                record.ToString(),
                record.Value,
                string.Join("; ", result.RecordSets.Select(s => $"{s.Server}: {s.Description}")),
                result.Zone is null
                    ? "The resolvers return different records: one of them still has an old answer in its cache. Wait for the record's "
                    + "TTL, or query the authoritative servers."
                    : "The zone's name servers return different records: a secondary server does not have the change yet, or the zone is "
                    + "edited on a server that is not its primary. Wait, or check the zone transfer.");
        }
    }

    private static string Names(IEnumerable<NameServerAddress> servers) =>
        string.Join(", ", servers.Select(s => s.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static string Hint(string code) => code switch
    {
        ProblemCode.Timeout =>
            "No response arrived in time, over UDP or TCP. Check that the server runs and that this machine can reach its port.",
        ProblemCode.Truncated =>
            "The response does not fit into a datagram, and the server does not answer over TCP. A key does not fit into 512 octets: open "
            + "port 53 for TCP as well, or other servers cannot read the record either.",
        ProblemCode.ServFail =>
            "The server reported a failure (SERVFAIL). Check DNSSEC (signatures that have expired, or a DS record in the parent zone that "
            + "no longer matches), and whether the server could load the zone.",
        ProblemCode.LameDelegation =>
            "The delegation names this server, but it does not serve the zone. Correct the NS records, or configure the zone on the "
            + "server.",
        _ => "The server refuses to answer this machine. Query another one.",
    };
}
