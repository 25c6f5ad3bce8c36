using DnsClient.Protocol;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

/// <summary>The servers of a zone, found through resolvers.</summary>
public sealed class ZoneLocatorTests
{
    private static readonly DomainName Name = DomainName.Parse("chat.asso.org");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_FirstResolverRefuses_NextQueried()
    {
        await using var dns = new DnsFixture("");
        dns.One.Answer = _ => DnsAnswer.Refused;

        var zone = await Locator(dns.One, dns.Resolver).FindAsync(Name, Token);

        Assert.Equal("asso.org", zone?.Apex.Value);
        Assert.Equal(["ns1.asso.org (192.0.2.1:53)", "ns2.asso.org (192.0.2.2:53)"], zone?.Servers.Select(s => s.ToString()));
    }

    [Fact]
    public async Task Find_FirstResolverAnswers_QueriedOnce()
    {
        await using var dns = new DnsFixture("");
        dns.One.Answer = _ => DnsAnswer.Refused;

        Assert.Equal("asso.org", (await Locator(dns.Resolver, dns.One).FindAsync(Name, Token))?.Apex.Value);
        Assert.Empty(dns.One.Questions);
        Assert.Equal("chat.asso.org", Assert.Single(dns.Resolver.Questions, q => q.Type == RecordType.Soa).Name);
    }

    [Fact]
    public async Task Find_ServersHaveOnlyIPv6_Found()
    {
        await using var dns = new DnsFixture(ZoneFile.Parse("asso.org", "@ NS ns1\nns1 AAAA 2001:db8::1"));

        Assert.Equal(
            "ns1.asso.org ([2001:db8::1]:53)", Assert.Single((await Locator(dns.Resolver).FindAsync(Name, Token))!.Servers).ToString());
    }

    [Fact]
    public async Task Find_ZoneWithoutServers_None()
    {
        await using var dns = new DnsFixture(ZoneFile.Parse("asso.org", "chat A 192.0.2.80"));

        Assert.Null(await Locator(dns.Resolver).FindAsync(Name, Token));
    }

    [Fact]
    public async Task Find_ServersWithoutAddress_ReportedInTheNote()
    {
        await using var dns = new DnsFixture(ZoneFile.Parse("asso.org", "@ NS ns1\nchat A 192.0.2.80\n" + DnsFixture.Right));

        Assert.Equal(
            "The zone of chat.asso.org or its name servers could not be found, so this machine's resolvers were queried instead.",
            (await dns.CheckAsync()).Note);
    }

    [Fact]
    public async Task Follow_AddressesInTheReferral_Sorted()
    {
        var zone = await Locator().FollowReferralAsync(
            Referral(
                ResourceRecords.Address("ns2.asso.org.", "192.0.2.3"),
                ResourceRecords.Address("ns2.asso.org.", "192.0.2.2"),
                ResourceRecords.Address("ns1.asso.org.", "192.0.2.9")),
            Name,
            Token);

        Assert.Equal(
            ["ns1.asso.org (192.0.2.9:53)", "ns2.asso.org (192.0.2.2:53)", "ns2.asso.org (192.0.2.3:53)"],
            zone.Servers.Select(s => s.ToString()));
    }

    [Fact]
    public async Task Follow_NoAddressInTheReferral_ResolversQueried()
    {
        await using var dns = new DnsFixture("");

        Assert.Equal(2, (await Locator(dns.Resolver).FollowReferralAsync(Referral(), Name, Token)).Servers.Count);
        Assert.Empty((await Locator().FollowReferralAsync(Referral(), Name, Token)).Servers);
    }

    [Theory]
    [InlineData("chat A 192.0.2.80\nchat AAAA 2001:db8::80", "192.0.2.80")]
    [InlineData("chat AAAA 2001:db8::80", "2001:db8::80")]
    [InlineData("web A 192.0.2.80", "")]
    public async Task Addresses_Host_IPv4First(string lines, string expected)
    {
        await using var dns = new DnsFixture(DnsFixture.Zone("", lines));

        var addresses = await dns.Checker(o => o with { Resolvers = [dns.Resolver.EndPoint.ToString()] }).AddressesAsync(Name, Token);

        Assert.Equal(expected, string.Join(' ', addresses));
    }

    private static ZoneLocator Locator(params NameServer[] resolvers) => new(
        new QueryClient(new DnsCheckOptions { QueryTimeout = TimeSpan.FromHours(1) }, TimeProvider.System),
        [.. resolvers.Select(r => new NameServerAddress(r.EndPoint.Address.ToString(), r.EndPoint, IsResolver: true))]);

    private static ServerResponse Referral(params DnsResourceRecord[] addresses) => new(
        ServerAddresses.One,
        ResponseStatus.NoError,
        false,
        [],
        [ResourceRecords.Ns("chat.asso.org.", "ns2.asso.org."), ResourceRecords.Ns("chat.asso.org.", "ns1.asso.org.")],
        addresses);
}
