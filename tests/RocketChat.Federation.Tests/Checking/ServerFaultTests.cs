using NameServers;
using RocketChat.Emulator.Dns;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>Correct records on servers with problems.</summary>
public sealed class ServerFaultTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Check_ServersDisagree_ShowsBoth()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Two.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Srv));

        var verdict = await dns.CheckAsync();

        Assert.Equal("dns_nameservers_disagree", verdict.Codes());
        Assert.Contains("ns2.asso.org (192.0.2.2:53): nothing", verdict.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ServersDisagreeAndAllAreWrong_ReportsBoth()
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + "_rocketchat._https.chat SRV 1 1 80 chat.asso.org.");
        dns.Two.Answer = Answering.From(DnsFixture.Zone(DnsFixture.Txt));

        Assert.Equal("dns_nameservers_disagree srv_wrong_port", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_OneLameServer_Warning()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Two.Answer = _ => DnsAnswer.Refused;

        Assert.Equal("(lame_delegation) (lame_delegation)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_NonAuthoritativeAnswer_Ignored()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Two.Answer = q => Answering.From(
            DnsFixture.Zone("_rocketchat._https.chat SRV 1 1 80 old.asso.org."))(q) with
        { IsAuthoritative = false };

        Assert.Equal("(lame_delegation) (lame_delegation)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_OneServerFails_Warning()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Two.Answer = _ => DnsAnswer.ServFail;

        Assert.Equal("(dns_servfail) (dns_servfail)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_OneServerIsSilent_Warning()
    {
        await using var dns = new DnsFixture(DnsFixture.Right) { QueryTimeout = Short };
        dns.Two.Answer = _ => null;

        Assert.Equal("(dns_timeout) (dns_timeout)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_ResolverFails_Error()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = _ => DnsAnswer.ServFail;

        var verdict = await dns.CheckThroughResolverAsync();

        Assert.Equal("dns_servfail dns_servfail", verdict.Codes());
        Assert.Contains("DNSSEC", verdict.Problems[0].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ResolverRefuses_Error()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = _ => DnsAnswer.Refused;

        Assert.Equal("dns_refused dns_refused", (await dns.CheckThroughResolverAsync()).Codes());
    }

    [Fact]
    public async Task Check_NoServerAnswers_TimeoutForBothRecords()
    {
        await using var dns = new DnsFixture(DnsFixture.Right) { QueryTimeout = Short };
        dns.One.Answer = dns.Two.Answer = dns.Resolver.Answer = _ => null;

        var verdict = await dns.CheckAsync();

        Assert.Equal("dns_timeout dns_timeout", verdict.Codes());
        Assert.False(verdict.Ok);
    }

    [Fact]
    public async Task Check_Port53Blocked_ResolversQueriedWithANote()
    {
        await using var dns = new DnsFixture(DnsFixture.Right) { QueryTimeout = Short };
        dns.One.Answer = dns.Two.Answer = _ => null;

        var verdict = await dns.CheckAsync();

        Assert.True(verdict.Ok);
        Assert.Equal("(dns_timeout) (dns_timeout)", verdict.Codes());
        Assert.Contains("port 53", verdict.Note, StringComparison.Ordinal);
        Assert.Contains(verdict.Asked, a => a.Role == "resolver");
    }

    [Fact]
    public async Task Check_TruncatedWithoutTcp_ReportsIt()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        await using var udpOnly = new NameServer(
            q => Answering.Resolving(DnsFixture.Zone(DnsFixture.Right))(q) with { IsTruncated = q.Type == RecordType.Txt }, withTcp: false);

        var verdict = await dns.CheckThroughResolverAsync(udpOnly);

        Assert.Equal("dns_truncated", verdict.Codes());
    }

    [Fact]
    public async Task Check_TruncatedWithTcp_NoProblem()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        await using var small = new NameServer(
            q => Answering.Resolving(DnsFixture.Zone(DnsFixture.Right))(q) with { IsTruncated = !q.IsTcp });

        Assert.Equal("", (await dns.CheckThroughResolverAsync(small)).Codes());
    }

    [Fact]
    public async Task Check_ServerWithoutEdns_QueriedWithout()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        await using var old = new NameServer(
            q => q.UdpSize > 512
                ? new DnsAnswer { Code = ResponseCode.FormErr }
                : Answering.Resolving(DnsFixture.Zone(DnsFixture.Right))(q));

        Assert.Equal("", (await dns.CheckThroughResolverAsync(old)).Codes());
    }

    [Fact]
    public async Task Check_ResolverCachesThatThereIsNone_Warning()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = Answering.Resolving(DnsFixture.Zone(""));

        var verdict = await dns.CheckAsync();

        Assert.Equal("(negative_cache_suspected) (negative_cache_suspected)", verdict.Codes());
        Assert.True(verdict.Ok);
    }

    [Fact]
    public async Task Check_RecordsMissing_ResolverNeverQueriedForThem()
    {
        await using var dns = new DnsFixture("");

        await dns.CheckAsync();

        Assert.DoesNotContain(dns.Resolver.Questions, q => q.Name.Contains("rocketchat", StringComparison.Ordinal));
        Assert.All(dns.One.Questions, q => Assert.False(q.RecursionDesired));
    }

    [Fact]
    public async Task Check_ChildZoneDelegated_Followed()
    {
        var child = ZoneFile.Parse(
            "chat.asso.org",
            "@ NS ns2.asso.org.\n_rocketchat._https SRV 1 1 443 chat.asso.org.\nrocketchat-public-key TXT "
            + $"{ZoneFileText.Txt(TestKeys.Text)}\n@ A 192.0.2.80");
        var parent = DnsFixture.Zone("chat NS ns2", address: "web A 192.0.2.80");
        await using var dns = new DnsFixture(parent);
        dns.Two.Answer = Answering.From(child);
        var (asParent, asBoth) = (Answering.Resolving(DnsFixture.Zone("", address: "")), Answering.Resolving(parent, child));
        dns.Resolver.Answer = q => q.Type == RecordType.Soa ? asParent(q) : asBoth(q);

        var verdict = await dns.CheckAsync();

        Assert.Equal("", verdict.Codes());
    }

    [Fact]
    public async Task Check_Resolvers_MustAgree()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        await using var other = new NameServer(Answering.Resolving(DnsFixture.Zone(DnsFixture.Txt)));

        Assert.Equal("dns_nameservers_disagree", (await dns.CheckThroughResolverAsync(dns.Resolver, other)).Codes());
    }

    [Fact]
    public async Task Check_Twice_TheSame()
    {
        await using var dns = new DnsFixture(
            "_rocketchat._https.chat SRV 1 1 80 web.asso.org.\n_rocketchat._https.chat SRV 1 1 81 web.asso.org.");

        var (first, second) = (await dns.CheckAsync(), await dns.CheckAsync());

        Assert.Equal(first.Problems.AsEnumerable(), second.Problems.AsEnumerable());
        Assert.Equal(first.Asked.AsEnumerable(), second.Asked.AsEnumerable());
        Assert.Equal(first.Found.SelectMany(f => f.Values), second.Found.SelectMany(f => f.Values));
    }

    [Fact]
    public async Task Check_Cancelled_Throws()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);
        dns.Resolver.Answer = _ => null;
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dns.Checker().CheckAsync(DnsFixture.Plan, cancel.Token));
    }
}
