using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>The preferences that count for a user: the own ones, and the workspace's defaults for the rest.</summary>
internal static class PreferenceView
{
    public static JsonObject Of(User user, WorkspaceState workspace)
    {
        var preferences = new JsonObject();
        foreach (var setting in workspace.Settings.All.Where(PreferenceSettings.IsOne))
        {
            preferences[setting.Definition.Id[PreferenceSettings.Prefix.Length..]] = setting.Value?.DeepClone();
        }

        foreach (var (key, value) in user.Preferences)
        {
            preferences[key] = value?.DeepClone();
        }

        return preferences;
    }
}
