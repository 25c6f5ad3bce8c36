using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>What users read of servers that give nothing to go by, or not the same.</summary>
public sealed class ServerProblemsTests
{
    private static readonly NeededRecord Record = DnsFixture.Plan.Records[0];
    private static readonly DomainName Apex = DomainName.Parse("asso.org");

    [Theory]
    [InlineData(ProblemCode.Timeout, "No answer came in time, neither over UDP nor over TCP. Is the server up, and may this machine reach its port?")]
    [InlineData(
        ProblemCode.Truncated,
        "The answer does not fit into a datagram, and the server does not answer over TCP. A key does not fit into 512 octets: let port 53 through over TCP as well, or "
        + "others cannot read the record either.")]
    [InlineData(
        ProblemCode.ServFail,
        "The server answered that it failed (SERVFAIL). Often that is DNSSEC: signatures that have expired, or a DS record in the parent zone that no longer fits. Or the "
        + "server could not load the zone.")]
    [InlineData(
        ProblemCode.LameDelegation, "The delegation names this server, but it does not serve the zone. Correct the NS records, or configure the zone on the server.")]
    [InlineData(ProblemCode.Refused, "The server refuses to answer this machine. Ask another one.")]
    public void Of_NothingToGoBy_SaysWhoAndWhy(string code, string hint)
    {
        var problem = Assert.Single(ServerProblems.Of(Record, new LookupResult([], [(ServerAddresses.Two, code), (ServerAddresses.One, code)], Apex, null)));

        Assert.Equal(
            new DnsProblem(code, ProblemSeverity.Error, "_rocketchat._https.chat.asso.org SRV", "", "ns1.asso.org (192.0.2.1:53), ns2.asso.org (192.0.2.2:53)", hint),
            problem);
    }

    [Fact]
    public void Of_AnotherServerAnswers_Warning()
    {
        var problem = Assert.Single(ServerProblems.Of(Record, new LookupResult([new RecordSet(ServerAddresses.One, [], null)], [(ServerAddresses.Two, ProblemCode.Timeout)], Apex, null)));

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
    }

    [Fact]
    public void Of_NobodyToAsk_SaysWhatToGive()
    {
        var problem = Assert.Single(ServerProblems.Of(Record, new LookupResult([], [], null, null)));

        Assert.Equal(
            new DnsProblem(
                ProblemCode.ZoneNotFound,
                ProblemSeverity.Error,
                "_rocketchat._https.chat.asso.org SRV",
                "",
                "",
                "There is nobody to ask: this machine has no resolver configured, or those given have no address. Give `resolvers`."),
            problem);
    }

    [Theory]
    [InlineData(
        "asso.org",
        "The zone's name servers do not say the same: a secondary server has not taken over the change yet, or the zone is edited on a server that is not its primary. "
        + "Wait, or look at the zone transfer.")]
    [InlineData(
        null,
        "The resolvers do not say the same: one of them still remembers what was true before. Wait for the record's TTL, or ask the authoritative servers.")]
    public void Of_ServersDisagree_ShowsWhatEachSays(string? zone, string hint)
    {
        var several = new RecordSet(ServerAddresses.One, [ResourceRecords.Srv(2, 444, "b.asso.org."), ResourceRecords.Srv(1, 443, "a.asso.org.")], null);
        var finding = new LookupResult([several, new RecordSet(ServerAddresses.Two, [], null)], [], zone is null ? null : DomainName.Parse(zone), null);

        Assert.Equal(
            new DnsProblem(
                ProblemCode.NameserversDisagree,
                ProblemSeverity.Error,
                "_rocketchat._https.chat.asso.org SRV",
                "1 1 443 chat.asso.org.",
                "ns1.asso.org (192.0.2.1:53): 1 1 443 a.asso.org., 2 1 444 b.asso.org.; ns2.asso.org (192.0.2.2:53): nothing",
                hint),
            Assert.Single(ServerProblems.Of(Record, finding)));
    }
}
