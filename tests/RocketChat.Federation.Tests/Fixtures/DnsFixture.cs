using System.Net;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>
/// The zone asso.org on two name servers, and a resolver that knows it, all in this process. The name servers have addresses that are
/// reserved for documentation (RFC 5737); a route maps them to the real ones.
/// </summary>
internal sealed class DnsFixture : IAsyncDisposable
{
    public const string Srv = "_rocketchat._https.chat SRV 1 1 443 chat.asso.org.\n";

    private static readonly IPAddress First = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Second = IPAddress.Parse("192.0.2.2");

    public DnsFixture(string lines)
        : this(Zone(lines))
    {
    }

    public DnsFixture(params DnsZone[] zones)
    {
        One = new NameServer(Answering.From(zones));
        Two = new NameServer(Answering.From(zones));
        Resolver = new NameServer(Answering.Resolving(zones));
    }

    /// <summary>The correct TXT record.</summary>
    public static string Txt { get; } = $"rocketchat-public-key.chat TXT {ZoneFileText.Txt(TestKeys.Text)}\n";

    /// <summary>Both correct records.</summary>
    public static string Right { get; } = Srv + Txt;

    public static LegacyFederation Plan { get; } = new(
        DomainName.Parse("chat.asso.org"), DomainName.Parse("chat.asso.org"), TestKeys.Right);

    public NameServer One { get; }

    public NameServer Two { get; }

    public NameServer Resolver { get; }

    /// <summary>An hour, so that no query times out by accident. Tests with a silent server set less.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromHours(1);

    public static DnsZone Zone(string lines, string address = "chat A 192.0.2.80") => ZoneFile.Parse(
        "asso.org",
        $"""
        @ NS ns1
        @ NS ns2
        ns1 A {First}
        ns2 A {Second}
        {address}
        {lines}
        """);

    /// <summary>Queries the zone's authoritative servers.</summary>
    public Task<DnsVerdict> CheckAsync(FederationPlan? plan = null) =>
        Checker().CheckAsync(plan ?? Plan, TestContext.Current.CancellationToken);

    /// <summary>Queries the resolver.</summary>
    public Task<DnsVerdict> CheckThroughResolverAsync(params NameServer[] resolvers) => Checker(
        o => o with { Resolvers = [.. (resolvers.Length == 0 ? [Resolver] : resolvers).Select(r => r.EndPoint.ToString())] })
        .CheckAsync(Plan, TestContext.Current.CancellationToken);

    public FederationDnsChecker Checker(Func<DnsCheckOptions, DnsCheckOptions>? change = null, TimeProvider? time = null)
    {
        var options = new DnsCheckOptions { StartingResolvers = [Resolver.EndPoint], Route = Route, QueryTimeout = QueryTimeout };
        return new FederationDnsChecker(change is null ? options : change(options), time);
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        await Resolver.DisposeAsync();
    }

    private IPEndPoint Route(IPEndPoint endpoint) =>
        endpoint.Address.Equals(First) ? One.EndPoint : endpoint.Address.Equals(Second) ? Two.EndPoint : endpoint;
}
