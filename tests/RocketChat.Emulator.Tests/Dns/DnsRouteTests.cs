using System.Net;
using System.Net.Sockets;
using RocketChat.Emulator.Dns;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary><c>dns.resolve.*</c>: 3.17 to 7.10.</summary>
public sealed class DnsRouteTests
{
    private static readonly DnsSeed Dns = new()
    {
        Zone = "example.org",
        Records = [
            "_rocketchat._https.chat SRV 1 2 443 chat",
            "rocketchat-public-key.chat TXT \"-----BEGIN \" \"PUBLIC KEY\"",
            "chat A 127.0.0.1",
        ],
    };

    [Theory]
    [InlineData("3.11", false)]
    [InlineData("6.5", true)]
    [InlineData("7.10", true)]
    [InlineData("8.8", false)]
    public async Task Resolve_EachVersion_PresentOrNot(string profile, bool isThere)
    {
        await using var emulated = await StartAsync(profile);

        var (srvStatus, srv) = await emulated.GetAsync("api/v1/dns.resolve.srv?url=_rocketchat._https.chat.example.org", user: "alice");
        var (txtStatus, txt) = await PostAsync(emulated, "rocketchat-public-key.chat.example.org");

        if (isThere)
        {
            Assert.Equal(
                (200, """{"target":"chat.example.org","priority":1,"weight":2,"port":443}"""),
                (srvStatus, srv["resolved"]!.ToJsonString()));
            Assert.Equal((200, "-----BEGIN PUBLIC KEY"), (txtStatus, txt["resolved"]!.ToString()));
        }
        else
        {
            Assert.False(srv.ContainsKey("resolved") || txt.ContainsKey("resolved"));
        }
    }

    [Theory]
    [InlineData("nobody.example.org", "ENOTFOUND")]
    [InlineData("chat.example.com", "ENOTFOUND")]
    [InlineData("chat.example.org", "ENODATA")]
    public async Task Resolve_NoRecord_GivesTheCodeOfNode(string name, string expected)
    {
        await using var emulated = await StartAsync("7.10");

        var (srvStatus, srv) = await emulated.GetAsync($"api/v1/dns.resolve.srv?url={name}");
        var (txtStatus, txt) = await PostAsync(emulated, name);

        Assert.Equal((400, $"querySrv {expected} {name}"), (srvStatus, srv["error"]!.ToString()));
        Assert.Equal((400, $"queryTxt {expected} {name}"), (txtStatus, txt["error"]!.ToString()));
    }

    [Theory]
    [InlineData("?url=chat.example.org", "{}", "invalid-params")]
    [InlineData("", """{"url":"chat.example.org"}""", "error-missing-param")]
    public async Task ResolveTxt_NameOnlyInOnePlace_IsRefused(string query, string body, string expected)
    {
        await using var emulated = await StartAsync("7.10");

        var (status, answer) = await emulated.PostAsync("api/v1/dns.resolve.txt" + query, body);

        Assert.Equal((400, expected), (status, answer["errorType"]!.ToString()));
    }

    [Fact]
    public async Task Resolve_WithAResolver_ReturnsItsRecords()
    {
        await using var served = ServedZone.With("_rocketchat._https.chat SRV 1 2 443 chat", $"key TXT \"{new string('a', 255)}\" \"b\"");
        await using var emulated = await Emulated.StartAsync(
            new EmulatorOptions { VersionProfile = "7.10", Resolver = served.Server.EndPoint });

        var (_, srv) = await emulated.GetAsync("api/v1/dns.resolve.srv?url=_rocketchat._https.chat.example.org");
        var (_, txt) = await PostAsync(emulated, "key.example.org");
        var (_, nothing) = await PostAsync(emulated, "nobody.example.org");
        var (_, noData) = await PostAsync(emulated, "chat.example.org");
        var (_, elsewhere) = await PostAsync(emulated, "example.com");

        Assert.Equal("chat.example.org", srv["resolved"]!["target"]!.ToString());
        Assert.Equal(new string('a', 255) + "b", txt["resolved"]!.ToString());
        Assert.Equal(
            ("queryTxt ENOTFOUND nobody.example.org", "queryTxt ENODATA chat.example.org"),
            (nothing["error"]!.ToString(), noData["error"]!.ToString()));
        Assert.Equal("queryTxt EREFUSED example.com", elsewhere["error"]!.ToString());
    }

    /// <summary>The codes that Node.js 14 and 22 gave for such responses.</summary>
    [Theory]
    [InlineData(1, "EFORMERR")]
    [InlineData(2, "ESERVFAIL")]
    [InlineData(3, "ENOTFOUND")]
    [InlineData(4, "ENOTIMP")]
    [InlineData(5, "EREFUSED")]
    [InlineData(9, "ENODATA")]
    public async Task Resolve_ResolverFails_GivesTheCodeOfNode(int code, string expected)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = Task.Run(() =>
        {
            var question = new byte[512];
            EndPoint client = new IPEndPoint(IPAddress.Any, 0);
            var length = socket.ReceiveFrom(question, ref client);
            var answer = question[..length];
            (answer[2], answer[3], answer[11]) = (0x81, (byte)(0x80 | code), 0);
            socket.SendTo(answer, client);
        }, TestContext.Current.CancellationToken);
        await using var emulated = await Emulated.StartAsync(
            new EmulatorOptions { VersionProfile = "7.10", Resolver = (IPEndPoint)socket.LocalEndPoint! });

        var (_, body) = await PostAsync(emulated, "key.example.org");
        await answering;

        Assert.Equal($"queryTxt {expected} key.example.org", body["error"]!.ToString());
    }

    [Fact]
    public async Task Resolve_ResolverPortClosed_ConnectionRefused()
    {
        IPEndPoint closed;
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            closed = (IPEndPoint)socket.LocalEndPoint!;
        }

        await using var emulated = await Emulated.StartAsync(new EmulatorOptions { VersionProfile = "7.10", Resolver = closed });

        var (_, body) = await emulated.GetAsync("api/v1/dns.resolve.srv?url=key.example.org");

        Assert.Equal("querySrv ECONNREFUSED key.example.org", body["error"]!.ToString());
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public async Task FederationTest_Of311_SucceedsOnlyWithCorrectRecords(bool enabled, bool rightPort, bool hasKey, bool expected)
    {
        await using var emulated = await StartAsync("3.11");
        var (zone, workspace) = (emulated.Server.Workspace.Dns, emulated.Server.Workspace);
        zone.Replace($"_rocketchat._https.chat SRV 1 2 {emulated.Server.Url.Port + (rightPort ? 0 : 1)} chat");
        zone.Change(records => hasKey || records.RemoveAll(record => record.Type == RecordType.Txt) == 1 ? 0 : 1);
        workspace.SetSetting("FEDERATION_Domain", "@Chat.example.org");
        workspace.SetSetting("FEDERATION_Enabled", enabled);

        const string Call = """{"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"FEDERATION_Test_Setup\",\"params\":[]}"}""";
        var (_, answer) = await emulated.PostAsync("api/v1/method.call/FEDERATION_Test_Setup", Call);

        Assert.Contains(
            expected ? "FEDERATION_Test_Setup_Success" : "FEDERATION_Test_Setup_Error",
            answer["message"]!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_ZoneChangedAndDumped_RestoredWithTheState()
    {
        await using var emulated = await StartAsync("7.10");
        emulated.Server.Workspace.Dns.Replace("new 60 TXT \"a \\\"quoted\\\" é\" \"\"");
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var before = emulated.Server.Workspace.Dns.Lines;

        await emulated.SendAsync("PUT", "_emulator/state", "{}", user: null);
        var emptied = emulated.Server.Workspace.Dns.Lines.Count;
        await emulated.SendAsync("PUT", "_emulator/state", state, user: null);

        Assert.Equal(2, emptied);
        Assert.Equal(before, emulated.Server.Workspace.Dns.Lines);
        Assert.Equal("a \"quoted\" é", ((INameLookup)emulated.Server.Workspace.Dns).Find("new.example.org", RecordType.Txt).Txt);
    }

    [Fact]
    public async Task StartAsync_DnsPortTaken_ThrowsIoException()
    {
        await using var first = await Emulated.StartAsync(new EmulatorOptions { DnsPort = 0 });
        var options = new EmulatorOptions { DnsPort = first.Server.DnsEndPoint!.Port };

        var error = await Assert.ThrowsAsync<IOException>(() => EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains($"port {options.DnsPort}", error.Message, StringComparison.Ordinal);
    }

    private static Task<Emulated> StartAsync(string profile) =>
        Emulated.StartAsync(new EmulatorOptions { VersionProfile = profile, Seed = DefaultSeed.Workspace with { Dns = Dns } });

    private static Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> PostAsync(Emulated emulated, string name) =>
        emulated.PostAsync($"api/v1/dns.resolve.txt?url={name}", $$"""{"url":"{{name}}"}""");
}
