using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using PluginClient.Protocol.GoPlugin;

namespace PluginClient;

/// <summary>A provider program, started and ended as a CLI does it.</summary>
public sealed class PluginProcess : IAsyncDisposable
{
    /// <summary>The variable and its value by which a program knows that a CLI started it.</summary>
    public static readonly KeyValuePair<string, string> Cookie =
        new("TF_PLUGIN_MAGIC_COOKIE", "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2");

    // CLIs wait two seconds. A busy machine may need longer, and what never ends is seen after this too.
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errorLines = new();
    private readonly TaskCompletionSource _errorsEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _streams = [];

    private PluginProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _errorsEnd.TrySetResult();
            }
            else
            {
                _errorLines.Enqueue(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>The plugin's handshake.</summary>
    public Handshake Handshake { get; private set; } = null!;

    /// <summary>The time from the start of the process to the handshake line.</summary>
    public TimeSpan HandshakeTime { get; private set; }

    /// <summary>The connection to the plugin.</summary>
    public PluginConnection Connection { get; private set; } = null!;

    /// <summary>The lines that the program has written to stderr so far.</summary>
    public IReadOnlyCollection<string> ErrorLines => _errorLines;

    /// <summary>Starts the program and reads its handshake.</summary>
    /// <exception cref="HandshakeException">A CLI would not go on with the program.</exception>
    public static async Task<PluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var plugin = new PluginProcess(Process.Start(StartInfo(launch))!);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(launch.StartTimeout);
            var line = await plugin._process.StandardOutput.ReadLineAsync(deadline.Token);
            plugin.HandshakeTime = Stopwatch.GetElapsedTime(started);
            plugin.Handshake = Handshake.Parse(line ?? "", launch.ProtocolVersions);
            plugin.Connection = PluginConnection.Open(plugin.Handshake, launch.Identity);
            return plugin;
        }
        catch
        {
            await plugin.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the two streams that a CLI opens at once and keeps to the end.</summary>
    public void OpenStreams()
    {
        _streams.Add(Connection.Stdio.StreamStdio(new Google.Protobuf.WellKnownTypes.Empty()));
        _streams.Add(Connection.Broker.StartStream());
    }

    /// <summary>Ends the plugin as a CLI does: asks it, closes the connection, waits, and kills it if it is still there.</summary>
    /// <returns>The exit code, or null if the plugin had to be killed.</returns>
    public async Task<int?> ShutdownAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Connection.Controller.ShutdownAsync(new Empty(), cancellationToken: cancellationToken);
        }
        catch (RpcException)
        {
            // CLIs do not look at the answer: many plugins are gone before they have given it.
        }

        Disconnect();
        try
        {
            return await WaitForExitAsync(ExitLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            Kill();
            return null;
        }
    }

    /// <summary>Closes the connection without a word, as the kernel does for a CLI that was killed.</summary>
    public void Disconnect()
    {
        _streams.ForEach(stream => stream.Dispose());
        _streams.Clear();
        Connection.Dispose();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">The process did not end in time.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(limit, cancellationToken);
        await _errorsEnd.Task.WaitAsync(limit, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill() => _process.Kill();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            Disconnect();
        }

        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(PluginLaunch launch)
    {
        var start = new ProcessStartInfo(launch.FileName, launch.Arguments)
        {
            WorkingDirectory = launch.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("TF_LOG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment[Cookie.Key] = Cookie.Value;
        start.Environment["PLUGIN_PROTOCOL_VERSIONS"] = launch.ProtocolVersions;
        start.Environment["PLUGIN_MIN_PORT"] = "10000";
        start.Environment["PLUGIN_MAX_PORT"] = "25000";
        start.Environment["PLUGIN_CLIENT_CERT"] = launch.Identity?.Pem;
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
