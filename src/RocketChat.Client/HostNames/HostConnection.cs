using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace RocketChat.Client.HostNames;

/// <summary>Connects to a host by addresses that <see cref="HostAddresses"/> found.</summary>
internal static class HostConnection
{
    /// <summary>Resolves and connects, as <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="SocketException">The host has no address, or none accepts the connection.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await HostAddresses.OfMachine.OfAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        return await ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Connects to the first address that accepts.</summary>
    /// <exception cref="SocketException">None accepts the connection.</exception>
    public static async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
