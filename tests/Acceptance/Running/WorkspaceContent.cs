using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator;

namespace Acceptance.Running;

/// <summary>
/// The content of an emulated workspace where it differs from the built-in one, as JSON in the form of a seed: every part that differs,
/// and of the settings those that have another value than a new server gives them.
/// </summary>
internal static class WorkspaceContent
{
    private const string Settings = "settings";

    /// <summary>The settings to which each server gives a value of its own, or, as to the status, a moment after the change.</summary>
    public static IReadOnlyCollection<string> GeneratedSettings { get; } =
    [
        "uniqueID",
        "FEDERATION_Public_Key",
        "FEDERATION_Status",
        "Federation_Service_Matrix_Signing_Key",
        "Federation_Service_Matrix_Signing_Version",
    ];

    private static readonly string[] Times = ["createdAt", "updatedAt"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The present content, without the times at which something was made or changed.</summary>
    public static async Task<string> ReadAsync(Uri server, string version)
    {
        var options = new EmulatorOptions { VersionProfile = version };
        await using var builtIn = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        var usual = await GetAsync(builtIn.Url);
        var content = await GetAsync(server);
        foreach (var (name, part) in usual.Where(part => part.Key != Settings))
        {
            if (JsonNode.DeepEquals(part, content[name]))
            {
                content.Remove(name);
            }
        }

        return content.ToJsonString(Readable);
    }

    /// <summary>Gives a new workspace this content: its settings beside those that it has, each other part in place of its own.</summary>
    public static async Task WriteAsync(Uri server, string content)
    {
        var workspace = await GetAsync(server);
        foreach (var (name, part) in JsonNode.Parse(content)!.AsObject())
        {
            if (name != Settings)
            {
                workspace[name] = part!.DeepClone();
                continue;
            }

            foreach (var (id, value) in part!.AsObject())
            {
                workspace[Settings]![id] = value!.DeepClone();
            }
        }

        using var client = new HttpClient();
        var answer = await client.PutAsJsonAsync(State(server), workspace, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// The part of a content that a provider can change: settings, and the roles in rooms, a line each. The recording has the form that the
    /// emulator had at that time, and values that each server generates for itself. Rooms count only where the recording has them.
    /// </summary>
    public static IEnumerable<string> Managed(string content, string recorded)
    {
        var hasRooms = JsonNode.Parse(recorded)!.AsObject().ContainsKey("rooms");
        var parts = JsonNode.Parse(content)!.AsObject();
        var settings = from setting in parts[Settings]?.AsObject() ?? []
                       where !GeneratedSettings.Contains(setting.Key)
                       select $"{setting.Key} = {setting.Value?.ToJsonString()}";
        var roles = from room in hasRooms ? parts["rooms"]?.AsArray() ?? [] : []
                    from member in room!["members"]?.AsArray() ?? []
                    select $"{room["id"]} {member!["username"]} {member["roles"]?.ToJsonString()}";
        return settings.Concat(roles).Order(StringComparer.Ordinal);
    }

    private static async Task<JsonObject> GetAsync(Uri server)
    {
        using var client = new HttpClient();
        var content = (await client.GetFromJsonAsync<JsonObject>(State(server), TestContext.Current.CancellationToken))!;
        RemoveTimes(content);
        return content;
    }

    private static Uri State(Uri server) => new(server, "_emulator/state");

    private static void RemoveTimes(JsonNode? node)
    {
        if (node is JsonObject parts)
        {
            foreach (var time in Times)
            {
                parts.Remove(time);
            }
        }

        foreach (var child in node switch
        {
            JsonObject inner => inner.Select(part => part.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            RemoveTimes(child);
        }
    }
}
