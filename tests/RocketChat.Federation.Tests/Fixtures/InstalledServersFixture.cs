using System.Net;
using NameServers.Installed;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>The zone asso.org on two BIND servers, and an Unbound that queries the first, all on loopback.</summary>
internal sealed class InstalledServersFixture : IAsyncDisposable
{
    private const string ZoneItself = """
        @ NS ns1
        @ NS ns2
        ns1 A 192.0.2.1
        ns2 A 192.0.2.2
        chat A 192.0.2.80

        """;

    private InstalledServersFixture(BindServer one, BindServer two, UnboundServer resolver) => (One, Two, Resolver) = (one, two, resolver);

    public BindServer One { get; }

    public BindServer Two { get; }

    public UnboundServer Resolver { get; }

    /// <summary>Starts both servers with these records; skips the test if they are not installed.</summary>
    /// <param name="lines">The records in addition to the zone's own.</param>
    /// <param name="onTwo">The records of the second server; null for the same, <c>lame</c> for no zone at all.</param>
    /// <param name="options">Additions to BIND's configuration.</param>
    public static async Task<InstalledServersFixture> StartAsync(string lines, string? onTwo = null, string options = "")
    {
        Assert.SkipWhen(InstalledServers.SkipReason is not null, InstalledServers.SkipReason ?? "");
        var one = await BindServer.StartAsync("asso.org", ZoneItself + lines, options);
        var two = onTwo == "lame"
            ? await BindServer.StartAsync(null)
            : await BindServer.StartAsync("asso.org", ZoneItself + (onTwo ?? lines), options);
        return new InstalledServersFixture(one, two, await UnboundServer.StartAsync("asso.org", one.EndPoint));
    }

    public Task<DnsVerdict> CheckAsync() => Checker().CheckAsync(DnsFixture.Plan, TestContext.Current.CancellationToken);

    public Task<DnsVerdict> CheckThroughResolverAsync() =>
        Checker([Resolver.EndPoint.ToString()]).CheckAsync(DnsFixture.Plan, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        await Resolver.DisposeAsync();
    }

    private FederationDnsChecker Checker(params string[] resolvers) => new(new DnsCheckOptions
    {
        Resolvers = resolvers,
        StartingResolvers = [Resolver.EndPoint],
        Route = e => e.Address.Equals(IPAddress.Parse("192.0.2.1")) ? One.EndPoint
            : e.Address.Equals(IPAddress.Parse("192.0.2.2")) ? Two.EndPoint
            : e,
    });
}
