using System.Diagnostics;
using System.Net.Sockets;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class StaleSocketTests : IDisposable
{
    private const int NoProcess = 999_999_999;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Kill_OfAPlugin_LeavesASocketThatTheNextOneRemoves()
    {
        OnLinux();
        await using var killed = await SamplePlugin.StartAsync();
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(killed.Process.Handshake.Address)!)!;
        await using var alive = await SamplePlugin.StartAsync();
        var mine = Path.GetDirectoryName(alive.Process.Handshake.Address)!;
        killed.Process.Kill();
        await killed.WaitForExitAsync();
        var stale = Path.GetDirectoryName(killed.Process.Handshake.Address)!;
        Assert.True(Directory.Exists(stale));

        StaleSockets.Sweep(folder);
        StaleSockets.Sweep(Path.GetDirectoryName(mine)!);

        Assert.False(Directory.Exists(stale));
        Assert.True(Directory.Exists(mine));
        await alive.PingAsync();
    }

    [Fact]
    public void Sweep_DeadSocketOfADeadProcess_IsRemoved()
    {
        OnLinux();
        var stale = StaleFolder(_folder.Path);

        StaleSockets.Sweep(_folder.Path);

        Assert.False(Directory.Exists(stale));
    }

    [Fact]
    public void Sweep_SocketWithAListener_IsKept()
    {
        // The process may live in another container that shares the folder.
        OnLinux();
        var folder = NewFolder(_folder.Path);
        using var listener = Listen(folder, backlog: 8);

        StaleSockets.Sweep(_folder.Path);

        Assert.True(File.Exists(Path.Combine(folder, StaleSockets.SocketName)));
    }

    [Fact]
    public void Sweep_SocketWithAFullBacklog_IsKeptWithoutWaiting()
    {
        OnLinux();
        var folder = NewFolder(_folder.Path);
        using var listener = Listen(folder, backlog: 0);
        var waiting = new List<Socket>();
        try
        {
            while (TryConnect(folder, waiting))
            {
            }

            StaleSockets.Sweep(_folder.Path);

            Assert.True(Directory.Exists(folder));
        }
        finally
        {
            waiting.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public void Sweep_LinkToAFolder_LeavesBoth()
    {
        OnLinux();
        using var elsewhere = new TempFolder();
        var stale = StaleFolder(elsewhere.Path);
        var link = Directory.CreateSymbolicLink(Path.Combine(_folder.Path, FolderName()), stale);

        StaleSockets.Sweep(_folder.Path);

        Assert.True(link.Exists);
        Assert.True(File.Exists(Path.Combine(stale, StaleSockets.SocketName)));
    }

    [Fact]
    public async Task Sweep_FolderOfAnotherUser_IsKept()
    {
        OnLinux();
        var folder = StaleFolder(_folder.Path);
        using var chown = Process.Start(new ProcessStartInfo("chown", ["12345", folder]) { RedirectStandardError = true })!;
        await chown.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(chown.ExitCode != 0, "only root can give a folder away");

        StaleSockets.Sweep(_folder.Path);

        Assert.True(File.Exists(Path.Combine(folder, StaleSockets.SocketName)));
    }

    [Fact]
    public void Sweep_FolderThatOthersMayWriteTo_IsKept()
    {
        OnLinux();
        var folder = StaleFolder(_folder.Path);
#pragma warning disable CA1416 // Linux only: the first line skips.
        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.OtherWrite);
#pragma warning restore CA1416

        StaleSockets.Sweep(_folder.Path);

        Assert.True(Directory.Exists(folder));
    }

    [Fact]
    public void Sweep_NamesThatNoPluginGives_AreNoFault()
    {
        OnLinux();
        foreach (var name in new[] { $"{FolderName()}{new string('a', 150)}", "tfplugin-", "tfplugin--", "tfplugin-x-y", "tfplugin-0-y" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, name));
        }

        var stale = StaleFolder(_folder.Path);

        StaleSockets.Sweep(_folder.Path);
        StaleSockets.Sweep(Path.Combine(_folder.Path, "none"));

        Assert.False(Directory.Exists(stale));
        Assert.Equal(5, _folder.Entries.Count());
    }

    public void Dispose() => _folder.Dispose();

    private static void OnLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a plugin removes what others left.");

    private static string FolderName() => $"tfplugin-{NoProcess}-{Path.GetRandomFileName()}";

    private static string NewFolder(string parent)
    {
        var folder = Path.Combine(parent, FolderName());
#pragma warning disable CA1416 // Linux only: the tests skip.
        return Directory.CreateDirectory(folder, OwnerOnly).FullName;
#pragma warning restore CA1416
    }

    private static string StaleFolder(string parent)
    {
        var folder = NewFolder(parent);
        var path = Path.Combine(folder, StaleSockets.SocketName);
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));

            // A name that the disposed socket does not know, or it would remove it.
            File.Move(path, path + ".kept");
        }

        File.Move(path + ".kept", path);
        return folder;
    }

    private static Socket Listen(string folder, int backlog)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, StaleSockets.SocketName)));
        socket.Listen(backlog);
        return socket;
    }

    private static bool TryConnect(string folder, List<Socket> connected)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        connected.Add(socket);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(folder, StaleSockets.SocketName)));
            return true;
        }
        catch (SocketException refusal) when (refusal.SocketErrorCode == SocketError.WouldBlock)
        {
            return false;
        }
    }
}
