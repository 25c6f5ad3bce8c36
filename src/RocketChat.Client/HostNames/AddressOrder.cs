using System.Net;
using System.Net.Sockets;

namespace RocketChat.Client.HostNames;

/// <summary>The order in which the addresses of a host are tried.</summary>
internal static class AddressOrder
{
    /// <summary>
    /// Addresses with a route first, and among them IPv6 (RFC 6724, rules 1 and 6): without it, a machine that has only IPv4 would wait
    /// for each IPv6 address in vain.
    /// </summary>
    public static IPAddress[] Sort(IEnumerable<IPAddress> addresses) =>
    [
        .. addresses.Distinct()
            .OrderByDescending(HasRoute)
            .ThenByDescending(address => address.AddressFamily == AddressFamily.InterNetworkV6),
    ];

    // Connecting a datagram socket sends nothing; the system only looks for the route.
    private static bool HasRoute(IPAddress address)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(address, 443);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
