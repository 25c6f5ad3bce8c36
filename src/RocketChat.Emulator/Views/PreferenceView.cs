using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>The preferences in effect for a user: the user's own, and the workspace's defaults for the rest.</summary>
internal static class PreferenceView
{
    public static JsonObject Of(User user, WorkspaceState workspace)
    {
        var preferences = new JsonObject();
        foreach (var setting in workspace.Settings.All.Where(DefaultPreferences.Contain))
        {
            preferences[setting.Definition.Id[DefaultPreferences.Prefix.Length..]] = setting.Value?.DeepClone();
        }

        foreach (var (key, value) in user.Preferences)
        {
            preferences[key] = value?.DeepClone();
        }

        return preferences;
    }
}
