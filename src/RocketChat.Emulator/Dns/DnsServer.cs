using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace RocketChat.Emulator.Dns;

/// <summary>The zone's name server, over UDP and TCP, on this machine only.</summary>
internal sealed class DnsServer : IAsyncDisposable
{
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
    /// <param name="port">The port for both; 0 for any free one.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public static DnsServer Start(Func<DnsZone> zone, int port)
    {
        var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            var tcp = new TcpListener((IPEndPoint)udp.LocalEndPoint!);
            tcp.Start();
            return new DnsServer(zone, udp, tcp);
        }
        catch (SocketException taken)
        {
            udp.Dispose();
            throw new IOException($"the name server cannot have port {port}: {taken.Message}", taken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _udp.Dispose();
        _tcp.Dispose();
        await Task.WhenAll(_work).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[65535];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var question = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token).ConfigureAwait(false);
                if (_answers.Answer(buffer[..question.ReceivedBytes], overUdp: true) is { } answer)
                {
                    await _udp.SendToAsync(answer, question.RemoteEndPoint, _stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A client that went away is no reason to stop; the loop's condition is.
            }
        }
    }

    private async Task ServeTcpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _tcp.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                limit.CancelAfter(Patience);
                await ServeAsync(client.GetStream(), limit.Token).ConfigureAwait(false);
            }
            catch (Exception end) when (end is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // As above.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var head = new byte[2];
        while (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == 2)
        {
            var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await stream.ReadExactlyAsync(question, cancellation).ConfigureAwait(false);
            if (_answers.Answer(question, overUdp: false) is not { } answer)
            {
                return;
            }
            await stream.WriteAsync(new WireWriter().Short(answer.Length).Bytes(answer).ToArray(), cancellation).ConfigureAwait(false);
        }
    }
}
