using System.Text.Json.Nodes;
using Acceptance.Running;
using NameServers;
using RocketChat.Emulator;
using RocketChat.Emulator.Dns;

namespace Acceptance;

/// <summary>The records that federation needs, and the verdict on those that exist.</summary>
public sealed class FederationDnsTests
{
    private const string Srv = "_rocketchat._https.chat SRV 1 1 443 chat.example.org.\n";

    private static string Txt(string text) =>
        $"rocketchat-public-key.chat TXT {string.Join(' ', text.Chunk(255).Select(c => $"\"{new string(c)}\""))}\n";

    [Theory, EveryToolchain]
    public async Task Plan_EverythingGiven_ForEachWithoutAnyServer(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            data "rocketchat_federation_dns" "needed" {
              domain     = "Chat.Example.org."
              zone       = "example.org"
              target     = "chat.example.org"
              public_key = "{{FederationKey.Text}}"
            }

            resource "terraform_data" "record" {
              for_each = data.rocketchat_federation_dns.needed.records
              input    = "${each.value.relative_name} ${each.value.type} ${each.value.value}"
            }
            """);
        fixture.Cli.Environment["ROCKETCHAT_URL"] = "https://chat.example.org";

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 2 to add").DoesNotSay("Warning");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Empty(fixture.Requests);
        Assert.Equal("_rocketchat._https.chat SRV 1 1 443 chat.example.org.", (
            await fixture.Cli.ResourceAsync("terraform_data.record[\"srv\"]")).Text("output"));
        Assert.Equal(
            $"rocketchat-public-key.chat TXT \"{FederationKey.Text[..255]}\" \"{FederationKey.Text[255..]}\"",
            (await fixture.Cli.ResourceAsync("terraform_data.record[\"txt\"]")).Text("output"));
        var needed = await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.needed");
        Assert.Null(needed["ok"]);
        Assert.Equal(443, needed["port"]!.GetValue<int>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Plan_KeyLeftOut_TakenFromTheServer(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Needed(""), new EmulatorOptions { VersionProfile = "3.11" });

        (await fixture.Cli.ApplyAsync()).Succeeds();

        var needed = await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this");
        Assert.Equal(442, needed.Text("public_key")!.Length);
        Assert.Equal(needed.Text("public_key"), needed["records"]!["txt"]!.Text("text"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Plan_ServerCannotGiveTheKey_SaysWhy(Toolchain toolchain)
    {
        await using var empty = await Fixture.CreateAsync(toolchain, Needed(""), new EmulatorOptions { VersionProfile = "6.5" });
        (await empty.Cli.PlanAsync()).Fails().HasOne("Error").Says("Key not generated").Says("Give it in `public_key`");

        await using var native = await Fixture.CreateAsync(toolchain, Needed(""), new EmulatorOptions { VersionProfile = "8.8" });
        (await native.Cli.PlanAsync()).Fails().HasOne("Error").Says("No legacy federation").Says("profile = \"matrix\"");
    }

    [Theory, EveryToolchain]
    public async Task Plan_Matrix_DocumentOrRecord(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_federation_dns" "document" {
              profile = "matrix"
              domain  = "example.org"
              target  = "chat.example.org"
            }

            data "rocketchat_federation_dns" "record" {
              profile    = "matrix"
              domain     = "example.org"
              zone       = "example.org"
              target     = "chat.example.org"
              port       = 8448
              delegation = "srv"
            }

            output "document" {
              value = data.rocketchat_federation_dns.document
            }

            output "record" {
              value = data.rocketchat_federation_dns.record.records.srv
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        var outputs = await OutputsAsync(fixture);
        Assert.Equal("https://example.org/.well-known/matrix/server", outputs["document"]!["well_known"]!.Text("url"));
        Assert.Equal("""{"m.server":"chat.example.org:443"}""", outputs["document"]!["well_known"]!.Text("body"));
        Assert.Empty(outputs["document"]!["records"]!.AsObject());
        Assert.Equal("_matrix-fed._tcp", outputs["record"]!.Text("relative_name"));
        Assert.Equal("1 1 8448 chat.example.org.", outputs["record"]!.Text("value"));
    }

    [Theory, EveryToolchain]
    public async Task Verify_RecordsRight_OkAndStable(Toolchain toolchain)
    {
        await using var dns = new NameServer(Answering.Resolving(Zone(Srv + Txt(FederationKey.Text))));
        await using var fixture = await Fixture.CreateAsync(toolchain, Verifying(dns, "fail_if_wrong = true"));

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("Warning");

        var live = await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this");
        Assert.True(live["ok"]!.GetValue<bool>());
        Assert.Empty(live["problems"]!.AsArray());
        Assert.Equal("1 1 443 chat.example.org.", live["found"]!["srv"]!["values"]![0]!.GetValue<string>());
        Assert.Equal(dns.EndPoint.ToString(), live["asked"]![0]!.Text("address"));
        Assert.Null(live["server_view"]);
        Assert.Empty(fixture.Requests);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Verify_OneCharacterBroken_NamesIt(Toolchain toolchain)
    {
        var broken = FederationKey.Text[..136] + "!" + FederationKey.Text[137..];
        await using var dns = new NameServer(Answering.Resolving(Zone(Srv + Txt(broken))));
        await using var fixture = await Fixture.CreateAsync(toolchain, Verifying(dns, ""));

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("ok = false");

        var problem = (await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this"))["problems"]!.AsArray().Single()!;
        Assert.Equal("txt_altered", problem.Text("code"));
        Assert.Equal("error", problem.Text("severity"));
        Assert.Equal("rocketchat-public-key.chat.example.org TXT", problem.Text("record"));
        Assert.Contains($"Character 137 is `!` and must be `{FederationKey.Text[136]}`.", problem.Text("hint"), StringComparison.Ordinal);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Verify_RecordMissing_DataUnlessToldToFail(Toolchain toolchain)
    {
        await using var dns = new NameServer(Answering.Resolving(Zone("_rocketchat._https.chat SRV 1 1 443 chat.example.org")));
        await using var fixture = await Fixture.CreateAsync(toolchain, Verifying(dns, ""));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var problems = (await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this"))["problems"]!.AsArray();
        Assert.Equal(["srv_target_doubled", "txt_missing"], problems.Select(p => p!.Text("code")));

        fixture.Cli.Write("main.tf", Verifying(dns, "fail_if_wrong = true"));

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Federation DNS is wrong")
            .Says("_rocketchat._https.chat.example.org SRV: srv_target_doubled expected chat.example.org. found "
                + "chat.example.org.example.org.")
            .Says("rocketchat-public-key.chat.example.org TXT: txt_missing");
    }

    [Theory, EveryToolchain]
    public async Task Verify_CorrectedWhileWaiting_EndsWell(Toolchain toolchain)
    {
        var (wrong, right) = (Answering.Resolving(Zone(Srv)), Answering.Resolving(Zone(Srv + Txt(FederationKey.Text))));
        var looks = 0;
        await using var dns = new NameServer(
            q => (q.Name.StartsWith("rocketchat-public-key.chat.example.org", StringComparison.Ordinal) && ++looks > 2 ? right : wrong)(q));
        await using var fixture = await Fixture.CreateAsync(toolchain, Verifying(dns, """
            fail_if_wrong = true
              wait = {
                timeout  = "2m"
                interval = "1s"
              }
            """));

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("ok = true");
    }

    [Theory, EveryToolchain]
    public async Task Verify_NeverCorrected_LastVerdictAfterTheWait(Toolchain toolchain)
    {
        await using var dns = new NameServer(Answering.Resolving(Zone(Srv)));
        await using var fixture = await Fixture.CreateAsync(toolchain, Verifying(dns, """wait = { timeout = "2s", interval = "1s" }"""));

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("ok = false");
    }

    [Theory, EveryToolchain]
    public async Task Verify_AfterTheRecords_AsksInTheSameApply(Toolchain toolchain)
    {
        await using var dns = new NameServer(Answering.Resolving(Zone(Srv + Txt(FederationKey.Text))));
        await using var fixture = await Fixture.CreateAsync(toolchain, $$"""
            resource "terraform_data" "records" {
              input = "as if they were created here"
            }

            {{Verifying(dns, "depends_on = [terraform_data.records]")}}
            """);

        (await fixture.Cli.PlanAsync()).HasChanges();
        Assert.Empty(dns.Questions);
        (await fixture.Cli.ApplyPlanAsync()).Succeeds().Says("ok = true");

        Assert.NotEmpty(dns.Questions);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Verify_WorkspaceAsked_ItsViewOrNull(Toolchain toolchain)
    {
        await using var dns = new NameServer(Answering.Resolving(Zone(Srv + Txt(FederationKey.Text))));
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Verifying(dns, "ask_server = true"), new EmulatorOptions { VersionProfile = "8.8" });

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("ok = true").DoesNotSay("Warning");

        Assert.Contains(fixture.Requests, r => r.Contains("dns.resolve.srv", StringComparison.Ordinal));
        Assert.Null((await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this"))["server_view"]);
    }

    public static TheoryData<string, string, string> BadInputs => new()
    {
        { "domain = \"https://chat.example.org\"", "Invalid domain name", "Write only the host name: `chat.example.org`." },
        { "domain = \"@chat.example.org\"", "Invalid domain name", "Write `chat.example.org`." },
        { "domain = \"chat.example.org:443\"", "Invalid domain name", "port" },
        { "domain = \"chat\"", "Invalid domain name", "single label" },
        { "domain = \"chat.example.org\"\nzone = \"example.net\"", "Domain outside its zone", "`example.net`" },
        { "domain = \"chat.example.org\"\npublic_key = \"MIIB\"", "Invalid public key", "must start with" },
        { "domain = \"chat.example.org\"\nresolvers = [\"9.9.9.9\"]", "Nothing to verify", "verify = true" },
        {
            "domain = \"chat.example.org\"\nverify = true\nresolvers = [\"9.9.9.9\", \"https://dns\"]",
            "Invalid name server",
            "`resolvers[1]`"
        },
        { "domain = \"chat.example.org\"\nverify = true\nresolvers = []", "Empty list", "names nobody" },
        { "domain = \"chat.example.org\"\nverify = true\nwait = { timeout = \"soon\" }", "Invalid duration", "`wait.timeout`" },
        { "domain = \"chat.example.org\"\nverify = true\nwait = { timeout = \"1m\", interval = \"10ms\" }", "Interval too short", "`1s`" },
        { "domain = \"chat.example.org\"\nport = 0", "Number out of range", "65535" },
        { "domain = \"chat.example.org\"\nprotocol = \"udp\"", "Unsupported value", "\"tcp\"" },
        { "domain = \"chat.example.org\"\ndelegation = \"srv\"", "Attribute of the other profile", "`matrix`" },
        { "domain = \"chat.example.org\"\nprofile = \"matrix\"\nprotocol = \"tcp\"", "Attribute of the other profile", "`legacy`" },
    };

    [Theory, MemberData(nameof(BadInputs))]
    public async Task Validate_BadInput_OneClearError(string attributes, string summary, string words)
    {
        await using var fixture = await Fixture.CreateAsync(
            Toolchain.Shipped, $"data \"rocketchat_federation_dns\" \"this\" {{\n{attributes}\n}}\n");

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error").Says(summary).Says(words);

        Assert.Empty(fixture.Requests);
    }

    [Fact]
    public async Task Plan_UrlIsAnAddress_TakesTheDomainAsTarget()
    {
        await using var fixture = await Fixture.CreateAsync(
            Toolchain.Shipped, $"data \"rocketchat_federation_dns\" \"this\" {{\n  domain     = \"chat.example.org\"\n  public_key = "
                + $"\"{FederationKey.Text}\"\n}}\n");

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal("1 1 443 chat.example.org.", await RecordAsync());

        fixture.Cli.Environment["ROCKETCHAT_URL"] = "https://server.example.org:8443/chat";
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.Equal("1 1 8443 server.example.org.", await RecordAsync());
        Assert.Empty(fixture.Requests);

        async Task<string?> RecordAsync() =>
            (await fixture.Cli.ResourceAsync("data.rocketchat_federation_dns.this"))["records"]!["srv"]!.Text("value");
    }

    private static DnsZone Zone(string lines) => ZoneFile.Parse("example.org", $"@ NS ns1\nns1 A 127.0.0.1\nchat A 192.0.2.80\n{lines}");

    private static string Needed(string more) => $$"""
        data "rocketchat_federation_dns" "this" {
          domain = "chat.example.org"
          target = "chat.example.org"
          {{more}}
        }
        """;

    private static string Verifying(NameServer dns, string more) => $$"""
        data "rocketchat_federation_dns" "this" {
          domain     = "chat.example.org"
          target     = "chat.example.org"
          public_key = "{{FederationKey.Text}}"
          verify     = true
          resolvers  = ["{{dns.EndPoint}}"]
          {{more}}
        }

        output "ok" {
          value = data.rocketchat_federation_dns.this.ok
        }
        """;

    private static async Task<JsonNode> OutputsAsync(Fixture fixture)
    {
        var outputs = (await fixture.Cli.ShowStateAsync())["values"]!["outputs"]!.AsObject();
        return new JsonObject(outputs.Select(o => KeyValuePair.Create(o.Key, o.Value!["value"]?.DeepClone())));
    }
}
