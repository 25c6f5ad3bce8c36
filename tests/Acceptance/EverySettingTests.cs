using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// Every setting of every type at once, on every version: applied, in place, and put back. The CLIs share the versions.
/// </summary>
public sealed class EverySettingTests
{
    private static readonly string[] Versions = ["3.11", "6.5", "7.10", "8.6", "8.8", "9.0"];

    // Types whose value a configuration can write; the others are buttons, files and headings.
    private static readonly string[] Types =
    [
        "boolean", "code", "color", "font", "int", "language", "lookup", "multiLookup", "multiSelect", "password", "range", "relativeUrl",
        "select", "string", "timespan", "timezone",
    ];

    public static TheoryData<Toolchain, string> EachVersionOnce() =>
        new(Versions.Select((version, index) => (Toolchain.All[index % Toolchain.All.Count], version)));

    [Theory, MemberData(nameof(EachVersionOnce), DisableDiscoveryEnumeration = true)]
    public async Task Lifecycle_OfEverySetting_WritesEachAndPutsItBack(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, "", new() { VersionProfile = version });
        await using var workspace = new LiveWorkspace(fixture.Cli.Environment);
        var shown = await workspace.SettingIdsAsync();
        var settings = CatalogSettings.Writable()
            .Where(setting => Types.Contains(setting["type"]!.ToString()))
            .Select(setting => (Line: setting, Id: CatalogSettings.IdOf(setting)))
            .Select(setting => (setting.Line, setting.Id, Before: fixture.Workspace.GetSetting(setting.Id)!))
            .Where(setting => shown.Contains(setting.Id) && setting.Before is JsonValue or JsonArray)
            .Select(setting => (setting.Id, setting.Before, After: Other(setting.Before, setting.Line)))
            .ToArray();
        Assert.True(settings.Length > 500, $"only {settings.Length} settings");
        fixture.Cli.Write("main.tf", Module(settings.Select(setting => (setting.Id, setting.After))));

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.All(settings, setting => Assert.Equal(Json(setting.After), Json(fixture.Workspace.GetSetting(setting.Id)!)));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();

        Assert.All(settings, setting => Assert.Equal(Json(setting.Before), Json(fixture.Workspace.GetSetting(setting.Id)!)));
    }

    private static string Json(JsonNode value) => value.ToJsonString();

    private static JsonNode Other(JsonNode value, JsonNode setting) => value.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => value.GetValue<double>() is var number && number > (setting["minValue"]?.GetValue<double>() ?? 0)
            ? number - 1
            : number + 1,
        JsonValueKind.Array =>
            Choices(setting).Append("one").Select(choice => new JsonArray(choice)).First(list => Json(list) != Json(value)),
        _ => Choices(setting).FirstOrDefault(choice => choice != value.ToString()) ?? value + "x",
    };

    private static IEnumerable<string> Choices(JsonNode setting) =>
        (setting["values"] as JsonArray)?.Select(choice => choice!.ToString()) ?? [];

    // Groups, because for each instance a CLI copies all instances of a resource, and for each resource it looks at all resources.
    private static string Module(IEnumerable<(string Id, JsonNode Value)> settings) =>
        string.Join("\n", settings.Chunk(50).Select((group, index) => $$"""
            locals {
              group_{{index}} = {
                {{string.Join("\n    ", group.Select(setting => $"\"{setting.Id}\" = {Literal(Json(setting.Value))}"))}}
              }
            }

            resource "rocketchat_setting" "group_{{index}}" {
              for_each = local.group_{{index}}

              setting_id = each.key
              value      = jsondecode(each.value)
              on_destroy = "restore"
            }
            """));

    // A template would begin with these signs.
    private static string Literal(string text) => JsonValue.Create(text).ToJsonString()
        .Replace("${", "$${", StringComparison.Ordinal)
        .Replace("%{", "%%{", StringComparison.Ordinal);
}
