namespace RocketTfProvider.Settings;

/// <summary>
/// The values of settings that are a choice, and the bounds of those that are a range: the API reports neither, and stores any value. From
/// the settings of Rocket.Chat 3.11.1, 6.5.3, 7.10, 8.6.1 and 9.0, all versions together. Long lists, such as countries, are left out.
/// </summary>
internal static class KnownChoices
{
    /// <summary>The bounds of a range; null for any other setting.</summary>
    public static (double Least, double Most)? BoundsOf(string id) => Volumes.Contains(id) ? (0, 100) : null;

    /// <summary>The values of a choice; empty for any other setting.</summary>
    public static IReadOnlyList<string> Of(string id) => Choices.GetValueOrDefault(id, []);

    private static readonly HashSet<string> Volumes = new(StringComparer.Ordinal)
    {
        "Accounts_Default_User_Preferences_masterVolume",
        "Accounts_Default_User_Preferences_notificationsSoundVolume",
        "Accounts_Default_User_Preferences_voipRingerVolume",
    };

    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["ABAC_Attribute_Store"] = ["local", "virtru"],
        ["ABAC_PDP_Type"] = ["local", "virtru"],
        ["ABAC_Virtru_Default_Entity_Key"] = ["emailAddress", "oidcIdentifier"],
        ["Accounts_Default_User_Preferences_alsoSendThreadToChannel"] = ["default", "always", "never"],
        ["Accounts_Default_User_Preferences_audioNotifications"] = ["all", "mentions", "nothing"],
        ["Accounts_Default_User_Preferences_desktopNotifications"] = ["all", "mentions", "nothing"],
        ["Accounts_Default_User_Preferences_emailNotificationMode"] = ["nothing", "mentions"],
        ["Accounts_Default_User_Preferences_messageViewMode"] = ["0", "1", "2"],
        ["Accounts_Default_User_Preferences_mobileNotifications"] = ["all", "mentions", "nothing"],
        ["Accounts_Default_User_Preferences_newMessageNotification"] = ["none", "chime"],
        ["Accounts_Default_User_Preferences_newRoomNotification"] = ["none", "door"],
        ["Accounts_Default_User_Preferences_pushNotifications"] = ["all", "mentions", "nothing"],
        ["Accounts_Default_User_Preferences_sendOnEnter"] = ["normal", "alternative", "desktop"],
        ["Accounts_Default_User_Preferences_sidebarSortby"] = ["activity", "alphabetical"],
        ["Accounts_Default_User_Preferences_sidebarViewMode"] = ["extended", "medium", "condensed"],
        ["Accounts_Default_User_Preferences_themeAppearence"] = ["auto", "light", "dark"],
        ["Accounts_Directory_DefaultView"] = ["channels", "users"],
        ["Accounts_OAuth_Dolphin_login_style"] = ["redirect", "popup", ""],
        ["Accounts_OAuth_Wordpress_server_type"] = ["wordpress-com", "wp-oauth-server", "custom"],
        ["Accounts_RegistrationForm"] = ["Public", "Disabled", "Secret URL"],
        ["Accounts_Registration_InviteUrlType"] = ["direct", "proxy"],
        ["Apps_Framework_Source_Package_Storage_Type"] = ["gridfs", "filesystem"],
        ["Apps_Logs_TTL"] = ["7_days", "14_days", "30_days"],
        ["AutoTranslate_ServiceProvider"] = ["google-translate", "deepl-translate", "microsoft-translate", "libre-translate"],
        ["CAS_version"] = ["1.0", "2.0"],
        ["CROWD_Sync_Interval"] = ["every_10_minutes", "every_30_minutes", "every_1_hour", "every_6_hours", "every_12_hours"],
        ["CustomSounds_Storage_Type"] = ["GridFS", "FileSystem"],
        ["Default_Referrer_Policy"] =
        [
            "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin",
            "strict-origin-when-cross-origin", "unsafe-url",
        ],
        ["Default_Timezone_For_Reporting"] = ["server", "custom", "user"],
        ["Direct_Reply_Protocol"] = ["IMAP", "POP"],
        ["EmojiUpload_Storage_Type"] = ["GridFS", "FileSystem"],
        ["FEDERATION_Discovery_Method"] = ["dns", "hub"],
        ["Federation_Service_Matrix_Signing_Algorithm"] = ["ed25519"],
        ["FileUpload_Storage_Type"] = ["GridFS", "AmazonS3", "GoogleCloudStorage", "Webdav", "FileSystem"],
        ["IRC_Protocol"] = ["RFC2813"],
        ["LDAP_Background_Sync_Interval"] = ["every_1_hour", "every_6_hours", "every_12_hours", "every_24_hours", "every_48_hours"],
        ["LDAP_Encryption"] = ["plain", "tls", "ssl"],
        ["LDAP_Internal_Log_Level"] = ["disabled", "error", "warn", "info", "debug", "trace"],
        ["LDAP_Server_Type"] = ["ad", ""],
        ["LDAP_Sync_User_Active_State"] = ["none", "disable", "enable", "both"],
        ["LDAP_Sync_User_Data_Channels_GroupMembershipValidationStrategy"] = ["each_group", "once"],
        ["LDAP_Sync_User_Data_Roles_GroupMembershipValidationStrategy"] = ["each_group", "once"],
        ["Layout_Login_Template"] = ["vertical-template", "horizontal-template"],
        ["Livechat_Require_Contact_Verification"] = ["never", "once", "always"],
        ["Livechat_Routing_Method"] = ["External", "Auto_Selection", "Manual_Selection"],
        ["Livechat_abandoned_rooms_action"] = ["none", "close", "on-hold"],
        ["Livechat_agent_leave_action"] = ["none", "forward", "close"],
        ["Livechat_business_hour_type"] = ["Single", "Multiple"],
        ["Livechat_history_monitor_type"] = ["url", "title"],
        ["Livechat_widget_position"] = ["left", "right"],
        ["Log_Level"] = ["0", "1", "2"],
        ["Markdown_Parser"] = ["disabled", "original", "marked"],
        ["Message_ErasureType"] = ["Keep", "Delete", "Unlink"],
        ["Omnichannel_call_provider"] = ["none", "default-provider"],
        ["Omnichannel_sorting_mechanism"] = ["Timestamp", "Priority", "SLAs"],
        ["Organization_Type"] = ["nonprofit", "enterprise", "government", "community"],
        ["RetentionPolicy_Precision"] = ["0", "1", "2", "3"],
        ["SAML_Custom_Default_authn_context_comparison"] = ["better", "exact", "maximum", "minimum"],
        ["SAML_Custom_Default_immutable_property"] = ["Username", "EMail"],
        ["SAML_Custom_Default_logout_behaviour"] = ["SAML", "Local"],
        ["SAML_Custom_Default_signature_algorithm"] = ["SHA1", "SHA256", "SHA384", "SHA512"],
        ["SAML_Custom_Default_signature_validation_type"] = ["Response", "Assertion", "Either", "All", "None"],
        ["SAML_Custom_Default_username_normalize"] = ["None", "Lowercase"],
        ["SMS_Service"] = ["twilio", "voxtelesys", "mobex"],
        ["SMTP_Protocol"] = ["smtp", "smtps"],
        ["Search.Provider"] = ["defaultProvider", "chatpalProvider"],
        ["Search.chatpalProvider.Backend"] = ["cloud", "onsite"],
        ["Search.chatpalProvider.DefaultResultType"] = ["All", "Room", "Messages"],
        ["Server_Type"] = ["privateTeam", "publicCommunity"],
        ["Show_Setup_Wizard"] = ["pending", "in_progress", "completed"],
        ["Size"] = ["0", "1", "2", "3", "4", "5", "6", "7"],
        ["Smarsh_Interval"] = ["every_30_seconds", "every_30_minutes", "every_1_hours", "every_6_hours"],
        ["UI_Unread_Counter_Style"] = ["Same_Style_For_Mentions", "Different_Style_For_User_Mentions"],
        ["Unread_Count"] = ["all_messages", "user_mentions_only", "group_mentions_only", "user_and_group_mentions_only"],
        ["Unread_Count_DM"] = ["all_messages", "mentions_only"],
        ["Unread_Count_Omni"] = ["all_messages", "mentions_only"],
    };
}
