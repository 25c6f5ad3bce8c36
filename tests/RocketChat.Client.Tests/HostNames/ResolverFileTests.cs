using System.Net;
using RocketChat.Client.HostNames;

namespace RocketChat.Client.Tests.HostNames;

/// <summary>The file that names the machine's name servers, with the limits and defaults of resolv.conf(5).</summary>
public sealed class ResolverFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_MissingFile_AsksThisMachine()
    {
        var file = ResolverFile.Read(_path + ".missing");

        Assert.Equal([IPAddress.Loopback], file.Servers);
        Assert.Empty(file.Search);
        Assert.Equal((1, TimeSpan.FromSeconds(5), 2), (file.Dots, file.Timeout, file.Attempts));
    }

    [Fact]
    public void Read_Servers_KeepsTheFirstThree()
    {
        var file = Read("""
            nameserver 192.0.2.1
            ;nameserver 192.0.2.9
            nameserver no
            nameserver ::1
            nameserver 192.0.2.3
            nameserver 192.0.2.4
            """);

        Assert.Equal(["192.0.2.1", "::1", "192.0.2.3"], file.Servers.Select(server => server.ToString()));
    }

    [Fact]
    public void Read_Domains_TakesTheLastLine() =>
        Assert.Equal(["a.example", "b.example"], Read("domain example.org\nsearch a.example b.example. .").Search);

    [Fact]
    public void Read_Options_AreBounded()
    {
        var file = Read("options ndots:99 timeout:0 rotate attempts:x\noptions attempts:4");

        Assert.Equal((15, TimeSpan.FromSeconds(1), 4), (file.Dots, file.Timeout, file.Attempts));
    }

    private ResolverFile Read(string text)
    {
        File.WriteAllText(_path, text);
        return ResolverFile.Read(_path);
    }
}
