using System.Text.Json.Nodes;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Services;

namespace RocketChat.Emulator.Methods;

/// <summary>Settings, as the administration panel writes them.</summary>
internal static class SettingMethods
{
    public static IEnumerable<KeyValuePair<string, ServerMethod>> All =>
    [
        new("saveSettings", SaveMany),
        new("saveSetting", SaveOne),
    ];

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
