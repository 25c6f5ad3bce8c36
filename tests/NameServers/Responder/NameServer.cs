using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NameServers;

/// <summary>A name server in this process, on a free port of 127.0.0.1, over UDP and TCP. It answers what it is told to, wrong things included.</summary>
public sealed class NameServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private const int MostPorts = 50;

    private readonly Socket _udp;
    private readonly TcpListener? _tcp;
    private readonly List<Task> _work = [];
    private readonly ConcurrentQueue<Question> _questions = new();

    public NameServer(Func<Question, Answer> answer, bool withTcp = true)
    {
        Answer = answer;
        (_udp, _tcp) = Bind(withTcp);
        EndPoint = (IPEndPoint)_udp.LocalEndPoint!;
        if (withTcp)
        {
            _work.Add(Task.Run(ServeTcpAsync));
        }

        _work.Add(Task.Run(ServeUdpAsync));
    }

    /// <summary>What it answers; may be changed while it runs.</summary>
    public Func<Question, Answer> Answer { get; set; }

    public IPEndPoint EndPoint { get; }

    public IReadOnlyCollection<Question> Questions => _questions;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp?.Dispose();
        await Task.WhenAll(_work);
        _stop.Dispose();
    }

    // One number for both: what is free over one transport may be taken over the other.
    private static (Socket Udp, TcpListener? Tcp) Bind(bool withTcp)
    {
        for (var attempt = 1; ; attempt++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            if (!withTcp)
            {
                return (udp, null);
            }

            var tcp = new TcpListener((IPEndPoint)udp.LocalEndPoint!);
            try
            {
                tcp.Start();
                return (udp, tcp);
            }
            catch (SocketException) when (attempt < MostPorts)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[4096];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (Reply(buffer[..received.ReceivedBytes], isTcp: false) is { } reply)
                {
                    await _udp.SendToAsync(reply, SocketFlags.None, received.RemoteEndPoint, _stop.Token);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Stopped, or the asker is gone.
            }
        }
    }

    private async Task ServeTcpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _tcp!.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeClientAsync(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Stopped, or the asker is gone.
            }
        }
    }

    private async Task ServeClientAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var length = new byte[2];
                while (true)
                {
                    await stream.ReadExactlyAsync(length, _stop.Token);
                    var request = new byte[Wire.ReadShort(length, 0)];
                    await stream.ReadExactlyAsync(request, _stop.Token);
                    if (Reply(request, isTcp: true) is { } reply)
                    {
                        await stream.WriteAsync((byte[])[.. Wire.Short(reply.Length), .. reply], _stop.Token);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The asker hung up, or the server stops.
            }
        }
    }

    private byte[]? Reply(byte[] request, bool isTcp)
    {
        var question = Message.Read(request, isTcp);
        _questions.Enqueue(question);
        var answer = Answer(question);
        return answer.IsSilence ? null : Message.Write(request, question, answer);
    }
}
