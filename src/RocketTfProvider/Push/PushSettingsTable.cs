using System.Collections.Immutable;
using RocketTfProvider.Settings;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Push;

/// <summary>The setting of each attribute of <c>rocketchat_push_settings</c>. Package values: Rocket.Chat 6.14 and 8.8.</summary>
internal static class PushSettingsTable
{
    public const string Enabled = "enabled";
    public const string GatewayEnabled = "gateway.enabled";
    public const string GatewayUrl = "gateway.url";
    public const string MobileDefault = "default_notifications.mobile";
    public const string PushEnable = "Push_enable";

    private const string Preference = "Accounts_Default_User_Preferences_";

    public static IReadOnlyDictionary<string, string> Groups { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gateway"] = "Push gateway, which forwards notifications to Apple and Google for the apps from the stores. Requires a registered "
            + "workspace: see `rocketchat_workspace_registration`.",
        ["apns"] = "Apple's push service, for your own build of the app; not used with the gateway.",
        ["apns.sandbox"] = "Credentials for Apple's sandbox, used while `production` is `false`.",
        ["fcm"] = "Google's push service (Firebase, HTTP v1), for your own build of the app; not used with the gateway.",
        ["legacy_fcm"] = "Google's former API. Servers since 7.0 no longer show these settings.",
        ["default_notifications"] = "Defaults for users who have not set their own preference. Users who have set one keep it.",
    };

    public static ImmutableArray<SettingAttribute> Settings { get; } = [.. Rows().Select(row => row with { IsShownUnmanaged = true })];

    private static SettingAttribute[] Rows() =>
    [
        Bool(Enabled, "Whether push notifications are enabled.", PushEnable, true) with { NeedsRestart = true },
        Bool(GatewayEnabled, "Whether to use the gateway.", "Push_enable_gateway", true) with { NeedsRestart = true },
        String(
            GatewayUrl,
            "Address of the gateway. Rocket.Chat's own gateway is `https://gateway.rocket.chat`.",
            "Push_gateway",
            "https://gateway.rocket.chat") with
        {
            NeedsRestart = true,
            Validators = [Validate.NotWhiteSpace],
            ChangeValidators = [GatewayAddress.Validator],
        },
        Bool(
            "production",
            "Whether to use Apple's production service; `false` uses the sandbox. Applies only without the gateway.",
            "Push_production",
            true) with
        {
            NeedsRestart = true,
        },
        Bool("show_sender_and_room", "Whether a notification shows the sender and the room.", "Push_show_username_room", true),
        Bool("show_message", "Whether a notification shows the message.", "Push_show_message", true),
        Bool(
            "fetch_content_from_server",
            "Whether apps fetch the content from the server, so that it does not pass through Apple and Google. Takes effect only with a "
                + "license (premium).",
            "Push_request_content_from_server",
            true),
        Secret("apns.key", "Private key, in PEM format.", "Push_apn_key") with
        {
            ChangeValidators = [PemText.PrivateKey],
        },
        Secret("apns.certificate", "Certificate, in PEM format.", "Push_apn_cert") with
        {
            ChangeValidators = [PemText.Certificate],
        },
        Secret("apns.passphrase", "Passphrase of the key.", "Push_apn_passphrase"),
        Secret("apns.sandbox.key", "Private key, in PEM format.", "Push_apn_dev_key") with
        {
            ChangeValidators = [PemText.PrivateKey],
        },
        Secret("apns.sandbox.certificate", "Certificate, in PEM format.", "Push_apn_dev_cert") with
        {
            ChangeValidators = [PemText.Certificate],
        },
        Secret("apns.sandbox.passphrase", "Passphrase of the key.", "Push_apn_dev_passphrase"),
        Secret(
            "fcm.service_account_json",
            "JSON of the service account, as a string: `file(\"…\")`. Requires Rocket.Chat 6.8 or later.",
            "Push_google_api_credentials") with
        {
            Validators = [ServiceAccount.Validator],
        },
        Secret("legacy_fcm.api_key", "API key of the former Google API.", "Push_gcm_api_key"),
        Secret("legacy_fcm.project_number", "Project number of the former Google API.", "Push_gcm_project_number"),
        Choice(
            "mobile",
            "Messages that send a push notification: `all`, `mentions` or `nothing`.",
            "all",
            ["all", "mentions", "nothing"],
            "pushNotifications",
            "mobileNotifications"),
        Choice(
            "desktop",
            "Messages that show a desktop notification: `all`, `mentions` or `nothing`.",
            "all",
            ["all", "mentions", "nothing"],
            "desktopNotifications"),
        Choice(
            "email",
            "Messages that send an email to offline users: `mentions` or `nothing`.",
            "mentions",
            ["mentions", "nothing"],
            "emailNotificationMode"),
        Default(
            "require_interaction",
            "Whether desktop notifications stay visible until they are clicked.",
            false,
            "desktopNotificationRequireInteraction"),
        Default(
            "voice_calls",
            "Whether calls show a desktop notification. Requires Rocket.Chat 8.0 or later.",
            true,
            "desktopNotificationVoiceCalls"),
        Default(
            "mute_focused_conversations",
            "Whether to mute the sounds of the conversation that is in focus.",
            true,
            "muteFocusedConversations"),
        Default("unread_alert", "Whether unread messages show as an alert.", true, "unreadAlert"),
        Default("mobile_ringing", "Whether calls ring on phones. Requires Rocket.Chat 6.0 or later.", true, "enableMobileRinging"),
        Default(
            "calendar_events",
            "Whether calendar events send a notification. Requires Rocket.Chat 6.0 or later.",
            true,
            "notifyCalendarEvents"),
        new(
            "default_notifications.sound_volume",
            SettingKind.Number,
            "Volume of notification sounds, from 0 to 100.",
            Preference + "notificationsSoundVolume")
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

    private static SettingAttribute Choice(
        string name, string description, string packaged, string[] choices, params string[] preferences) =>
        new("default_notifications." + name, SettingKind.String, description, [.. preferences.Select(p => Preference + p)])
        {
            PackageValue = $"\"{packaged}\"",
            IsQuotable = true,
            Validators = [Validate.OneOf(choices)],
        };
}
