using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace RocketChat.Emulator.Dns;

/// <summary>A name server over UDP and TCP, on this machine only.</summary>
public sealed class DnsServer : IAsyncDisposable
{
    private const int MaxClients = 64;
    private const int MaxAttempts = 20;

    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly DnsResponder _responder;
    private readonly Socket _udp;
    private readonly TcpListener? _tcp;
    private readonly Task[] _work;

    private DnsServer(DnsResponder responder, Socket udp, TcpListener? tcp)
    {
        (_responder, _udp, _tcp) = (responder, udp, tcp);
        EndPoint = (IPEndPoint)udp.LocalEndPoint!;
        _work = tcp is null ? [ServeUdpAsync()] : [ServeUdpAsync(), ServeTcpAsync(tcp)];
    }

    /// <summary>The address, with the port that was taken.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Starts a server whose answers are up to the caller.</summary>
    /// <param name="answer">Answers a query; null for no response at all.</param>
    /// <param name="withTcp">Whether the server also listens on TCP.</param>
    /// <exception cref="IOException">No port is free.</exception>
    public static DnsServer Start(Func<DnsQuestion, DnsAnswer?> answer, bool withTcp = true) => Start(new DnsResponder(answer), 0, withTcp);

    /// <summary>Starts a server that is authoritative for one zone and accepts updates of it.</summary>
    /// <param name="zone">The zone, looked up for each message.</param>
    /// <param name="port">The port for both transports; 0 for any that is free for both.</param>
    /// <exception cref="IOException">The port is not free.</exception>
    internal static DnsServer Start(Func<DnsZone> zone, int port) => Start(DnsResponder.For(zone), port, withTcp: true);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp?.Dispose();
        await Task.WhenAll(_work);
        _stop.Dispose();
    }

    private static DnsServer Start(DnsResponder responder, int port, bool withTcp)
    {
        for (var attempt = 1; ; attempt++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            TcpListener? tcp = null;
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                tcp = withTcp ? new TcpListener((IPEndPoint)udp.LocalEndPoint!) : null;
                tcp?.Start();
                return new DnsServer(responder, udp, tcp);
            }
            catch (SocketException taken)
            {
                udp.Dispose();
                tcp?.Dispose();
                if (port != 0 || attempt == MaxAttempts)
                {
                    throw new IOException(
                        $"the name server cannot use port {port}: {taken.Message}. Set another with --dns-port; 0 takes any free port.",
                        taken);
                }
            }
        }
    }

    private static bool IsEnd(Exception end) =>
        end is SocketException or IOException or OperationCanceledException or ObjectDisposedException;

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (_responder.Respond(buffer[..received.ReceivedBytes], isTcp: false) is { } response)
                {
                    await _udp.SendToAsync(response, received.RemoteEndPoint, _stop.Token);
                }
            }
            catch (Exception end) when (IsEnd(end))
            {
                // A client that is gone does not end the loop; its condition does.
            }
        }
    }

    private async Task ServeTcpAsync(TcpListener listener)
    {
        var clients = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token);
                clients.RemoveAll(served => served.IsCompleted);
                if (clients.Count < MaxClients)
                {
                    clients.Add(ServeAsync(client));
                }
                else
                {
                    client.Dispose();
                }
            }
            catch (Exception end) when (IsEnd(end))
            {
                // A client that is gone does not end the loop; its condition does.
            }
        }

        await Task.WhenAll(clients);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var disposed = client;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            var stream = client.GetStream();
            var length = new byte[2];
            while (true)
            {
                limit.CancelAfter(ReadTimeout);
                await stream.ReadExactlyAsync(length, limit.Token);
                var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(message, limit.Token);
                if (_responder.Respond(message, isTcp: true) is { } response)
                {
                    await stream.WriteAsync(new WireWriter().Short(response.Length).Bytes(response).ToArray(), limit.Token);
                }
            }
        }
        catch (Exception end) when (IsEnd(end))
        {
            // The client is gone, or sent nothing for too long.
        }
    }
}
