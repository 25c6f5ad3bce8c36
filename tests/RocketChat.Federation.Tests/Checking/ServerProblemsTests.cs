using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>The text about servers that give no usable response, or different ones.</summary>
public sealed class ServerProblemsTests
{
    private static readonly NeededRecord Record = DnsFixture.Plan.Records[0];
    private static readonly DomainName Apex = DomainName.Parse("asso.org");

    [Theory]
    [InlineData(
        ProblemCode.Timeout,
        "No response arrived in time, over UDP or TCP. Check that the server runs and that this machine can reach its port.")]
    [InlineData(
        ProblemCode.Truncated,
        "The response does not fit into a datagram, and the server does not answer over TCP. A key does not fit into 512 octets: open port "
        + "53 for TCP as well, or other servers cannot read the record either.")]
    [InlineData(
        ProblemCode.ServFail,
        "The server reported a failure (SERVFAIL). Check DNSSEC (signatures that have expired, or a DS record in the parent zone that no "
        + "longer matches), and whether the server could load the zone.")]
    [InlineData(
        ProblemCode.LameDelegation,
        "The delegation names this server, but it does not serve the zone. Correct the NS records, or "
        + "configure the zone on the server.")]
    [InlineData(ProblemCode.Refused, "The server refuses to answer this machine. Query another one.")]
    public void Of_NoUsableResponse_NamesServersAndCause(string code, string hint)
    {
        var problem = Assert.Single(
            ServerProblems.Of(Record, new LookupResult([], [(ServerAddresses.Two, code), (ServerAddresses.One, code)], Apex, null)));

        Assert.Equal(
            new DnsProblem(
                code,
                ProblemSeverity.Error,
                "_rocketchat._https.chat.asso.org SRV",
                "",
                "ns1.asso.org (192.0.2.1:53), ns2.asso.org (192.0.2.2:53)",
                hint),
            problem);
    }

    [Fact]
    public void Of_AnotherServerAnswers_Warning()
    {
        var problem = Assert.Single(
            ServerProblems.Of(
                Record,
                new LookupResult(
                    [new RecordSet(ServerAddresses.One, [], null)], [(ServerAddresses.Two, ProblemCode.Timeout)], Apex, null)));

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
    }

    [Fact]
    public void Of_NoServerToQuery_NamesTheArgument()
    {
        var problem = Assert.Single(ServerProblems.Of(Record, new LookupResult([], [], null, null)));

        Assert.Equal(
            new DnsProblem(
                ProblemCode.ZoneNotFound,
                ProblemSeverity.Error,
                "_rocketchat._https.chat.asso.org SRV",
                "",
                "",
                "There is no resolver to query: this machine has none configured, or those in `resolvers` have no address. Set "
                + "`resolvers`."),
            problem);
    }

    [Theory]
    [InlineData(
        "asso.org",
        "The zone's name servers return different records: a secondary server does not have the change yet, or the zone is edited on a "
        + "server that is not its primary. Wait, or check the zone transfer.")]
    [InlineData(
        null,
        "The resolvers return different records: one of them still has an old answer in its cache. Wait for the record's TTL, or query the "
        + "authoritative servers.")]
    public void Of_ServersDisagree_ShowsTheRecordsOfEach(string? zone, string hint)
    {
        var several = new RecordSet(
            ServerAddresses.One, [ResourceRecords.Srv(2, 444, "b.asso.org."), ResourceRecords.Srv(1, 443, "a.asso.org.")], null);
        var result = new LookupResult(
            [several, new RecordSet(ServerAddresses.Two, [], null)], [], zone is null ? null : DomainName.Parse(zone), null);

        Assert.Equal(
            new DnsProblem(
                ProblemCode.NameserversDisagree,
                ProblemSeverity.Error,
                "_rocketchat._https.chat.asso.org SRV",
                "1 1 443 chat.asso.org.",
                "ns1.asso.org (192.0.2.1:53): 1 1 443 a.asso.org., 2 1 444 b.asso.org.; ns2.asso.org (192.0.2.2:53): nothing",
                hint),
            Assert.Single(ServerProblems.Of(Record, result)));
    }
}
