using NameServers.Installed;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>The same verdicts from BIND and Unbound, which share no code with this project.</summary>
public sealed class InstalledServerTests
{
    private const string Name = "rocketchat-public-key.chat TXT ";

    /// <summary>BIND splits a value without quotes at its spaces, as some DNS hosts do.</summary>
    public static TheoryData<string, string> Zones => new()
    {
        { DnsFixture.Right, "" },
        { DnsFixture.Txt, "srv_missing" },
        { DnsFixture.Srv, "txt_missing" },
        { DnsFixture.Txt + "_rocketchat._https.chat SRV 1 1 443 chat.asso.org", "srv_target_doubled" },
        { DnsFixture.Txt + "_rocketchat._https.chat.asso.org SRV 1 1 443 chat.asso.org.", "name_doubled" },
        { DnsFixture.Txt + "_rocketchat._https.chat SRV 443 1 1 chat.asso.org.", "srv_wrong_port" },
        { DnsFixture.Txt + "_rocketchat._https.chat SRV 0 0 0 .", "srv_target_root" },
        { DnsFixture.Txt + "_rocketchat._https.chat SRV 1 1 443 chat.asso.org.\n_rocketchat._https.chat SRV 2 1 443 "
            + "ns1.asso.org.", "srv_multiple" },
        { DnsFixture.Txt + "*.chat CNAME chat.asso.org.", "wildcard" },
        { DnsFixture.Srv + "*.chat TXT \"v=spf1 -all\"", "wildcard" },
        { DnsFixture.Srv + Name + TestKeys.Text[..255] + " " + TestKeys.Text[255..], "txt_header_damaged" },
        { DnsFixture.Srv + Name + ZoneFileText.Txt(TestKeys.Text[..255]), "txt_truncated" },
        { DnsFixture.Srv + Name + ZoneFileText.Txt(TestKeys.OtherText), "txt_other_key" },
        { DnsFixture.Srv + Name + ZoneFileText.Txt(TestKeys.Text[..136] + "!" + TestKeys.Text[137..]), "txt_altered" },
        {
            $"{DnsFixture.Srv}{Name}{ZoneFileText.Txt(TestKeys.Text[..255])}\n{Name}{ZoneFileText.Txt(TestKeys.Text[255..])}",
            "txt_multiple_rrs"
        },
    };

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Check_InstalledServers_SameCodes(string lines, string codes)
    {
        await using var dns = await InstalledServersFixture.StartAsync(lines);

        Assert.Equal(codes, (await dns.CheckAsync()).Codes());
        Assert.Equal(codes, (await dns.CheckThroughResolverAsync()).Codes());
    }

    [Fact]
    public async Task Check_AnswersTruncatedAt512_FetchedOverTcp()
    {
        await using var dns = await InstalledServersFixture.StartAsync(DnsFixture.Right, options: "max-udp-size 512;");

        Assert.Equal("", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_ServersDisagree_ReportsIt()
    {
        await using var dns = await InstalledServersFixture.StartAsync(DnsFixture.Right, onTwo: DnsFixture.Srv);

        Assert.Equal("dns_nameservers_disagree", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_LameDelegation_Warning()
    {
        await using var dns = await InstalledServersFixture.StartAsync(DnsFixture.Right, onTwo: "lame");

        Assert.Equal("(lame_delegation) (lame_delegation)", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_RecordsCreatedByUpdate_Correct()
    {
        await using var dns = await InstalledServersFixture.StartAsync("");
        var lines = string.Join('\n', DnsFixture.Plan.Records.Select(r => $"update add {r.ZoneFileLine}"));

        await dns.One.UpdateAsync(lines);
        await dns.Two.UpdateAsync(lines);

        Assert.Equal("", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_ResolverCachedTheAbsence_NegativeCache()
    {
        await using var dns = await InstalledServersFixture.StartAsync("");
        Assert.Equal("srv_missing txt_missing", (await dns.CheckThroughResolverAsync()).Codes());
        foreach (var server in (BindServer[])[dns.One, dns.Two])
        {
            await server.UpdateAsync(string.Join('\n', DnsFixture.Plan.Records.Select(r => $"update add {r.ZoneFileLine}")));
        }

        Assert.Equal("(negative_cache_suspected) (negative_cache_suspected)", (await dns.CheckAsync()).Codes());
        Assert.Equal("srv_missing txt_missing", (await dns.CheckThroughResolverAsync()).Codes());
    }
}
