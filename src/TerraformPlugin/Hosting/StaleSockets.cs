using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The socket folders of plugins that were killed: such a plugin cannot clean up behind itself, so the next one does when it ends.
/// </summary>
internal static partial class StaleSockets
{
    /// <summary>The name of the socket in its folder.</summary>
    public const string SocketName = "socket";

    private const string Prefix = "tfplugin-";
    private const int NoSuchProcess = 3;

    /// <summary>A fresh name for this process's folder; it tells whose it is.</summary>
    public static string NewFolderName() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()}");

    /// <summary>Removes the folders in <paramref name="parent"/> whose process is gone and whose socket nobody listens on.</summary>
    public static void Sweep(string parent)
    {
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
            {
                Remove(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or gone meanwhile: the next plugin tries again.
        }
    }

    private static void Remove(string folder)
    {
        var socket = Path.Combine(folder, SocketName);
        if (IsOfDeadProcess(folder) && IsDeaf(socket) && new DirectoryInfo(folder).LinkTarget is null)
        {
            File.Delete(socket);
            Directory.Delete(folder);
        }
    }

    private static bool IsOfDeadProcess(string folder) =>
        Path.GetFileName(folder).Split('-') is [_, var id, ..]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && Signal(process, 0) != 0
        && Marshal.GetLastPInvokeError() == NoSuchProcess;

    // The process may live in another container that shares the folder.
    private static bool IsDeaf(string socket)
    {
        try
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            probe.Connect(new UnixDomainSocketEndPoint(socket));
            return false;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
