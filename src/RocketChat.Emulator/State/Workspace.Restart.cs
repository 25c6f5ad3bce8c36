using System.Globalization;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private const string Overwrite = "OVERWRITE_SETTING_";

    /// <summary>
    /// Starts the server anew with these environment variables: <c>OVERWRITE_SETTING_&lt;id&gt;</c> gives a setting its value again at
    /// each start; <c>SETTINGS_BLOCKED</c> and <c>SETTINGS_HIDDEN</c> list ids, with commas. Sessions survive, as on a real server.
    /// </summary>
    public void Restart(IReadOnlyDictionary<string, string> environment) => Locked(() =>
    {
        var blocked = Ids(environment, "SETTINGS_BLOCKED");
        var hidden = Ids(environment, "SETTINGS_HIDDEN");
        foreach (var (id, setting) in _settings.ToArray())
        {
            var definition = setting.Definition with { IsBlocked = blocked.Contains(id), IsHidden = setting.Definition.IsHidden || hidden.Contains(id) };
            var again = new Setting(definition, setting.UpdatedAt) { Value = setting.Value };
            _settings[id] = again;
            if (environment.TryGetValue(Overwrite + id, out var text))
            {
                Store(again, Typed(definition.Type, text));
            }
        }
    });

    private static HashSet<string> Ids(IReadOnlyDictionary<string, string> environment, string name) =>
        [.. environment.GetValueOrDefault(name, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static JsonNode Typed(string type, string text) => type switch
    {
        "boolean" => text == "true",
        "int" => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        _ => text,
    };
}
