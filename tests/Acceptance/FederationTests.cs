using Acceptance.Running;
using NameServers;
using RocketChat.Emulator;
using RocketChat.Emulator.Dns;

namespace Acceptance;

/// <summary>Federation in its three kinds: checked before it is switched on, tested afterwards.</summary>
public sealed class FederationTests
{
    internal const string Native = """
        resource "rocketchat_federation" "this" {
          domain = "Chat.Example.org"
          native = {
            allow_list       = ["partner.example", "friends.example"]
            process_presence = true
          }
        }
        """;

    private const string Bridge = """
        resource "rocketchat_federation" "this" {
          engine = "matrix_bridge"
          domain = "matrix.example.org"
          matrix_bridge = {
            homeserver_url = "http://synapse:8008"
          }
        }
        """;

    [BehaviorRow("federation", "record-damaged")]
    [Theory, EveryToolchain]
    public async Task Legacy_FromRightRecordsThroughABrokenOneToDestroy_TellsTheTruth(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = "3.11" });
        await using var dns = new NameServer(Answering.Resolving(Zone(fixture, KeyOf(fixture))));
        await WriteAsync(fixture, Legacy(fixture, dns));
        fixture.Workspace.LegacyFederationTestSucceeds = true;

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.True(IsOn(fixture, "FEDERATION_Enabled"));
        var state = await fixture.Cli.ResourceAsync("rocketchat_federation.this");
        Assert.Equal("legacy", state.Text("effective_engine"));
        Assert.Equal("ok", state["last_test"]!.Text("code"));
        Assert.Equal(KeyOf(fixture), state.Text("public_key"));
        Assert.Equal(KeyOf(fixture), state["records"]!["txt"]!.Text("text"));
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");

        dns.Answer = Answering.Resolving(Zone(fixture, Altered(KeyOf(fixture))));
        (await fixture.Cli.PlanAsync()).HasNoChanges().Says("Federation DNS is wrong").Says("txt_altered");

        dns.Answer = Answering.Resolving(Zone(fixture, KeyOf(fixture)));
        fixture.Workspace.SetSetting("FEDERATION_Enabled", false);
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 0 to add, 1 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.True(IsOn(fixture, "FEDERATION_Enabled"));

        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.False(IsOn(fixture, "FEDERATION_Enabled"));
    }

    [BehaviorRow("federation", "create-fails")]
    [Theory, EveryToolchain]
    public async Task Legacy_RecordMissing_IsTakenBackAndTheNextApplyConverges(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = "3.11" });
        await using var dns = new NameServer(Answering.Resolving(Zone(fixture, null)));
        await WriteAsync(fixture, Legacy(fixture, dns));
        fixture.Workspace.LegacyFederationTestSucceeds = true;

        (await fixture.Cli.ApplyAsync()).Fails().Says("Federation DNS is wrong").Says("txt_missing").Says("expected");

        Assert.False(IsOn(fixture, "FEDERATION_Enabled"));
        Assert.Equal("", fixture.Workspace.GetSetting("FEDERATION_Domain")!.GetValue<string>());
        Assert.Null((await fixture.Cli.ShowStateAsync())["values"]);

        dns.Answer = Answering.Resolving(Zone(fixture, KeyOf(fixture)));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.True(IsOn(fixture, "FEDERATION_Enabled"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("federation", "create-fails")]
    [Theory, EveryToolchain]
    public async Task Legacy_ServerTestFails_IsAnErrorAndTheCreateIsTakenBack(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = "3.11" });
        await using var dns = new NameServer(Answering.Resolving(Zone(fixture, KeyOf(fixture))));
        await WriteAsync(fixture, Legacy(fixture, dns));

        (await fixture.Cli.ApplyAsync()).Fails().Says("Federation test failed").Says("server_test_failed")
            .Says("Failed create is taken back");

        Assert.False(IsOn(fixture, "FEDERATION_Enabled"));
    }

    [BehaviorRow("federation", "new")]
    [Theory, EveryToolchain]
    public async Task Legacy_KeyEmptyOnTheServer_SaysWhereItIsAndTakesTheGivenOne(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = "6.5" });
        await using var dns = new NameServer(Answering.Resolving(Zone(fixture, FederationKey.Text)));
        await WriteAsync(fixture, Legacy(fixture, dns));
        (await fixture.Cli.PlanAsync()).Fails().Says("Key not generated").Says("rocketchat_federation_keys");

        fixture.Cli.Write("main.tf", Legacy(fixture, dns, $"public_key = \"{FederationKey.Text}\""));
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Legacy federation cannot send");

        Assert.True(IsOn(fixture, "FEDERATION_Enabled"));
        Assert.DoesNotContain(fixture.Requests, r => r.Contains("FEDERATION_Test_Setup", StringComparison.Ordinal)
            || r.Contains("POST /api/v1/settings/FEDERATION_Public_Key", StringComparison.Ordinal));
    }

    [Theory, EveryToolchain]
    public async Task Native_WithoutLicense_RefusedAtPlan_WithLicense_Proven(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Native);
        (await fixture.Cli.PlanAsync()).Fails().Says("License without federation");
        fixture.Workspace.HasLicense = true;

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal("chat.example.org", fixture.Workspace.GetSetting("Federation_Service_Domain")!.GetValue<string>());
        Assert.Equal("friends.example,partner.example", fixture.Workspace.GetSetting("Federation_Service_Allow_List")!.GetValue<string>());
        var state = await fixture.Cli.ResourceAsync("rocketchat_federation.this");
        Assert.Equal("Chat.Example.org", state.Text("domain"));
        Assert.Equal("ed25519:0", state.Text("signing_key_id"));
        Assert.True(state["last_test"]!["ok"]!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        fixture.Cli.Write("main.tf", Native.Replace("Chat.Example.org", "other.example.org", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).Fails().Says("Domain in use").Says("allow_domain_change");

        fixture.Cli.Write("main.tf", Native);
        (await fixture.Cli.RunAsync("state", "rm", "rocketchat_federation.this")).Succeeds();
        (await fixture.Cli.ImportAsync("rocketchat_federation.this", "federation")).Succeeds();
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("0 added").Says("0 destroyed");
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.False(IsOn(fixture, "Federation_Service_Enabled"));
    }

    [Theory, EveryToolchain]
    public async Task Bridge_VerifiedByTheServer_OrSaidNotToBe(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Bridge, new EmulatorOptions { VersionProfile = "7.10" });
        (await fixture.Cli.ApplyAsync()).Fails().Says("Federation test failed").Says("bridge_invalid");
        Assert.False(IsOn(fixture, "Federation_Matrix_enabled"));

        fixture.Workspace.SetSetting("Federation_Matrix_configuration_status", "Valid");
        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal("http://synapse:8008", fixture.Workspace.GetSetting("Federation_Matrix_homeserver_url")!.GetValue<string>());
        var plan = await fixture.Cli.PlanAsync();
        plan.HasNoChanges();
        Assert.Equal(64, (await fixture.Cli.ResourceAsync("rocketchat_federation.this")).Text("homeserver_token")!.Length);
    }

    [BehaviorRow("federation", "new")]
    [Theory, EveryToolchain]
    public async Task Engine_NotInTheVersionOrNotDecided_SaidAtPlan(Toolchain toolchain)
    {
        await using var native = await Fixture.CreateAsync(toolchain, Bridge);
        (await native.Cli.PlanAsync()).Fails().Says("Engine not in this version").Says("7.11");

        await using var both = await Fixture.CreateAsync(
            toolchain, "resource \"rocketchat_federation\" \"this\" {\n  domain = \"chat.example.org\"\n}\n",
            new EmulatorOptions { VersionProfile = "7.10" });
        (await both.Cli.PlanAsync()).Fails().Says("Engine not decided");
    }

    private static async Task WriteAsync(Fixture fixture, string module)
    {
        fixture.Cli.Write("main.tf", module);
        (await fixture.Cli.InitAsync()).Succeeds();
    }

    private static string Legacy(Fixture fixture, NameServer dns, string more = "") => $$"""
        resource "rocketchat_federation" "this" {
          engine   = "legacy"
          domain   = "chat.example.org"
          target   = "chat.example.org"
          port     = {{fixture.Url.Port}}
          protocol = "http"
          wait_for_dns = {
            timeout   = "1s"
            interval  = "1s"
            resolvers = ["{{dns.EndPoint}}"]
          }
          {{more}}
        }
        """;

    private static DnsZone Zone(Fixture fixture, string? key) => ZoneFile.Parse(
        "example.org",
        $"@ NS ns1\nns1 A 127.0.0.1\nchat A 127.0.0.1\n_rocketchat._http.chat SRV 1 1 {fixture.Url.Port} chat.example.org.\n"
        + (key is null ? "" : $"rocketchat-public-key.chat TXT {string.Join(' ', key.Chunk(255).Select(c => $"\"{new string(c)}\""))}\n"));

    private static string KeyOf(Fixture fixture) => fixture.Workspace.GetSetting("FEDERATION_Public_Key")!.GetValue<string>();

    private static string Altered(string key) => key[..100] + (key[100] == 'A' ? 'B' : 'A') + key[101..];

    private static bool IsOn(Fixture fixture, string setting) => fixture.Workspace.GetSetting(setting)!.GetValue<bool>();
}
