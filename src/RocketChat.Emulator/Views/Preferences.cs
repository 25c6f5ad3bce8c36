using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Views;

/// <summary>The preferences of a user who never chose any: the workspace's defaults.</summary>
internal static class Preferences
{
    public static JsonObject Of(VersionProfile profile)
    {
        var preferences = new JsonObject
        {
            ["enableAutoAway"] = true,
            ["idleTimeLimit"] = 300,
            ["desktopNotificationRequireInteraction"] = false,
            ["desktopNotifications"] = "all",
            [profile.PushPreference] = "all",
            ["unreadAlert"] = true,
            ["useEmojis"] = true,
            ["convertAsciiEmoji"] = true,
            ["autoImageLoad"] = true,
            ["saveMobileBandwidth"] = true,
            ["collapseMediaByDefault"] = false,
            ["hideUsernames"] = false,
            ["hideRoles"] = false,
            ["hideFlexTab"] = false,
            ["sidebarGroupByType"] = true,
            ["sidebarViewMode"] = "medium",
            ["sidebarShowUnread"] = false,
            ["sidebarSortby"] = "activity",
            ["sidebarShowFavorites"] = true,
            ["sendOnEnter"] = "normal",
            ["emailNotificationMode"] = "mentions",
            ["newRoomNotification"] = "door",
            ["newMessageNotification"] = "chime",
            ["muteFocusedConversations"] = true,
            ["notificationsSoundVolume"] = 100,
        };
        foreach (var (key, value) in profile.FurtherPreferences)
        {
            preferences[key] = value.DeepClone();
        }
        return preferences;
    }
}
