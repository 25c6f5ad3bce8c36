namespace RocketChat.Federation;

/// <summary>What is wrong with the servers, rather than with the record.</summary>
internal static class ServerProblems
{
    public static IEnumerable<DnsProblem> Of(NeededRecord record, LookupResult finding)
    {
        // One good server is enough for others to find the record, if slowly.
        var severity = finding.RecordSets.Count > 0 ? ProblemSeverity.Warning : ProblemSeverity.Error;
        foreach (var code in finding.Failures.GroupBy(r => r.Code, r => r.Server))
        {
            yield return Problem(record, code.Key, severity, Names(code), Hint(code.Key));
        }

        if (finding.RecordSets.Count == 0 && finding.Failures.Count == 0)
        {
            yield return Problem(
                record,
                ProblemCode.ZoneNotFound,
                ProblemSeverity.Error,
                "",
                "There is nobody to ask: this machine has no resolver configured, or those given have no address. Give `resolvers`.");
        }

        if (finding.DistinctSets.Count > 1)
        {
            yield return Problem(
                record,
                ProblemCode.NameserversDisagree,
                ProblemSeverity.Error,
                string.Join("; ", finding.RecordSets.Select(s => $"{s.Server}: {Shown(s)}")),
                finding.Zone is null
                    ? "The resolvers do not say the same: one of them still remembers what was true before. Wait for the record's TTL, or ask the authoritative servers."
                    : "The zone's name servers do not say the same: a secondary server has not taken over the change yet, or the zone is edited on a server "
                    + "that is not its primary. Wait, or look at the zone transfer.") with
            { Expected = record.Value };
        }
    }

    private static DnsProblem Problem(NeededRecord record, string code, ProblemSeverity severity, string found, string hint) =>
        new(code, severity, record.ToString(), "", found, hint);

    private static string Shown(RecordSet sight) => sight.Values.Length == 0 ? "nothing" : string.Join(", ", sight.Values);

    private static string Names(IEnumerable<NameServerAddress> servers) => string.Join(", ", servers.Select(s => s.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static string Hint(string code) => code switch
    {
        ProblemCode.Timeout => "No answer came in time, neither over UDP nor over TCP. Is the server up, and may this machine reach its port?",
        ProblemCode.Truncated =>
            "The answer does not fit into a datagram, and the server does not answer over TCP. A key does not fit into 512 octets: let port 53 through over TCP "
            + "as well, or others cannot read the record either.",
        ProblemCode.ServFail =>
            "The server answered that it failed (SERVFAIL). Often that is DNSSEC: signatures that have expired, or a DS record in the parent zone that no longer fits. "
            + "Or the server could not load the zone.",
        ProblemCode.LameDelegation =>
            "The delegation names this server, but it does not serve the zone. Correct the NS records, or configure the zone on the server.",
        _ => "The server refuses to answer this machine. Ask another one.",
    };
}
