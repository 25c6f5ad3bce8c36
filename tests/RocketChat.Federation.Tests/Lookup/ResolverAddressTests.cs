using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

public sealed class ResolverAddressTests
{
    [Theory]
    [InlineData("9.9.9.9", "9.9.9.9", 53)]
    [InlineData("127.0.0.1:5353", "127.0.0.1", 5353)]
    [InlineData("2001:db8::1", "2001:db8::1", 53)]
    [InlineData("[2001:db8::1]:5353", "2001:db8::1", 5353)]
    [InlineData("[::1]", "::1", 53)]
    [InlineData("ns.example.org:54", "ns.example.org", 54)]
    [InlineData("ns.example.org:1", "ns.example.org", 1)]
    [InlineData("ns.example.org:65535", "ns.example.org", 65535)]
    [InlineData("localhost", "localhost", 53)]
    public void TryParse_Address_ReadsHostAndPort(string text, string host, int port)
    {
        Assert.True(ResolverAddress.TryParse(text, out var address, out var error));
        Assert.Null(error);
        Assert.Equal((host, port), (address.Host, address.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":53")]
    [InlineData("9.9.9.9:0")]
    [InlineData("9.9.9.9:65536")]
    [InlineData("9.9.9.9:dns")]
    [InlineData("https://dns.example.org")]
    [InlineData("[2001:db8::1")]
    [InlineData("1")]
    [InlineData("a b")]
    public void TryParse_Invalid_NamesTheInput(string text)
    {
        Assert.False(ResolverAddress.TryParse(text, out _, out var error));
        Assert.Contains($"`{text}`", error, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => new FederationDnsChecker(new DnsCheckOptions { Resolvers = [text] }));
    }

    [Fact]
    public async Task Check_ResolverWithoutAddress_ZoneNotFound()
    {
        var checker = new FederationDnsChecker(new DnsCheckOptions { Resolvers = ["ns.nowhere.invalid"] });

        var verdict = await checker.CheckAsync(DnsFixture.Plan, TestContext.Current.CancellationToken);

        Assert.Equal("zone_not_found zone_not_found", verdict.Codes());
    }
}
