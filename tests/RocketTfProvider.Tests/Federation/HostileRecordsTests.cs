using Acceptance.Running;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>Records of a zone whose owner writes into them what a terminal would obey, and a line that looks like an error.</summary>
public sealed class HostileRecordsTests
{
    private const string Txt = "rocketchat-public-key.chat TXT ";
    private const string Forged = "v=\u001B[31m\nError: forged \u202E\u2066";
    private const string Shown = @"v=\027[31m\010Error: forged \226\128\174\226\129\166";

    [Fact]
    public async Task TextRecord_InPlanAndApply_IsOneLineInZoneFileForm()
    {
        await using var federation = await StartAsync("3.11");
        await using var dns = new NameServer(Answering.Resolving(Zone($"{Txt}\"{Forged}\"")));
        var config = Config(
            ("engine", TfValue.Of("legacy")),
            ("domain", TfValue.Of("chat.example.org")),
            ("target", TfValue.Of("chat.example.org")),
            ("wait_for_dns.timeout", TfValue.Of("1s")),
            ("wait_for_dns.interval", TfValue.Of("1s")),
            ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])),
            ("test.enabled", TfValue.False));

        (await federation.PlanAsync(null, config)).With($"found     \"{Shown}\"");
        (await federation.ApplyAsync(null, config)).With($"found     \"{Shown}\"");
    }

    [Fact]
    public async Task ViewOfTheWorkspace_InTheVerdict_IsOneLineAndBounded()
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "6.5" });
        await using var dns = new NameServer(Answering.Resolving(Zone()));
        session.Workspace.Dns.Replace("_rocketchat._https.chat SRV 1 1 443 chat.example.org.");
        session.Workspace.Dns.Replace($"{Txt}\"{Forged}\" {string.Join(' ', Enumerable.Repeat($"\"{new string('x', 250)}\"", 20))}");
        var config = ResourceLifecycle.Config(FederationDnsSchema.Instance,
        [
            ("profile", TfValue.Of("legacy")), ("domain", TfValue.Of("chat.example.org")), ("target", TfValue.Of("chat.example.org")),
            ("public_key", TfValue.Of(FederationKey.Text)), ("verify", TfValue.True), ("ask_server", TfValue.True),
            ("fail_if_wrong", TfValue.True),
            ("resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])),
        ]);

        var read = await session.ReadDataSourceAsync("rocketchat_federation_dns", FederationDnsSchema.Instance, config);

        read.With("server_view_differs").With(@"found     v=\u001B[31m\nError: forged \u202E\u2066xxx").With("xxx …\nThe workspace");
    }

    private static DnsZone Zone(params string[] lines) => new(
        "example.org",
        [
            "@ NS ns1", "ns1 A 127.0.0.1", "chat A 127.0.0.1", "_rocketchat._https.chat SRV 1 1 443 chat.example.org.", .. lines,
        ]);
}
