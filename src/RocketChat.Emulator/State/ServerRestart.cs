using System.Globalization;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.State;

/// <summary>The start of a server, as far as its environment changes settings.</summary>
internal static class ServerRestart
{
    private const string Overwrite = "OVERWRITE_SETTING_";

    public static void Run(SettingStore settings, IReadOnlyDictionary<string, string> environment)
    {
        var blocked = Ids(environment, "SETTINGS_BLOCKED");
        var hidden = Ids(environment, "SETTINGS_HIDDEN");
        foreach (var present in settings.All.ToArray())
        {
            var id = present.Definition.Id;
            var setting = settings.Redeclare(
                present, present.Definition with { IsBlocked = blocked.Contains(id), IsHiddenAtStart = hidden.Contains(id) });
            if (environment.TryGetValue(Overwrite + id, out var text)
                && Typed(setting.Definition.Type, text, setting.Value) is var value
                && !JsonNode.DeepEquals(value, setting.Value))
            {
                settings.Store(setting, value);

                // The server marks a value that it took from a variable, and keeps the mark when the variable is gone.
                setting.EnvironmentValue = value;
            }
        }

        settings.Start();
    }

    private static HashSet<string> Ids(IReadOnlyDictionary<string, string> environment, string name) =>
        [.. environment.GetValueOrDefault(name, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    // The server reads true and false as booleans in every type, and stores NaN, in JSON null, for a bad number.
    private static JsonNode? Typed(string type, string text, JsonNode? present) => type switch
    {
        _ when bool.TryParse(text, out var flag) => flag,
        "int" => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        "multiSelect" => JsonText.TryParse(text, out var list) ? list : present,
        _ => text,
    };
}
