using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The socket folders of killed plugins. A killed plugin cannot remove its folder, so the next plugin does when it ends.
/// </summary>
internal static partial class StaleSockets
{
    /// <summary>The name of the socket in its folder.</summary>
    public const string SocketName = "socket";

    private const string Prefix = "tfplugin-";
    private const int NoSuchProcess = 3;

    /// <summary>A new name for the folder of this process, with the id of the process in it.</summary>
    public static string NewFolderName() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()}");

    /// <summary>
    /// Removes this user's folders in <paramref name="parent"/> whose process is gone and on whose socket nothing listens. Never fails and
    /// never waits, because any user may put anything into a folder for temporary files.
    /// </summary>
    public static void Sweep(string parent)
    {
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
            {
                TryRemove(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The parent is gone, or cannot be listed.
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            var socket = Path.Combine(folder, SocketName);
            if (IsOfDeadProcess(folder) && FileOwner.IsPrivateFolder(folder) && IsDeaf(socket))
            {
                File.Delete(socket);
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The folder is gone, holds something else, or its path is too long for a socket.
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
            // A listener with a full backlog lets others wait, without end.
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
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
