using System.Text.Json.Nodes;
using Acceptance.Running;

namespace Acceptance;

/// <summary>Provider functions, which need neither a provider block nor a server.</summary>
public sealed class FunctionTests
{
    private static readonly (string Call, string Result)[] Calls =
    [
        ("""txt_chunks("key")""", """["key"]"""),
        ("""record_name("_rocketchat._https.Chat.example.org.", "example.org")""", "\"_rocketchat._https.chat\""),
        ("""record_name("example.org", "example.org")""", "\"@\""),
        ("""parse_owner_id("GENERAL/abc")""", """{"room_id":"GENERAL","user_id":"abc"}"""),
        ("""setting_environment_name("Push_enable")""", "\"OVERWRITE_SETTING_Push_enable\""),
        ("""federation_records("example.org", "chat.example.org", null)["srv"].value""", "\"1 1 443 chat.example.org.\""),
    ];

    private static readonly (string Call, string Parameter)[] BadCalls =
    [
        ("""record_name("a.example.net", "example.org")""", "zone"),
        ("""record_name("a", "example.org")""", "fqdn"),
        ("""federation_records("example.org", "chat.example.org", "key")""", "public_key"),
        ("""parse_owner_id("GENERAL")""", "id"),
        ("""setting_environment_name("two words")""", "setting_id"),
        ("""txt_chunks(null)""", "text"),
    ];

    [Theory, EveryToolchain(Needs = LeastVersions.OfFunctions)]
    public async Task Call_WithoutServer_GivesResultInThePlan(Toolchain toolchain)
    {
        using var sandbox = await WithAsync(toolchain, [.. Calls.Select(c => c.Call)]);

        (await sandbox.PlanAsync()).HasChanges();

        var outputs = (await sandbox.ShowPlanAsync())["planned_values"]!["outputs"]!;
        foreach (var (i, (call, result)) in Calls.Index())
        {
            var planned = outputs[$"result{i}"]!["value"];
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(result), planned), $"{call} gives {planned?.ToJsonString()}");
        }
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfFunctions)]
    public async Task FederationRecords_AreThoseOfTheDataSource(Toolchain toolchain)
    {
        using var sandbox = await WithAsync(toolchain, $"""
            federation_records("chat.example.org", "chat.example.org", "{FederationKey.Text}") == (
              data.rocketchat_federation_dns.this.records
            )
            """);
        sandbox.Environment["ROCKETCHAT_URL"] = "http://127.0.0.1:1";
        sandbox.Environment["ROCKETCHAT_USER_ID"] = "any";
        sandbox.Environment["ROCKETCHAT_AUTH_TOKEN"] = "any";
        sandbox.Write("data.tf", $$"""
            data "rocketchat_federation_dns" "this" {
              domain     = "chat.example.org"
              target     = "chat.example.org"
              public_key = "{{FederationKey.Text}}"
            }
            """);

        (await sandbox.ApplyAsync()).Succeeds().Says("result0 = true");
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfFunctions)]
    public async Task Call_WithBadArgument_NamesTheParameter(Toolchain toolchain)
    {
        using var sandbox = await WithAsync(toolchain, [.. BadCalls.Select(c => c.Call)]);

        var validation = (await sandbox.ValidateAsync()).Fails();

        foreach (var (_, parameter) in BadCalls)
        {
            validation.Says($"Invalid value for \"{parameter}\" parameter");
        }
    }

    [Theory, EveryToolchain(Needs = LeastVersions.OfFunctions)]
    public async Task Call_WithUnknownArgument_IsKnownAfterApply(Toolchain toolchain)
    {
        using var sandbox = await WithAsync(toolchain, "txt_chunks(terraform_data.this.output)");
        sandbox.Write("data.tf", """
            resource "terraform_data" "this" {
              input = "key"
            }
            """);

        (await sandbox.PlanAsync()).Says("result0 = (known after apply)");
        (await sandbox.ApplyPlanAsync()).Succeeds().Says("\"key\"");
    }

    private static async Task<Sandbox> WithAsync(Toolchain toolchain, params string[] calls)
    {
        var sandbox = new Sandbox(toolchain);
        sandbox.Write("provider.tf", RequiredProvider.Block);
        sandbox.Write("main.tf", string.Join('\n', calls.Select((call, i) => $$"""
            output "result{{i}}" {
              value = provider::rocketchat::{{call}}
            }
            """)));
        (await sandbox.InitAsync()).Succeeds();
        return sandbox;
    }
}
