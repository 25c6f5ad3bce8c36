using RocketChat.Emulator.Profiles;
using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>The push page.</summary>
internal static class PushSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile)
    {
        yield return Boolean("Push_enable", true) with { IsPublic = true };
        yield return Boolean("Push_enable_gateway", true);
        yield return String("Push_gateway", "https://gateway.rocket.chat");
        yield return Boolean("Push_production", true) with { IsPublic = true };
        yield return Action("Push_test_push", "push_test");
        yield return Secret("Push_apn_passphrase");
        yield return Secret("Push_apn_key");
        yield return Secret("Push_apn_cert");
        yield return Secret("Push_apn_dev_passphrase");
        yield return Secret("Push_apn_dev_key");
        yield return Secret("Push_apn_dev_cert");
        yield return Secret("Push_gcm_api_key") with { IsHidden = profile.LegacyPushIsHidden };
        yield return Secret("Push_gcm_project_number") with { IsPublic = true, IsHidden = profile.LegacyPushIsHidden };
        yield return Boolean("Push_show_username_room", true) with { IsPublic = true };
        yield return Boolean("Push_show_message", true) with { IsPublic = true };
        yield return Boolean("Push_request_content_from_server", true) with { ValueWithoutLicense = false };
        if (profile.HasFirebaseCredentials)
        {
            yield return new SettingDefinition("Push_google_api_credentials", "code", "") { IsSecret = true };
            yield return Boolean("Push_UseLegacy", false) with { IsHidden = profile.LegacyPushIsHidden };
        }
    }
}
