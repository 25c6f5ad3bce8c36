using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;
using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>The workspace's name and address, the REST API and its limits.</summary>
internal static class GeneralSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) =>
    [
        String("Site_Name", "Rocket.Chat") with { IsPublic = true },
        String("Site_Url") with { IsPublic = true, IsSiteUrlAtFirst = true },
        String("Organization_Name"),
        String("Organization_Email"),
        Boolean("Allow_Marketing_Emails", true),
        Select("Show_Setup_Wizard", "completed", "pending", "in_progress", "completed") with { IsPublic = true },
        Boolean("Update_EnableChecker", true),
        String("uniqueID", Guid.NewGuid().ToString()) with { IsPublic = true, IsGenerated = true },
        String("Language") with { IsPublic = true },
        Boolean("Force_SSL", false) with { IsPublic = true },
        String("Default_Referrer_Policy", "same-origin"),
        Boolean("UI_Allow_room_names_with_special_chars", false) with { IsPublic = true },
        Boolean("UI_DisplayRoles", true) with { IsPublic = true },
        String("UTF8_Channel_Names_Validation", "[0-9a-zA-Z-_.]+") with { IsPublic = true },
        new SettingDefinition("theme-color-primary-background-color", "color", "#04436A") with { IsPublic = true },
        new SettingDefinition("Layout_Home_Body", "code", "") with { IsPublic = true },
        new SettingDefinition("Custom_Script_Logged_In", "code", "") with { IsPublic = true },
        Number("Message_MaxAllowedSize", 5000) with { IsPublic = true },
        Boolean("Message_AllowEditing", true) with { IsPublic = true },
        new SettingDefinition("Hide_System_Messages", "multiSelect", new JsonArray()) with { IsPublic = true },
        Number("FileUpload_MaxFileSize", 104857600) with { IsPublic = true },
        Boolean("API_Allow_Infinite_Count", true),
        Number("API_Default_Count", 50),
        Number("API_Upper_Count_Limit", 100),
        String("API_CORS_Origin", "*"),
        Boolean("API_Enable_Rate_Limiter", true),
        Boolean("API_Enable_Rate_Limiter_Dev", true),
        Number("API_Enable_Rate_Limiter_Limit_Calls_Default", 10),
        Number("API_Enable_Rate_Limiter_Limit_Time_Default", 60000),
        .. profile.UserViewsAreTrimmed
            ? new[] { Boolean("API_Apply_permission_view-outside-room_on_users-list", false) with { IsPublic = true } }
            : [],
    ];
}
