using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class PluginListenerTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenUnix_Socket_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such rights; the plugin uses TCP there");
            return;
        }

        using var listener = PluginListener.OpenUnix(_folder.Path, fallback: null);

        Assert.Equal(default, File.GetUnixFileMode(listener.Address) & Others);
        Assert.Equal(default, File.GetUnixFileMode(Path.GetDirectoryName(listener.Address)!) & Others);
    }

    [Fact]
    public void OpenUnix_ThenDispose_LeavesNothing()
    {
        var listener = PluginListener.OpenUnix(_folder.Path, fallback: null);
        Assert.StartsWith(_folder.Path, listener.Address, StringComparison.Ordinal);
        Assert.NotEmpty(_folder.Entries);

        listener.Dispose();
        listener.Dispose();

        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void OpenUnix_TooLongAPath_TakesTheFallback()
    {
        var deep = Directory.CreateDirectory(Path.Combine(_folder.Path, new string('d', 90))).FullName;

        using var listener = PluginListener.OpenUnix(deep, fallback: _folder.Path);

        Assert.Empty(Directory.EnumerateFileSystemEntries(deep));
        Assert.True(File.Exists(listener.Address));
    }

    [Fact]
    public void OpenUnix_TooLongAPathAndNoOther_ExplainsTheLimit()
    {
        var refusal = Assert.Throws<PluginHostException>(
            () => PluginListener.OpenUnix(Path.Combine(_folder.Path, new string('d', 90)), fallback: null));

        Assert.Contains("103 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void OpenUnix_PathThatNoHandshakeCanHold_TakesTheFallbackOrExplains(string name)
    {
        var parent = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

        using (var listener = PluginListener.OpenUnix(parent, fallback: _folder.Path))
        {
            Assert.Equal(_folder.Path, Path.GetDirectoryName(Path.GetDirectoryName(listener.Address)));
        }

        var refusal = Assert.Throws<PluginHostException>(() => PluginListener.OpenUnix(parent, fallback: null));
        Assert.Contains("a | or a line break", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(parent));
    }

    [Fact]
    public void OpenUnix_ParentMissing_NamesItAndDoesNotCreateIt()
    {
        var missing = Path.Combine(_folder.Path, "missing");

        var refusal = Assert.Throws<PluginHostException>(() => PluginListener.OpenUnix(missing, fallback: null));

        Assert.Contains(missing, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void OpenUnix_ParentIsAFile_NamesIt()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");

        var refusal = Assert.Throws<PluginHostException>(() => PluginListener.OpenUnix(file, fallback: null));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenTcp_FirstPortTaken_TakesTheNext()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var listener = PluginListener.OpenTcp(port, 65535);

        Assert.Equal("tcp", listener.Network);
        Assert.StartsWith("127.0.0.1:", listener.Address, StringComparison.Ordinal);
        Assert.True(int.Parse(listener.Address.Split(':')[1], CultureInfo.InvariantCulture) > port);
    }

    [Fact]
    public void OpenTcp_AllPortsTaken_NamesTheRange()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refusal = Assert.Throws<PluginHostException>(() => PluginListener.OpenTcp(port, port));

        Assert.Contains($"{port}", refusal.Message, StringComparison.Ordinal);
    }
}
