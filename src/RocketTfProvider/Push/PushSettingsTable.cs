using System.Collections.Immutable;
using RocketTfProvider.Settings;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>Which attribute of <c>rocketchat_push_settings</c> is which setting. Package values: Rocket.Chat 6.14 and 8.8.</summary>
internal static class PushSettingsTable
{
    public const string Enabled = "enabled";
    public const string GatewayEnabled = "gateway.enabled";
    public const string MobileDefault = "default_notifications.mobile";
    public const string PushEnable = "Push_enable";

    private const string Preference = "Accounts_Default_User_Preferences_";

    public static IReadOnlyDictionary<string, string> Groups { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gateway"] = "The push gateway, which hands notifications to Apple and Google for the apps from the stores. It needs a workspace that is registered: "
            + "see `rocketchat_workspace_registration`.",
        ["apns"] = "Apple's push service, for an app of your own; not used with the gateway.",
        ["apns.sandbox"] = "The same for Apple's sandbox, used while `production` is `false`.",
        ["fcm"] = "Google's push service (Firebase, HTTP v1), for an app of your own; not used with the gateway.",
        ["legacy_fcm"] = "Google's former interface. Servers from 7.0 on do not show it any more.",
        ["default_notifications"] = "What users get who never chose for themselves. It changes nothing for those who did.",
    };

    public static ImmutableArray<SettingAttribute> Settings { get; } = [.. Rows().Select(row => row with { IsShownUnmanaged = true })];

    private static SettingAttribute[] Rows() =>
    [
        Bool(Enabled, "Whether push notifications are on.", PushEnable, true) with { NeedsRestart = true },
        Bool(GatewayEnabled, "Whether to use the gateway.", "Push_enable_gateway", true) with { NeedsRestart = true },
        String("gateway.url", "Address of the gateway. Rocket.Chat's own is `https://gateway.rocket.chat`.", "Push_gateway", "https://gateway.rocket.chat") with
        {
            NeedsRestart = true,
            Validators = [Validate.NotWhiteSpace],
        },
        Bool("production", "Whether Apple's production service is used, or its sandbox. Without the gateway only.", "Push_production", true) with { NeedsRestart = true },
        Bool("show_sender_and_room", "Whether a notification tells who writes, and where.", "Push_show_username_room", true),
        Bool("show_message", "Whether a notification holds the message.", "Push_show_message", true),
        Bool(
            "fetch_content_from_server",
            "Whether apps fetch the content from the server, so that it does not pass through Apple and Google. Takes effect with a licence only (premium).",
            "Push_request_content_from_server",
            true),
        Secret("apns.key", "Private key, PEM.", "Push_apn_key"),
        Secret("apns.certificate", "Certificate, PEM.", "Push_apn_cert"),
        Secret("apns.passphrase", "Passphrase of the key.", "Push_apn_passphrase"),
        Secret("apns.sandbox.key", "Private key, PEM.", "Push_apn_dev_key"),
        Secret("apns.sandbox.certificate", "Certificate, PEM.", "Push_apn_dev_cert"),
        Secret("apns.sandbox.passphrase", "Passphrase of the key.", "Push_apn_dev_passphrase"),
        Secret("fcm.service_account_json", "The service account's JSON, as text: `file(\"…\")`. Servers have it since 6.8.", "Push_google_api_credentials") with
        {
            Validators = [ServiceAccount.Validator],
        },
        Secret("legacy_fcm.api_key", "API key.", "Push_gcm_api_key"),
        Secret("legacy_fcm.project_number", "Project number.", "Push_gcm_project_number"),
        Choice("mobile", "Push notifications: `all`, `mentions` or `nothing`.", "all", ["all", "mentions", "nothing"], "pushNotifications", "mobileNotifications"),
        Choice("desktop", "Desktop notifications: `all`, `mentions` or `nothing`.", "all", ["all", "mentions", "nothing"], "desktopNotifications"),
        Choice("email", "Mails while somebody is offline: `mentions` or `nothing`.", "mentions", ["mentions", "nothing"], "emailNotificationMode"),
        Default("require_interaction", "Whether desktop notifications stay until they are clicked.", false, "desktopNotificationRequireInteraction"),
        Default("voice_calls", "Whether calls notify on the desktop. Servers have it since 8.0.", true, "desktopNotificationVoiceCalls"),
        Default("mute_focused_conversations", "Whether the conversation on the screen makes no sound.", true, "muteFocusedConversations"),
        Default("unread_alert", "Whether unread messages show as an alert.", true, "unreadAlert"),
        Default("mobile_ringing", "Whether calls ring on phones. Servers have it since 6.0.", true, "enableMobileRinging"),
        Default("calendar_events", "Whether events of the calendar notify. Servers have it since 6.0.", true, "notifyCalendarEvents"),
        new("default_notifications.sound_volume", SettingKind.Number, "Volume of sounds, 0 to 100.", Preference + "notificationsSoundVolume")
        {
            PackageValue = "100",
            Validators = [Validate.Integer(0, 100)],
        },
    ];

    private static SettingAttribute Bool(string path, string description, string id, bool packaged) =>
        new(path, SettingKind.Bool, description, id) { PackageValue = packaged ? "true" : "false" };

    private static SettingAttribute String(string path, string description, string id, string packaged) =>
        new(path, SettingKind.String, description, id) { PackageValue = $"\"{packaged}\"" };

    private static SettingAttribute Secret(string path, string description, string id) =>
        new(path, SettingKind.String, description, id) { PackageValue = "\"\"", IsSecret = true };

    private static SettingAttribute Default(string name, string description, bool packaged, string preference) =>
        Bool("default_notifications." + name, description, Preference + preference, packaged);

    private static SettingAttribute Choice(string name, string description, string packaged, string[] choices, params string[] preferences) =>
        new("default_notifications." + name, SettingKind.String, description, [.. preferences.Select(p => Preference + p)])
        {
            PackageValue = $"\"{packaged}\"",
            Validators = [Validate.OneOf(choices)],
        };
}
