using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>Registration with the cloud. What it hands out is hidden.</summary>
internal static class CloudSettings
{
    public static IEnumerable<SettingDefinition> Of() =>
    [
        Boolean("Register_Server", false),
        Boolean("Cloud_Service_Agree_PrivacyTerms", false),
        Hidden("Cloud_Url", "https://cloud.rocket.chat"),
        Hidden("Cloud_Billing_Url", "https://billing.rocket.chat"),
        Hidden("Cloud_Workspace_Id", ""),
        Hidden("Cloud_Workspace_Name", ""),
        Hidden("Cloud_Workspace_Client_Id", ""),
        Hidden("Cloud_Workspace_Client_Secret", ""),
        Hidden("Cloud_Workspace_Client_Secret_Expires_At", 0),
        Hidden("Cloud_Workspace_PublicKey", ""),
        Hidden("Cloud_Workspace_Registration_Client_Uri", ""),
        Hidden("Cloud_Workspace_License", ""),
        Hidden("Cloud_Workspace_Access_Token", ""),
    ];
}
