using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>Zones with exactly one error in the SRV record.</summary>
public sealed class SrvFaultTests
{
    [Fact]
    public async Task Check_BothRecordsRight_NoProblem()
    {
        await using var dns = new DnsFixture(DnsFixture.Right);

        var verdict = await dns.CheckAsync();

        Assert.Equal("", verdict.Codes());
        Assert.True(verdict.Ok);
        Assert.Null(verdict.Note);
        Assert.Equal(["1 1 443 chat.asso.org."], verdict.Found[0].Values);
        Assert.Equal(
            ["ns1.asso.org authoritative", "ns2.asso.org authoritative"],
            verdict.Asked.Where(a => a.Role != "resolver").Select(a => $"{a.Name} {a.Role}"));
    }

    [Theory]
    [InlineData("", "srv_missing")]
    [InlineData("_rocketchat._https.chat SRV 1 1 443 web.asso.org.", "srv_wrong_target")]
    [InlineData("_rocketchat._https.chat SRV 1 1 443 chat.asso.org", "srv_target_doubled")]
    [InlineData("_rocketchat._https.chat SRV 443 1 1 chat.asso.org.", "srv_wrong_port")]
    [InlineData("_rocketchat._https.chat SRV 0 0 0 .", "srv_target_root")]
    [InlineData("_rocketchat._https.chat SRV 1 1 443 chat.asso.org.\n_rocketchat._https.chat SRV 2 1 443 old.asso.org.", "srv_multiple")]
    [InlineData("_rocketchat._https.chat SRV 1 1 443 chat.asso.org.\n_rocketchat._https.chat SRV 2 1 443 chat.asso.org.", "(srv_multiple)")]
    [InlineData("_rocketchat._https.chat.asso.org SRV 1 1 443 chat.asso.org.", "name_doubled")]
    [InlineData("_rocketchat._https.chat CNAME nowhere.asso.org.", "srv_missing")]
    [InlineData("*.chat CNAME chat.asso.org.", "wildcard")]
    [InlineData("*.chat SRV 1 1 5222 xmpp.asso.org.", "wildcard")]
    [InlineData("_rocketchat._https.chat CNAME fed.asso.org.\nfed SRV 1 1 443 chat.asso.org.", "")]
    [InlineData("_rocketchat._https.chat SRV 1 1 443 Chat.ASSO.org.", "")]
    public async Task Check_OneError_GivesThatCodeOnly(string srv, string codes)
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + srv);

        var verdict = await dns.CheckAsync();

        Assert.Equal(codes, verdict.Codes());
        Assert.Equal(!codes.Split(' ').Any(c => c.Length > 0 && c[0] != '('), verdict.Ok);
    }

    [Theory]
    [InlineData(LegacyLabel.Tcp, "_https", "chat", 443, "(srv_label_shadowed)")]
    [InlineData(LegacyLabel.Tcp, "_https", "old", 443, "srv_label_shadowed")]
    [InlineData(LegacyLabel.Tcp, "_http", "chat", 443, "srv_label_shadowed")]
    [InlineData(LegacyLabel.Http, "_https", "chat", 443, "srv_label_shadowed")]
    [InlineData(LegacyLabel.Https, "_http", "old", 80, "")]
    public async Task Check_AnotherLabelToo_ShadowedIfLookedUpFirst(LegacyLabel label, string other, string target, int port, string codes)
    {
        var own = label switch { LegacyLabel.Tcp => "_tcp", LegacyLabel.Http => "_http", _ => "_https" };
        await using var dns = new DnsFixture(
            $"{DnsFixture.Txt}_rocketchat.{own}.chat SRV 1 1 443 chat.asso.org.\n_rocketchat.{other}.chat SRV 1 1 {port} "
            + $"{target}.asso.org.");

        var verdict = await dns.CheckAsync(DnsFixture.Plan with { Label = label });

        Assert.Equal(codes, verdict.Codes());
    }

    [Theory]
    [InlineData("chat CNAME web.asso.org.\nweb A 192.0.2.80", "(srv_target_is_cname)")]
    [InlineData("web A 192.0.2.80", "srv_target_without_address")]
    [InlineData("chat AAAA 2001:db8::80", "")]
    public async Task Check_Target_NeedsItsOwnAddress(string address, string codes)
    {
        await using var dns = new DnsFixture(DnsFixture.Zone(DnsFixture.Right, address));

        Assert.Equal(codes, (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_DoubledTarget_ShowsTheMissingDot()
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + "_rocketchat._https.chat SRV 1 1 443 chat.asso.org");

        var problem = (await dns.CheckAsync()).Only(ProblemCode.SrvTargetDoubled);

        Assert.Equal("_rocketchat._https.chat.asso.org SRV", problem.Record);
        Assert.Equal("chat.asso.org.", problem.Expected);
        Assert.Equal("chat.asso.org.asso.org.", problem.Found);
    }

    [Fact]
    public async Task Check_DoubledName_GivesTheRelativeName()
    {
        await using var dns = new DnsFixture(DnsFixture.Txt + "_rocketchat._https.chat.asso.org SRV 1 1 443 chat.asso.org.");

        Assert.Contains(
            "the name `_rocketchat._https.chat`", (await dns.CheckAsync()).Only(ProblemCode.NameDoubled).Hint, StringComparison.Ordinal);
        Assert.Contains(
            "the name `_rocketchat._https.chat`",
            (await dns.CheckThroughResolverAsync()).Only(ProblemCode.NameDoubled).Hint,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_MatrixSrv_CheckedTheSameWay()
    {
        await using var dns = new DnsFixture("_matrix-fed._tcp SRV 1 1 8448 chat.asso.org.");
        var plan = new MatrixFederation(DomainName.Parse("asso.org"), DomainName.Parse("chat.asso.org")) { BySrv = true };

        Assert.Equal("srv_wrong_port", (await dns.CheckAsync(plan)).Codes());
        Assert.Equal("", (await dns.CheckAsync(plan with { Port = 8448 })).Codes());
        Assert.Equal("", (await dns.CheckAsync(plan with { BySrv = false })).Codes());
    }
}
