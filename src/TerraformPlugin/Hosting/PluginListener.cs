using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TerraformPlugin.Hosting;

/// <summary>The socket that the CLI connects to, already listening; disposing it leaves nothing behind.</summary>
internal sealed class PluginListener : IDisposable
{
    // The kernel's limit for a socket's path is 108 bytes on Linux and 104 on macOS, the closing zero included.
    private const int LongestPath = 103;
    private const int Backlog = 128;

    private readonly string? _directory;

    private PluginListener(Socket socket, string network, string address, string? directory)
    {
        Socket = socket;
        Network = network;
        Address = address;
        _directory = directory;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public Socket Socket { get; }

    /// <summary><c>unix</c> or <c>tcp</c>, as the handshake names it.</summary>
    public string Network { get; }

    /// <summary>The socket's absolute path, or <c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Opens the kind of socket that CLIs expect on this system.</summary>
    /// <exception cref="PluginHostException">There is no place for a socket.</exception>
    public static PluginListener Open(PluginEnvironment environment) => OperatingSystem.IsWindows()
        ? OpenTcp(environment.MinPort, environment.MaxPort)
        : OpenUnix(environment.SocketDirectory ?? Path.GetTempPath(), fallback: environment.SocketDirectory is null ? "/tmp" : null);

    /// <summary>Opens a unix socket that only this user can reach, in a folder of its own.</summary>
    /// <param name="parent">The folder for the new folder; must exist.</param>
    /// <param name="fallback">The folder to use instead when the path cannot be a socket's or cannot be announced; null for none.</param>
    public static PluginListener OpenUnix(string parent, string? fallback)
    {
        var directory = Path.GetFullPath(Path.Combine(parent, StaleSockets.NewFolderName()));
        var path = Path.Combine(directory, StaleSockets.SocketName);
        if (Objection(path) is { } objection)
        {
            return fallback is not null
                ? OpenUnix(fallback, fallback: null)
                : throw new PluginHostException($"the path of a socket in {parent} would {objection}");
        }

        if (!Directory.Exists(parent))
        {
            throw new PluginHostException(
                $"no socket can be made in {parent}: it is not a folder. Create it, or set TMPDIR to one that exists");
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var listener = new PluginListener(socket, "unix", path, directory);
        try
        {
            CreatePrivateDirectory(directory);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            RestrictToOwner(path);
            socket.Listen(Backlog);
            return listener;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            listener.Dispose();
            throw new PluginHostException($"no socket can be made in {parent}: {e.Message}", e);
        }
    }

    /// <summary>Opens the first free TCP port of the range on the loopback address.</summary>
    public static PluginListener OpenTcp(int minPort, int maxPort)
    {
        for (var port = minPort; port <= maxPort; port++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                socket.Listen(Backlog);
                return new PluginListener(socket, "tcp", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), directory: null);
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }

        throw new PluginHostException($"no port from {minPort} to {maxPort} is free on 127.0.0.1");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        Socket.Dispose();
        if (_directory is not null && Directory.Exists(_directory))
        {
            RemoveDirectory(_directory);
            StaleSockets.Sweep(Path.GetDirectoryName(_directory)!);
        }
    }

    // The handshake is one line of fields with | between them.
    private static string? Objection(string path) =>
        Encoding.UTF8.GetByteCount(path) > LongestPath ? $"be longer than the {LongestPath} bytes that a system allows"
        : path.AsSpan().ContainsAny('|', '\n', '\r') ? "hold a | or a line break, which a CLI cannot read"
        : null;

    // A crash ends the process without disposing anything.
    private void OnProcessExit(object? sender, EventArgs e) => Dispose();

    private static void RemoveDirectory(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ends; a folder that stays must not make that a crash.
        }
    }

    private static void CreatePrivateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void RestrictToOwner(string socket)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
