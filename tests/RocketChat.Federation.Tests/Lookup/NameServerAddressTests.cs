using RocketChat.Federation.Lookup;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

public sealed class NameServerAddressTests
{
    [Fact]
    public void ToString_NamedServer_NameAndAddress() => Assert.Equal("ns1.asso.org (192.0.2.1:53)", ServerAddresses.One.ToString());

    [Fact]
    public void ToString_KnownByItsAddressOnly_AddressOnce() => Assert.Equal("192.0.2.53:53", ServerAddresses.Resolver.ToString());

    [Fact]
    public void ToAsked_Role_AsUsersCompareIt()
    {
        Assert.Equal(new AskedServer("ns1.asso.org", "192.0.2.1:53", "authoritative"), ServerAddresses.One.ToAsked());
        Assert.Equal(new AskedServer("192.0.2.53", "192.0.2.53:53", "resolver"), ServerAddresses.Resolver.ToAsked());
    }
}
