using System.Diagnostics;
using System.Net;
using DnsClient;
using NameServers.Installed;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>Programs that send dynamic updates: BIND and the emulator accept the same ones.</summary>
public sealed class DnsUpdateSenderTests
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "update.mjs");

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Update_OfEitherSender_IsTakenByEitherServer(bool byNsUpdate, bool toBind)
    {
        Assert.SkipWhen(byNsUpdate && InstalledServers.NsUpdate is null, "nsupdate is not installed (Debian: bind9-dnsutils)");
        Assert.SkipWhen(toBind && InstalledServers.Named is null, "named is not installed (Debian: bind9)");
        await using var served = ServedZone.With("key TXT old");
        await using var bind = toBind ? await BindServer.StartAsync("example.org", "@ NS ns1\nns1 A 127.0.0.1\nkey TXT old") : null;
        var server = bind?.EndPoint ?? served.Server.EndPoint;

        var (code, said) = await SendAsync(byNsUpdate, $"""
            server 127.0.0.1 {server.Port}
            zone example.org
            update delete key.example.org. TXT
            update add key.example.org. 60 IN TXT "{new string('a', 255)}" "b c"
            update add _rocketchat._https.chat.example.org. 60 SRV 1 2 443 chat.example.org.
            send
            """);

        Assert.Equal((0, ""), (code, said));
        var client = new LookupClient(new LookupClientOptions(server) { UseCache = false });
        var key = Assert.Single((await AskAsync("key.example.org", QueryType.TXT)).Answers.TxtRecords());
        var service = Assert.Single((await AskAsync("_rocketchat._https.chat.example.org", QueryType.SRV)).Answers.SrvRecords());
        Assert.Equal([new string('a', 255), "b c"], key.Text);
        Assert.Equal(
            (60, 1, 2, 443, "chat.example.org."),
            (service.InitialTimeToLive, service.Priority, service.Weight, service.Port, service.Target.Value));

        Task<IDnsQueryResponse> AskAsync(string name, QueryType type) =>
            client.QueryAsync(name, type, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Update_OfNsUpdateWithoutZone_FindsTheZoneAndKeepsTheCondition()
    {
        Assert.SkipWhen(InstalledServers.NsUpdate is null, "nsupdate is not installed (Debian: bind9-dnsutils)");
        await using var served = ServedZone.With("key TXT old");

        var kept = await SendAsync(byNsUpdate: true, Lines("nxrrset"));
        var changed = await SendAsync(byNsUpdate: true, Lines("yxrrset"));

        Assert.NotEqual(0, kept.Code);
        Assert.Contains("YXRRSET", kept.Said, StringComparison.Ordinal);
        Assert.Equal((0, ""), changed);
        Assert.Equal(["key 300 TXT \"old\"", "key 60 TXT \"new\""], served.At("key"));

        string Lines(string condition) => $"""
            server 127.0.0.1 {served.Server.EndPoint.Port}
            prereq {condition} key.example.org. TXT
            update add key.example.org. 60 TXT "new"
            send
            """;
    }

    [Theory]
    [InlineData("example.com", "NOTAUTH")]
    [InlineData("example.org", "NOTZONE")]
    public async Task Update_OfTheScriptRefused_NamesTheCodeAndFails(string zone, string expected)
    {
        await using var served = ServedZone.With();

        var (code, said) = await SendAsync(
            byNsUpdate: false, $"server 127.0.0.1 {served.Server.EndPoint.Port}\nzone {zone}\nupdate add a.example.net. 60 TXT x\nsend");

        Assert.Equal((1, true), (code, said.Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Update_OfTheScriptToNobody_Fails()
    {
        IPEndPoint gone;
        await using (var served = ServedZone.With())
        {
            gone = served.Server.EndPoint;
        }

        var (code, said) = await SendAsync(
            byNsUpdate: false, $"server 127.0.0.1 {gone.Port}\nzone example.org\nupdate add a.example.org. 60 TXT x\nsend");

        Assert.Equal((1, true), (code, said.Contains("ECONNREFUSED", StringComparison.Ordinal)));
    }

    private static async Task<(int Code, string Said)> SendAsync(bool byNsUpdate, string lines)
    {
        var start = byNsUpdate ? new ProcessStartInfo(InstalledServers.NsUpdate!, ["-t", "5"]) : new ProcessStartInfo("node", [Script]);
        (start.RedirectStandardInput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(lines + "\n");
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
