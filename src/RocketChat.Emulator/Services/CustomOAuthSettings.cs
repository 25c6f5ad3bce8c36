using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Services;

/// <summary>The settings of an OAuth service of one's own, which appear when the service is added (addOAuthService.ts).</summary>
internal static class CustomOAuthSettings
{
    private const string Module = "oauth-enterprise";

    public static void Declare(SettingStore settings, VersionProfile profile, string name)
    {
        var words = name.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries);
        var service = "Accounts_OAuth_Custom-" + string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        foreach (var (suffix, type, value) in Parts(name))
        {
            settings.Declare(new SettingDefinition(service + suffix, type, value)
            {
                IsSecret = suffix is "-id" or "-secret",
                IsEnterprise = profile.CustomOAuthNeedsLicense,
                ValueWithoutLicense = type == "boolean" ? false : "",
                Modules = profile.CustomOAuthNeedsLicense ? [Module] : [],
            });
        }
    }

    private static IEnumerable<(string Suffix, string Type, JsonNode Value)> Parts(string name) =>
    [
        ("", "boolean", false),
        ("-url", "string", ""),
        ("-token_path", "string", "/oauth/token"),
        ("-token_sent_via", "select", "payload"),
        ("-identity_token_sent_via", "select", "default"),
        ("-identity_path", "string", "/me"),
        ("-authorize_path", "string", "/oauth/authorize"),
        ("-scope", "string", "openid"),
        ("-access_token_param", "string", "access_token"),
        ("-id", "string", ""),
        ("-secret", "string", ""),
        ("-login_style", "select", "popup"),
        ("-button_label_text", "string", ""),
        ("-button_label_color", "string", "#FFFFFF"),
        ("-button_color", "string", "#1d74f5"),
        ("-key_field", "select", "username"),
        ("-username_field", "string", ""),
        ("-email_field", "string", ""),
        ("-name_field", "string", ""),
        ("-avatar_field", "string", ""),
        ("-roles_claim", "string", "roles"),
        ("-groups_claim", "string", "groups"),
        ("-channels_admin", "string", "rocket.cat"),
        ("-map_channels", "boolean", false),
        ("-merge_roles", "boolean", false),
        ("-roles_to_sync", "string", ""),
        ("-merge_users", "boolean", false),
        ("-show_button", "boolean", true),
        ("-groups_channel_map", "code", $"{{\n\t\"rocket-admin\": \"admin\",\n\t\"{name}\": \"support\"\n}}"),
    ];
}
