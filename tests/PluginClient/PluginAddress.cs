using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace PluginClient;

/// <summary>Where a plugin listens.</summary>
/// <param name="Network"><c>unix</c> or <c>tcp</c>.</param>
/// <param name="Address">The socket's path, or host and port.</param>
public sealed record PluginAddress(string Network, string Address)
{
    /// <summary>Finds a provider in the value of TF_REATTACH_PROVIDERS.</summary>
    /// <param name="reattach">The JSON text.</param>
    /// <param name="source">The provider's source address, host included.</param>
    public static PluginAddress FromReattach(string reattach, string source)
    {
        using var json = JsonDocument.Parse(reattach);
        var address = json.RootElement.GetProperty(source).GetProperty("Addr");
        return new PluginAddress(address.GetProperty(nameof(Network)).GetString()!, address.GetProperty("String").GetString()!);
    }

    /// <summary>Opens a bare connection.</summary>
    public async Task<NetworkStream> ConnectAsync(CancellationToken cancellationToken)
    {
        var (socket, endpoint) = Network == "unix"
            ? (new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), (EndPoint)new UnixDomainSocketEndPoint(Address))
            : (new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, IPEndPoint.Parse(Address));
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
