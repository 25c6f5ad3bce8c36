using System.Net;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>The text about whole zones.</summary>
public sealed class VerdictTextTests
{
    private const string Own = "_rocketchat._https.chat SRV ";

    [Theory]
    [InlineData(
        Own + "1 1 443 chat.asso.org", "srv_target_doubled", "chat.asso.org.asso.org.",
        "The target contains the zone twice: it has no trailing dot, so the DNS host treated it as a relative name and appended the zone. "
        + "Write `chat.asso.org.`, with the trailing dot.")]
    [InlineData(
        Own + "1 1 443 chat.asso.organic.example.", "srv_wrong_target", "chat.asso.organic.example.",
        "Other servers would connect to `chat.asso.organic.example`. Set the target to `chat.asso.org.`.")]
    [InlineData(
        Own + "2 1 80 web.asso.org.\n" + Own + "1 1 81 web.asso.org.", "srv_multiple", "1 1 81 web.asso.org., 2 1 80 web.asso.org.",
        "There are several SRV records. Servers use the first one that they receive and ignore the priority. Remove all but the correct "
        + "one.")]
    [InlineData(
        Own + "443 1 1 chat.asso.org.", "srv_wrong_port", "1",
        "Other servers would connect to port 1. Set the port to 443; the order of the fields is priority, weight, port, target.")]
    [InlineData(
        Own + "0 0 0 .", "srv_target_root", "0 0 0 .",
        "The target `.` means that the domain does not offer the service. Set the target to `chat.asso.org.`.")]
    [InlineData(
        "_rocketchat._https.chat CNAME nowhere.asso.org.", "srv_missing", "CNAME nowhere.asso.org.",
        "_rocketchat._https.chat.asso.org is an alias of nowhere.asso.org, where there is no SRV record. Replace the alias with the "
        + "record:\n  _rocketchat._https.chat.asso.org. 300 IN SRV 1 1 443 chat.asso.org.")]
    [InlineData(
        "_rocketchat._https.chat.asso.org SRV 2 1 443 b.asso.org.\n_rocketchat._https.chat.asso.org SRV 1 1 443 "
        + "a.asso.org.", "name_doubled",
        "_rocketchat._https.chat.asso.org.asso.org 1 1 443 a.asso.org., 2 1 443 b.asso.org.",
        "The record is at _rocketchat._https.chat.asso.org.asso.org, with the zone's name twice, because the DNS host appends the zone. "
        + "Give it the name `_rocketchat._https.chat`, or end the full name with a dot.")]
    public async Task Check_Srv_DescribesTheError(string srv, string code, string found, string hint)
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + srv);

        var problem = Assert.Single((await dns.CheckAsync()).Problems);

        Assert.Equal((code, found, hint), (problem.Code, problem.Found, problem.Hint));
    }

    [Theory]
    [InlineData(
        "chat CNAME web.asso.org.\nweb A 192.0.2.80", "CNAME web.asso.org.",
        "The target of an SRV record must have address records of its own and must not be an alias (RFC 2782). Rocket.Chat accepts an "
        + "alias; other software may not.")]
    [InlineData(
        "web A 192.0.2.80", "",
        "The host chat.asso.org has no A or AAAA record, so other servers cannot connect to it. Create one, or correct the target.")]
    public async Task Check_Target_DescribesTheError(string address, string found, string hint)
    {
        await using var dns = new DnsFixture(DnsFixture.Zone(DnsFixture.Right, address));

        var problem = Assert.Single((await dns.CheckAsync()).Problems);

        Assert.Equal(("chat.asso.org A", "an address", found, hint), (problem.Record, problem.Expected, problem.Found, problem.Hint));
    }

    [Fact]
    public async Task Check_ShadowedLabel_ShowsAllItsRecords()
    {
        await using var dns = new DnsFixture(
            $"{DnsFixture.Txt}_rocketchat._tcp.chat SRV 1 1 443 chat.asso.org.\n{Own}2 1 443 chat.asso.org.\n{Own}1 1 443 chat.asso.org.");

        var problem = Assert.Single((await dns.CheckAsync(DnsFixture.Plan with { Label = LegacyLabel.Tcp })).Problems);

        Assert.Equal("_rocketchat._https.chat.asso.org 1 1 443 chat.asso.org., 2 1 443 chat.asso.org.", problem.Found);
        Assert.Equal(
            "Servers look up `_https` before `_tcp`. Both records lead to the same server, so one of them is not needed.", problem.Hint);
    }

    [Fact]
    public async Task Check_ShadowedByAnotherServer_NamesTheRecordToRemove()
    {
        await using var dns = new DnsFixture(
            $"{DnsFixture.Txt}_rocketchat._tcp.chat SRV 1 1 443 chat.asso.org.\n{Own}1 1 443 old.asso.org.");

        var problem = Assert.Single((await dns.CheckAsync(DnsFixture.Plan with { Label = LegacyLabel.Tcp })).Problems);

        Assert.Equal(
            "Servers look up `_https` before `_tcp`, so the record under `_tcp` has no effect. Remove the record under"
            + " `_https`.", problem.Hint);
    }

    [Fact]
    public async Task Check_BothMissing_SortedByRecord()
    {
        await using var dns = new DnsFixture("");

        Assert.Equal("srv_missing txt_missing", (await dns.CheckAsync()).Codes());
        Assert.Equal("srv_missing txt_missing", (await dns.CheckThroughResolverAsync()).Codes());
    }

    [Fact]
    public async Task Check_FirstServerWrongSecondRight_OnlyThatTheyDisagree()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.One.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Txt + Own + "2 1 80 chat.asso.org."));

        var verdict = await dns.CheckAsync();

        Assert.Equal("dns_nameservers_disagree", verdict.Codes());
        Assert.Equal(["1 1 443 chat.asso.org.", "2 1 80 chat.asso.org."], verdict.Found[0].Values);
    }

    [Fact]
    public async Task Check_ProbeRefused_NotCalledAWildcard()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv + "rocketchat-public-key.chat TXT \"v=spf1 -all\"");
        var (zone, resolver) = (dns.One.Answer, dns.Resolver.Answer);
        dns.One.Answer = dns.Two.Answer = q => q.Name.Contains("probe", StringComparison.Ordinal) ? DnsAnswer.Refused : zone(q);
        dns.Resolver.Answer = q => q.Name.Contains("probe", StringComparison.Ordinal) ? DnsAnswer.Refused : resolver(q);

        Assert.Equal("txt_foreign_value", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_ResolverCachesOldRecords_ShowsThem()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = Answering.Resolving(DnsFixture.Zone($"{DnsFixture.Txt}{Own}2 1 80 old.asso.org.\n{Own}1 1 80 old.asso.org."));

        var problem = Assert.Single((await dns.CheckAsync()).Problems);

        Assert.Equal($"{dns.Resolver.EndPoint}: 1 1 80 old.asso.org., 2 1 80 old.asso.org.", problem.Found);
        Assert.Equal(
            "The zone's authoritative servers are correct, but this resolver still returns an old answer from its cache, or serves the "
            + "zone itself. Other servers may use such a resolver. They see the record once the cache expires, at the latest after the "
            + "zone's SOA minimum or the old TTL. Rocket.Chat 3.4 and later caches answers for another hour; a restart clears it.",
            problem.Hint);
    }

    [Fact]
    public async Task Check_ResolverCachesThatThereIsNone_ShowsNothing()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = Answering.Resolving(DnsFixture.Zone(DnsFixture.Txt));

        Assert.Equal($"{dns.Resolver.EndPoint}: nothing", Assert.Single((await dns.CheckAsync()).Problems).Found);
        Assert.Empty(
            (
                await dns.Checker(o => o with { LookForStaleCaches = false }).CheckAsync(
                    DnsFixture.Plan, TestContext.Current.CancellationToken)).Problems);
    }

    [Fact]
    public async Task Check_TwoResolversCacheOldRecords_SortedByFound()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        await using var other = new NameServer(Answering.Resolving(DnsFixture.Zone(DnsFixture.Txt)));
        dns.Resolver.Answer = other.Answer;
        var resolvers = new[] { dns.Resolver.EndPoint, other.EndPoint };

        var found = await FoundAsync(resolvers);

        Assert.Equal(2, found.Length);
        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.Equal(found, await FoundAsync([.. Enumerable.Reverse(resolvers)]));

        async Task<string[]> FoundAsync(IPEndPoint[] starting)
        {
            var checker = dns.Checker(o => o with { StartingResolvers = starting });
            var verdict = await checker.CheckAsync(DnsFixture.Plan, TestContext.Current.CancellationToken);
            Assert.All(verdict.Problems, p => Assert.Equal(ProblemCode.NegativeCacheSuspected, p.Code));
            return [.. verdict.Problems.Select(p => p.Found)];
        }
    }

    [Fact]
    public async Task Check_ServerWithTwoAddresses_BothAskedInOrder()
    {
        await using var dns = new DnsFixture(
            ZoneFile.Parse("asso.org", $"@ NS ns1\nns1 A 192.0.2.2\nns1 A 192.0.2.1\nchat A 192.0.2.80\n{DnsFixture.Right}"));

        var asked = (await dns.CheckAsync()).Asked.Where(a => a.Role == "authoritative");

        Assert.Equal(["ns1.asso.org 192.0.2.1:53", "ns1.asso.org 192.0.2.2:53"], asked.Select(a => $"{a.Name} {a.Address}"));
    }

    [Fact]
    public async Task Check_AliasesInACircle_Missing()
    {
        await using var dns = new DnsFixture(
            DnsFixture.Txt + "_rocketchat._https.chat CNAME fed.asso.org.\nfed CNAME _rocketchat._https.chat.asso.org.");

        Assert.Equal("srv_missing", (await dns.CheckAsync()).Codes());
        Assert.Equal("srv_missing", (await dns.CheckThroughResolverAsync()).Codes());
    }

    [Fact]
    public async Task Check_ServersGiveDifferentAliases_ShowsBoth()
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + "_rocketchat._https.chat CNAME one.asso.org.");
        dns.Two.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Txt + "_rocketchat._https.chat CNAME two.asso.org."));

        var verdict = await dns.CheckAsync();

        Assert.Equal("dns_nameservers_disagree srv_missing", verdict.Codes());
        Assert.Equal(
            "ns1.asso.org (192.0.2.1:53): CNAME one.asso.org.; ns2.asso.org (192.0.2.2:53): CNAME two.asso.org.",
            verdict.Problems[0].Found);
        Assert.Equal("CNAME one.asso.org., CNAME two.asso.org.", verdict.Problems[1].Found);
        Assert.StartsWith(
            "_rocketchat._https.chat.asso.org is an alias of one.asso.org and two.asso.org, where there is no SRV record.",
            verdict.Problems[1].Hint,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OneServerHasTheAliasAndOneNothing_AliasFollowed()
    {
        var other = ZoneFile.Parse("host.example", "@ NS ns2.asso.org.\nfed SRV 1 1 443 chat.asso.org.");
        var own = DnsFixture.Zone(DnsFixture.Txt + "_rocketchat._https.chat CNAME fed.host.example.");
        await using var dns = new DnsFixture(own, other);
        dns.One.Answer = Answering.From(own);
        dns.Two.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Txt), other);

        var verdict = await dns.CheckAsync();

        Assert.Equal("dns_nameservers_disagree", verdict.Codes());
        Assert.Equal(["1 1 443 chat.asso.org."], verdict.Found[0].Values);
    }

    [Fact]
    public async Task Check_ResolverFailsForRightRecords_Warning()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        var resolver = dns.Resolver.Answer;
        dns.Resolver.Answer = q => q.Type is RecordType.Srv or RecordType.Txt ? DnsAnswer.ServFail : resolver(q);

        Assert.Equal("(dns_servfail) (dns_servfail)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_ServersRefuse_ResolverQueriedOnce()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.One.Answer = dns.Two.Answer = _ => DnsAnswer.Refused;

        Assert.Equal(
            "No authoritative name server of asso.org answered (outgoing port 53 may be blocked), so this machine's resolvers were queried "
            + "instead. Their answers can be as old as the records' TTL.",
            (await dns.CheckAsync()).Note);
        Assert.Single(dns.Resolver.Questions, q => q.Type == RecordType.Srv);
        Assert.All(dns.One.Questions, q => Assert.False(q.IsTcp));
    }

    [Fact]
    public async Task Check_AliasIntoAZoneOfOtherServers_Followed()
    {
        var other = ZoneFile.Parse("host.example", "@ NS ns1.asso.org.\nfed SRV 1 1 443 chat.asso.org.");
        var own = DnsFixture.Zone(DnsFixture.Txt + "_rocketchat._https.chat CNAME fed.host.example.");
        await using var dns = new DnsFixture(own, other);
        var (asOwn, asOther) = (Answering.From(own), Answering.From(other));
        dns.One.Answer = q => q.Name.EndsWith("example", StringComparison.Ordinal) ? asOther(q) : asOwn(q);
        dns.Two.Answer = asOwn;

        Assert.Equal("", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_AliasIntoAZoneThatOnlyOneServerHasToo_Followed()
    {
        var other = ZoneFile.Parse("host.example", "@ NS ns1.asso.org.\nfed SRV 1 1 443 chat.asso.org.");
        var own = DnsFixture.Zone(DnsFixture.Txt + "_rocketchat._https.chat CNAME fed.host.example.");
        await using var dns = new DnsFixture(own, other);
        dns.Two.Answer = Answering.From(own);

        Assert.Equal("", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_AliasIntoAnUnknownZone_Missing()
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + "_rocketchat._https.chat CNAME fed.nowhere.invalid.");

        Assert.Equal("CNAME fed.nowhere.invalid.", (await dns.CheckAsync()).Only(ProblemCode.SrvMissing).Found);
    }
}
