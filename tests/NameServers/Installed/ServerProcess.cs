using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NameServers.Installed;

/// <summary>An installed name server with its own folder, on a free port of 127.0.0.1.</summary>
public abstract class ServerProcess : IAsyncDisposable
{
    private const int FirstPort = 25_000;
    private const int PortCount = 7_000;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Test processes that run at the same time start at different ports.
    private static int LastPort = Environment.ProcessId * 100;

    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    protected ServerProcess() => EndPoint = new IPEndPoint(IPAddress.Loopback, FreePort());

    public IPEndPoint EndPoint { get; }

    protected string Folder { get; } = Directory.CreateTempSubdirectory("name-server-").FullName;

    /// <summary>The words that the server logs once it is ready.</summary>
    protected abstract string ReadyMessage { get; }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task StartAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Record(line.Data);
        _process.OutputDataReceived += (_, line) => Record(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"{program} ended: {Log()}"));
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await _ready.Task.WaitAsync(StartLimit);
    }

    protected void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    private void Record(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (line?.Contains(ReadyMessage, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }

    private string Log()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }

    // Below the ephemeral ports: the system could give one of those to another socket before the server binds it.
    private static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + (int)((uint)Interlocked.Increment(ref LastPort) % PortCount);
            try
            {
                using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                using var tcp = new TcpListener(IPAddress.Loopback, port);
                tcp.Start();
                return port;
            }
            catch (SocketException)
            {
                // The port is in use over UDP or TCP.
            }
        }
    }
}
