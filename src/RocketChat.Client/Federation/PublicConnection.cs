using System.Net;
using System.Net.Http;
using RocketChat.Client.HostNames;

namespace RocketChat.Client.Federation;

/// <summary>
/// A connection for one public call. The address that is checked is the one that is connected to: a second lookup of the name could have
/// another result.
/// </summary>
internal sealed class PublicConnection(IReadOnlyList<IPAddress> known, bool mustBePublic, Func<IPAddress, bool> isPublic)
{
    /// <summary>Whether the peer is on the internet; assumed where a proxy is in between.</summary>
    public bool IsPublic { get; private set; } = true;

    /// <exception cref="IOException">The host has no address that the call may go to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses = known.Count > 0
            ? [.. known]
            : await HostAddresses.OfMachine.OfAsync(host, cancellationToken).ConfigureAwait(false);
        Refuse(host, addresses);
        var stream = await HostConnection.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
        IsPublic = stream.Socket.RemoteEndPoint is IPEndPoint peer && isPublic(peer.Address);
        return stream;
    }

    /// <exception cref="IOException">An address is not on the internet, but has to be.</exception>
    public void Refuse(string host, params IPAddress[] addresses)
    {
        if (mustBePublic && Array.Find(addresses, address => !isPublic(address)) is { } address)
        {
            throw new IOException($"the redirect to {host} leads into a private network ({address}) and is not followed");
        }
    }
}
