using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Profiles;

/// <summary>User preferences that came or went with a version, with their defaults.</summary>
internal static class FurtherPreference
{
    public static IReadOnlyDictionary<string, JsonNode> UntilHideAvatars { get; } = new Dictionary<string, JsonNode>
    {
        ["audioNotifications"] = "mentions",
        ["hideAvatars"] = false,
        ["sidebarHideAvatar"] = false,
        ["showMessageInMainThread"] = false,
        ["messageViewMode"] = 0,
        ["sidebarShowDiscussion"] = true,
    };

    public static IReadOnlyDictionary<string, JsonNode> SinceDisplayAvatars { get; } = new Dictionary<string, JsonNode>
    {
        ["displayAvatars"] = true,
        ["themeAppearence"] = "auto",
        ["sidebarDisplayAvatar"] = true,
        ["showThreadsInMainChannel"] = false,
        ["alsoSendThreadToChannel"] = "default",
        ["omnichannelTranscriptEmail"] = false,
        ["notifyCalendarEvents"] = true,
        ["enableMobileRinging"] = true,
    };
}
