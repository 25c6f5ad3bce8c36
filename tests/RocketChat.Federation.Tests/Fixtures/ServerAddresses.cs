using System.Net;
using RocketChat.Federation.Lookup;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Addresses of name servers that are never queried.</summary>
internal static class ServerAddresses
{
    public static NameServerAddress One { get; } = new("ns1.asso.org", IPEndPoint.Parse("192.0.2.1:53"), IsResolver: false);

    public static NameServerAddress Two { get; } = new("ns2.asso.org", IPEndPoint.Parse("192.0.2.2:53"), IsResolver: false);

    public static NameServerAddress Resolver { get; } = new("192.0.2.53", IPEndPoint.Parse("192.0.2.53:53"), IsResolver: true);
}
