using System.Text.Json.Nodes;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Methods;

/// <summary>Settings, as the administration panel reads and writes them.</summary>
internal static class SettingMethods
{
    public static IEnumerable<KeyValuePair<string, ServerMethod>> All =>
    [
        new("private-settings/get", ReadAll),
        new("saveSettings", SaveMany),
        new("saveSetting", SaveOne),
    ];

    private static JsonNode? ReadAll(EndpointCall call, JsonArray parameters)
    {
        if (Visible(call) is not { } isVisible)
        {
            return new JsonArray();
        }

        var since = parameters.FirstOrDefault() is JsonObject date && date["$date"] is JsonValue moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment.GetValue<long>())
            : (DateTimeOffset?)null;
        var found = JsonText.Array(call.Workspace.Settings.All
            .Where(setting => !setting.Definition.IsHidden && isVisible(setting.Definition.Id) && !(setting.UpdatedAt <= since))
            .Select(setting => (JsonNode?)SettingView.Full(setting, call.Workspace.MasksSecrets)));
        return since is null ? found : new JsonObject { ["update"] = found, ["remove"] = new JsonArray() };
    }

    /// <returns>Whether the caller may see a setting; null if it is none at all.</returns>
    private static Func<string, bool>? Visible(EndpointCall call) =>
        call.Can("view-privileged-setting") || call.Can("edit-privileged-setting") ? _ => true
        : call.Can("manage-selected-settings") ? id => call.Can($"change-setting-{id}")
        : null;

    private static JsonNode? SaveMany(EndpointCall call, JsonArray parameters)
    {
        TwoFactor.DemandOfMethod(call, parameters);
        SettingsWriter.Save(call, parameters.FirstOrDefault() as JsonArray ?? []);
        return true;
    }

    private static JsonNode? SaveOne(EndpointCall call, JsonArray parameters)
    {
        TwoFactor.DemandOfMethod(call, parameters);
        var entry = new JsonObject
        {
            ["_id"] = ServerMethods.Text(parameters, 0),
            ["value"] = parameters.ElementAtOrDefault(1)?.DeepClone(),
        };
        SettingsWriter.Save(call, new JsonArray(entry));
        return true;
    }
}
