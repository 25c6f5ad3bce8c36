using System.Net;
using System.Net.Sockets;
using NameServers;
using RocketChat.Client.HostNames;
using RocketChat.Emulator.Dns;

namespace RocketChat.Client.Tests.HostNames;

/// <summary>The addresses of a host by the hosts file and by DNS, as hosts(5) and resolv.conf(5) describe them.</summary>
public sealed class HostAddressesTests : IAsyncLifetime
{
    private const string Zone = """
        www        A     192.0.2.1
        www        AAAA  2001:db8::1
        v6         AAAA  2001:db8::6
        alias      CNAME www.example.org.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hostnames-");
    private readonly NameServer _server = new(Answering.Resolving(ZoneFile.Parse("example.org", Zone)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems resolve names themselves.");
        Write("resolv.conf", "nameserver 127.0.0.1\n");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::7")]
    public async Task Of_Address_AsksNobody(string address)
    {
        Assert.Equal([IPAddress.Parse(address)], await OfAsync(address));
        Assert.Empty(_server.Questions);
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("CHAT.Example.org")]
    [InlineData("chat.example.org.")]
    public async Task Of_NameInTheHostsFile_AsksNobody(string name)
    {
        Write("hosts", "# 192.0.2.8 chat\n127.0.0.1 localhost\n 127.0.0.5\tchat.example.org chat # the one\n127.0.0.6 other\n");

        Assert.Equal([IPAddress.Parse("127.0.0.5")], await OfAsync(name));
        Assert.Empty(_server.Questions);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("chat.LOCALHOST")]
    public async Task Of_LocalhostWithoutAHostsFile_IsThisMachine(string name)
    {
        var addresses = await OfAsync(name);

        Assert.Contains(IPAddress.Loopback, addresses);
        Assert.All(addresses, address => Assert.True(IPAddress.IsLoopback(address)));
        Assert.Empty(_server.Questions);
    }

    [Theory]
    [InlineData("www.example.org")]
    [InlineData("alias.example.org")]
    public async Task Of_NameInDns_HasTheAddressesOfBothFamilies(string name)
    {
        Assert.Equal(
            [IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::1")],
            (await OfAsync(name)).OrderBy(address => address.AddressFamily));
    }

    [Fact]
    public async Task Of_NameWithIPv6Only_IsFound() =>
        Assert.Equal([IPAddress.Parse("2001:db8::6")], await OfAsync("v6.example.org"));

    [Fact]
    public async Task Of_ShortName_IsSearchedInTheDomains()
    {
        Write("resolv.conf", "search example.net example.org.\nnameserver 127.0.0.1\n");

        Assert.NotEmpty(await OfAsync("www"));
        Assert.Equal(["www.example.net", "www.example.org"], NamesAsked());
    }

    [Fact]
    public async Task Of_NameWithFewerDotsThanNdots_IsSearchedFirst()
    {
        Write("resolv.conf", "nameserver 127.0.0.1\nsearch svc.cluster.local\noptions edns0 ndots:5\n");

        Assert.NotEmpty(await OfAsync("www.example.org"));
        Assert.Equal(["www.example.org.svc.cluster.local", "www.example.org"], NamesAsked());
    }

    [Fact]
    public async Task Of_AbsoluteName_IsNotSearched()
    {
        Write("resolv.conf", "nameserver 127.0.0.1\nsearch example.net\noptions ndots:5\n");

        Assert.NotEmpty(await OfAsync("www.example.org."));
        Assert.Equal(["www.example.org"], NamesAsked());
    }

    [Fact]
    public async Task Of_UnknownName_IsNoSuchHost()
    {
        var failure = await Assert.ThrowsAsync<SocketException>(() => OfAsync("nowhere.example.org"));

        Assert.Equal(SocketError.HostNotFound, failure.SocketErrorCode);
    }

    [Fact]
    public async Task Of_NameThatIsNone_IsNoSuchHostOrNoAnswer()
    {
        var failure = await Assert.ThrowsAsync<SocketException>(() => OfAsync(new string('a', 64) + ".example.org"));

        Assert.Contains(failure.SocketErrorCode, (SocketError[])[SocketError.HostNotFound, SocketError.TryAgain]);
    }

    [Fact]
    public async Task Of_ServerThatFails_IsToBeTriedAgain()
    {
        _server.Answer = _ => new DnsAnswer { Code = ResponseCode.ServFail };

        var failure = await Assert.ThrowsAsync<SocketException>(() => OfAsync("www.example.org"));

        Assert.Equal(SocketError.TryAgain, failure.SocketErrorCode);
    }

    [Fact]
    public async Task Of_ServerThatIsSilent_EndsWithTheCaller()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _server.Answer = _ =>
        {
            stop.Cancel();
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Addresses().OfAsync("www.example.org", stop.Token));
    }

    private HostAddresses Addresses() => new(Path("hosts"), Path("resolv.conf"), _server.EndPoint.Port);

    private Task<IPAddress[]> OfAsync(string host) => Addresses().OfAsync(host, Token);

    private IEnumerable<string> NamesAsked() => _server.Questions.Select(question => question.Name.TrimEnd('.')).Distinct();

    private string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);

    private void Write(string file, string text) => File.WriteAllText(Path(file), text);
}
