using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator.Faults;

namespace Acceptance;

/// <summary>
/// The secrets of the newest server, in one run with all logs: no form of them is in what a person sees, or in an attribute that is not
/// sensitive.
/// </summary>
public sealed class SecretOutputTests
{
    // With what encoders escape: quotes, &, +, letters beyond ASCII, line breaks.
    private const string Stored = "-----BEGIN X-----\nSTORED\"&+é/MARK<1>\nSTOREDlineMARK2==\n-----END X-----\n";
    private const string Given = "GIVEN\"&+ü/MARK<3>\nGIVENlineMARK4==\n";

    // Secret by their names alone: no server marks them.
    private static readonly string[] Unmarked = ["SMTP_Username", "Jitsi_Application_Secret", "AutoTranslate_DeepLAPIKey"];

    private static string[] Forms { get; } = [.. new[] { Stored, Given }.SelectMany(FormsOf).Distinct()];

    [BehaviorRow("setting", "sensitive")]
    [BehaviorRow("setting", "write-only")]
    [Theory]
    [EveryToolchain("sensitive_value")]
    [EveryToolchain("sensitive_value_wo", Needs = "terraform 1.11, tofu 1.11")]
    public async Task ImportPlanAndApply_WithTraceLogs_ShowNoFormOfASecret(Toolchain toolchain, string attribute)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, "");
        await using var workspace = new LiveWorkspace(fixture.Cli.Environment);
        var shown = await workspace.SettingIdsAsync();
        string[] ids =
        [
            .. CatalogSettings.Writable().Where(CatalogSettings.IsSecret).Select(CatalogSettings.IdOf).Union(Unmarked).Where(id =>
                shown.Contains(id) && fixture.Workspace.GetSetting(id)?.GetValueKind() == JsonValueKind.String),
        ];
        Assert.True(ids.Length > 40, $"only {ids.Length} secrets");
        fixture.Cli.Write("main.tf", Module(ids, attribute));
        fixture.Cli.Write("given.txt", Given);
        fixture.Cli.Environment["TF_LOG"] = "trace";
        foreach (var id in ids)
        {
            fixture.Workspace.SetSetting(id, Stored);
        }

        AssertHidden((await fixture.Cli.PlanAsync()).HasChanges().Says(
            attribute == "sensitive_value" ? "(sensitive value)" : "sensitive_value_wo_version"));
        AssertHidden(await fixture.Cli.ShowPlanAsync());
        AssertHidden((await fixture.Cli.ApplyPlanAsync()).Succeeds());
        AssertHidden(await fixture.Cli.ShowStateAsync());
        Assert.All(ids, id => Assert.Equal(Given, fixture.Workspace.GetSetting(id)!.GetValue<string>()));

        // Somebody rotates the secrets by hand; then the server refuses the writes and repeats what it heard.
        foreach (var id in ids)
        {
            fixture.Workspace.SetSetting(id, Stored);
        }

        AssertHidden((await fixture.Cli.PlanAsync()).HasChanges().Says("Changed outside of this configuration"));
        AssertHidden(await fixture.Cli.ShowPlanAsync());
        fixture.Faults.Add(new Fault
        {
            Kind = FaultKind.Status,
            Method = "POST",
            Path = "/api/v1/settings*",
            Status = 400,
        });
        AssertHidden(await fixture.Cli.ApplyPlanAsync());
        AssertHidden(JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(fixture.Cli.Folder, "terraform.tfstate"), TestContext.Current.CancellationToken))!);
    }

    private static string Module(string[] ids, string attribute) => string.Join('\n', ids.Select(id => Imported(id, attribute))) + $$"""

        data "rocketchat_setting" "each" {
          for_each   = toset({{JsonSerializer.Serialize(ids)}})
          setting_id = each.key
        }

        data "rocketchat_settings" "all" {}

        output "values" {
          value = { for id, setting in data.rocketchat_setting.each : id => setting.value }
        }

        output "all_values" {
          value = data.rocketchat_settings.all.values
        }
        """;

    private static string Imported(string id, string attribute) => $$"""
        resource "rocketchat_setting" "{{id}}" {
          setting_id = "{{id}}"
          {{attribute}} = file("given.txt")
          {{(attribute == "sensitive_value" ? "" : "sensitive_value_wo_version = 1")}}
        }

        import {
          to = rocketchat_setting.{{id}}
          id = "{{id}}"
        }
        """;

    private static void AssertHidden(CommandResult result)
    {
        var output = result.Output + result.ErrorOutput;
        result.Expect(!Forms.Any(form => output.Contains(form, StringComparison.Ordinal)), "not to show a secret");
    }

    private static void AssertHidden(JsonNode? node, string path = "")
    {
        switch (node)
        {
            case JsonObject entry:
                foreach (var (name, value) in entry.Where(e => !e.Key.StartsWith("sensitive_value", StringComparison.Ordinal)))
                {
                    AssertHidden(value, $"{path}.{name}");
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    AssertHidden(item, path + "[]");
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                // The private state, which no CLI shows, may hold the values from before.
                if (!path.EndsWith(".private", StringComparison.Ordinal))
                {
                    var text = value.GetValue<string>();
                    Assert.False(Forms.Any(form => text.Contains(form, StringComparison.Ordinal)), $"There is a secret in {path}.");
                }

                break;
        }
    }

    private static IEnumerable<string> FormsOf(string secret)
    {
        string[] texts =
        [
            secret, secret.Trim(),
            .. secret.Split('\n').Where(line => line.Contains("MARK", StringComparison.Ordinal)),
        ];
        return texts.SelectMany(text => (string[])
        [
            text,
            JavaScriptEncoder.Default.Encode(text),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)),
            Uri.EscapeDataString(text),
            WebUtility.UrlEncode(text),
            WebUtility.HtmlEncode(text),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='),
        ]);
    }
}
