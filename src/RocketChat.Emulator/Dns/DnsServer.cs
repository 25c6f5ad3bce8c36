using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace RocketChat.Emulator.Dns;

/// <summary>The zone's name server, over UDP and TCP, on this machine only.</summary>
internal sealed class DnsServer : IAsyncDisposable
{
    private const int MostClients = 64;
    private const int MostAttempts = 20;

    /// <summary>How long a client may be silent on a connection.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly DnsAnswers _answers;
    private readonly Socket _udp;
    private readonly TcpListener _tcp;
    private readonly Task[] _work;

    private DnsServer(Func<DnsZone> zone, Socket udp, TcpListener tcp)
    {
        (_answers, _udp, _tcp) = (new DnsAnswers(zone), udp, tcp);
        EndPoint = (IPEndPoint)udp.LocalEndPoint!;
        _work = [ServeUdpAsync(), ServeTcpAsync()];
    }

    public IPEndPoint EndPoint { get; }

    /// <param name="zone">What to serve, asked for each message.</param>
    /// <param name="port">The port for both; 0 for any that is free for both.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public static DnsServer Start(Func<DnsZone> zone, int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            TcpListener? tcp = null;
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                tcp = new TcpListener((IPEndPoint)udp.LocalEndPoint!);
                tcp.Start();
                return new DnsServer(zone, udp, tcp);
            }
            catch (SocketException taken)
            {
                udp.Dispose();
                tcp?.Dispose();
                if (port != 0 || attempt == MostAttempts)
                {
                    throw new IOException($"the name server cannot have port {port}: {taken.Message}. Give another with --dns-port; 0 takes any free one.", taken);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await Task.WhenAll(_work);
        _stop.Dispose();
    }

    private static bool IsEnd(Exception end) => end is SocketException or IOException or OperationCanceledException or ObjectDisposedException;

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var question = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (_answers.Answer(buffer[..question.ReceivedBytes], overUdp: true) is { } answer)
                {
                    await _udp.SendToAsync(answer, question.RemoteEndPoint, _stop.Token);
                }
            }
            catch (Exception end) when (IsEnd(end))
            {
                // A client that went away is no reason to stop; the loop's condition is.
            }
        }
    }

    private async Task ServeTcpAsync()
    {
        var clients = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _tcp.AcceptTcpClientAsync(_stop.Token);
                clients.RemoveAll(served => served.IsCompleted);
                if (clients.Count < MostClients)
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
                // As above.
            }
        }
        await Task.WhenAll(clients);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var held = client;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            var stream = client.GetStream();
            var head = new byte[2];
            while (true)
            {
                limit.CancelAfter(Patience);
                await stream.ReadExactlyAsync(head, limit.Token);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
                await stream.ReadExactlyAsync(question, limit.Token);
                if (_answers.Answer(question, overUdp: false) is not { } answer)
                {
                    return;
                }
                await stream.WriteAsync(new WireWriter().Short(answer.Length).Bytes(answer).ToArray(), limit.Token);
            }
        }
        catch (Exception end) when (IsEnd(end))
        {
            // The client has gone, or was silent for too long.
        }
    }
}
