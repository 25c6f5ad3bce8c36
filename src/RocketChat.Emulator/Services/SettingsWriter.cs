using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>Many settings written at once, with a strict check of their types.</summary>
internal static class SettingsWriter
{
    private const string OrganizationName = "Organization_Name";
    private const string SiteName = "Site_Name";

    /// <summary>
    /// Writes what differs, drops what it does not know, and refuses everything when one value has the wrong type or the caller may not
    /// change one of them.
    /// </summary>
    public static void Save(EndpointCall call, JsonArray settings)
    {
        var wanted = settings.OfType<JsonObject>()
            .Select(entry => (Id: EndpointCall.Text(entry, "_id") ?? "", Value: entry["value"]))
            .ToList();
        if (wanted.Find(entry => entry.Id == OrganizationName) is { Id: OrganizationName } organization && FollowsTheOrganization(call))
        {
            wanted.Add((SiteName, organization.Value));
        }

        var refused = new List<string>();
        foreach (var (id, value) in wanted)
        {
            if (!MayChange(call, id))
            {
                refused.Add(id);
            }
            else
            {
                DemandType(call, id, value);
            }
        }

        if (refused.Count > 0)
        {
            throw new ApiException("error-action-not-allowed", "Editing settings is not allowed", new JsonObject
            {
                ["method"] = "saveSettings",
                ["settingIds"] = JsonText.Array(refused),
            });
        }

        foreach (var (id, value) in wanted)
        {
            if (call.Workspace.Settings.Find(id) is { Definition.IsBlocked: false } setting && !JsonNode.DeepEquals(setting.Value, value))
            {
                SettingEffects.Store(call.Workspace, setting, value);
            }
        }
    }

    // Newer servers copy the name as long as nobody gave the site a name of its own.
    private static bool FollowsTheOrganization(EndpointCall call)
    {
        var name = call.Workspace.Settings.Find(SiteName)!;
        return call.Profile.OrganizationNamesTheSite
            && (JsonNode.DeepEquals(name.Value, name.Definition.Default)
                || call.Workspace.Settings.String(SiteName) == call.Workspace.Settings.String(OrganizationName));
    }

    private static bool MayChange(EndpointCall call, string id) =>
        call.Can("edit-privileged-setting") || (call.Can("manage-selected-settings") && call.Can($"change-setting-{id}"));

    // A setting that the server does not know is checked as text, and dropped.
    private static void DemandType(EndpointCall call, string id, JsonNode? value)
    {
        var definition = call.Workspace.Settings.Find(id)?.Definition;
        if (definition is null && call.Profile.UnknownSettingBreaksMany)
        {
            throw new BareFailureException("Cannot read property 'type' of undefined");
        }

        var type = definition?.Type ?? "string";
        if (!SettingTypes.Fits(type, value))
        {
            throw new BareFailureException($"Match error: Expected {SettingTypes.Expected(type)}, got {SettingTypes.Kind(value)}");
        }

        if (call.Profile.RefusesFractions && SettingTypes.Expected(type) == "number" && value!.GetValue<double>() % 1 != 0)
        {
            var what = $"Invalid setting value {value.ToJsonString()}";
            throw call.Profile.InvalidNumberHasCode
                ? ApiException.In("saveSettings", "error-invalid-setting-value", what)
                : ApiException.In("saveSettings", what, "Invalid setting value");
        }

        if (definition is not null && call.Profile.ChecksBounds)
        {
            SettingBounds.Demand(definition, value);
        }
    }
}
