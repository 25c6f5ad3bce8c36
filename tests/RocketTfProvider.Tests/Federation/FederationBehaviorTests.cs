using Acceptance.Running;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_federation</c> that no other test shows.</summary>
public sealed class FederationBehaviorTests
{
    private const string Wrong = "Warning: Federation DNS is wrong";

    [BehaviorRow("federation", "other-key")]
    [BehaviorRow("federation", "record-damaged")]
    [Fact]
    public async Task KeyOrRecord_ThatChanged_IsReportedWithThePlace()
    {
        await using var federation = await StartAsync("3.11");
        var key = federation.TextOf("FEDERATION_Public_Key");
        await using var dns = new NameServer(Answering.Resolving(Zone(key)));
        var config = Checked(dns);
        var made = (await federation.ApplyAsync(null, config)).HasNoError();
        (await federation.PlanAsync(made, config)).Says();

        dns.Answer = Answering.Resolving(Zone(key[..100] + (key[100] == 'A' ? 'B' : 'A') + key[101..]));
        var planned = await federation.PlanAsync(made, config);
        planned.Says(Wrong).With("txt_altered").With("Character ");
        Assert.Equal(made.Value, planned.Value);

        dns.Answer = Answering.Resolving(Zone(key));
        federation.Session.Workspace.SetSetting("FEDERATION_Public_Key", FederationKey.Text);
        var read = await federation.RefreshAsync(made);
        Assert.Equal(FederationKey.Text, read.At("public_key").String);
        Assert.Equal(FederationKey.Text, read.At("records.txt.text").String);
        (await federation.PlanAsync(read, config)).Says(Wrong);
    }

    [BehaviorRow("federation", "document-wrong")]
    [Fact]
    public async Task DocumentThatIsWrong_StopsNoApplyWhoseTestIsNotRequired()
    {
        await using var federation = await StartAsync("8.8");
        federation.Session.Workspace.HasLicense = true;
        await using var dns = new NameServer(Answering.Resolving(ZoneFile.Parse(
            "example.org", "@ NS ns1\nns1 A 127.0.0.1\n@ A 127.0.0.1\nchat A 127.0.0.1\n")));
        var config = Config(
            ("domain", TfValue.Of("example.org")),
            ("target", TfValue.Of("chat.example.org")),
            ("test.required", TfValue.False),
            ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])));

        (await federation.PlanAsync(null, config)).With("Warning: Federation document is wrong");
        (await federation.ApplyAsync(null, config)).HasNoError();

        Assert.True(federation.IsOn("Federation_Service_Enabled"));
    }

    [BehaviorRow("federation", "destroy-disable")]
    [BehaviorRow("federation", "destroy-keep")]
    [Theory]
    [InlineData("disable", "POST /api/v1/settings/FEDERATION_Enabled -> 200")]
    [InlineData("keep")]
    public async Task Destroy_WritesTheSwitchOrNothing(string onDestroy, params string[] writes)
    {
        await using var federation = await StartAsync("3.11");
        var made = await federation.ApplyAsync(null, Legacy(("on_destroy", TfValue.Of(onDestroy))));
        federation.Session.Server.ClearRequests();

        await federation.ApplyAsync(made, null);

        Assert.Equal(writes, federation.Session.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    private static TfValue Checked(NameServer dns) => Legacy(
        ("wait_for_dns.enabled", TfValue.True),
        ("wait_for_dns.timeout", TfValue.Of("1s")),
        ("wait_for_dns.interval", TfValue.Of("1s")),
        ("wait_for_dns.resolvers", TfValue.List([TfValue.Of(dns.EndPoint.ToString())])));

    private static DnsZone Zone(string key) => ZoneFile.Parse(
        "example.org",
        "@ NS ns1\nns1 A 127.0.0.1\nchat A 127.0.0.1\n_rocketchat._https.chat SRV 1 1 443 chat.example.org.\n"
        + $"rocketchat-public-key.chat TXT {string.Join(' ', key.Chunk(255).Select(part => $"\"{new string(part)}\""))}\n");
}
