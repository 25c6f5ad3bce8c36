using System.Globalization;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
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
            var definition = setting.Definition with { IsBlocked = blocked.Contains(id), IsHiddenAtStart = hidden.Contains(id) };
            var again = new Setting(definition, setting.UpdatedAt) { Value = setting.Value };
            _settings[id] = again;
            if (environment.TryGetValue(Overwrite + id, out var text) && Typed(definition.Type, text, setting.Value) is var value && !JsonNode.DeepEquals(value, setting.Value))
            {
                Store(again, value);
            }
        }
    });

    private static HashSet<string> Ids(IReadOnlyDictionary<string, string> environment, string name) =>
        [.. environment.GetValueOrDefault(name, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    // The server looks for true and false whatever the type; of what is no number it makes one that JSON cannot write.
    private static JsonNode? Typed(string type, string text, JsonNode? present) => type switch
    {
        _ when bool.TryParse(text, out var flag) => flag,
        "int" => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        "multiSelect" => Parameters.TryParse(text, out var list) ? list : present,
        _ => text,
    };
}
