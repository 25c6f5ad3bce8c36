using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Profiles;

/// <summary>The preferences that users have, with what the package gives to those who never chose. Version 4.0 renamed some.</summary>
internal static class DefaultPreferences
{
    private static readonly Dictionary<string, JsonNode> Always = new()
    {
        ["enableAutoAway"] = true,
        ["idleTimeLimit"] = 300,
        ["desktopNotificationRequireInteraction"] = false,
        ["desktopNotifications"] = "all",
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

    public static IReadOnlyDictionary<string, JsonNode> Before4 { get; } = new Dictionary<string, JsonNode>(Always)
    {
        ["mobileNotifications"] = "all",
        ["audioNotifications"] = "mentions",
        ["hideAvatars"] = false,
        ["sidebarHideAvatar"] = false,
        ["showMessageInMainThread"] = false,
        ["messageViewMode"] = 0,
        ["sidebarShowDiscussion"] = true,
    };

    public static IReadOnlyDictionary<string, JsonNode> Since4 { get; } = new Dictionary<string, JsonNode>(Always)
    {
        ["pushNotifications"] = "all",
        ["displayAvatars"] = true,
        ["themeAppearence"] = "auto",
        ["sidebarDisplayAvatar"] = true,
        ["showThreadsInMainChannel"] = false,
        ["alsoSendThreadToChannel"] = "default",
        ["omnichannelTranscriptEmail"] = false,
        ["notifyCalendarEvents"] = true,
        ["enableMobileRinging"] = true,
    };

    public static IReadOnlyDictionary<string, JsonNode> Since8 { get; } = new Dictionary<string, JsonNode>(Since4)
    {
        ["desktopNotificationVoiceCalls"] = true,
    };
}
