using RocketChat.Emulator.Profiles;
using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>Registration, logins and the second factor.</summary>
internal static class AccountSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) =>
    [
        Boolean("Accounts_AllowUsernameChange", true) with { IsPublic = true },
        Boolean("Accounts_AllowEmailChange", true) with { IsPublic = true },
        Number("Accounts_LoginExpiration", 90) with { IsPublic = true },
        Select("Accounts_RegistrationForm", "Public", "Public", "Disabled", "Secret URL") with { IsPublic = true },
        new SettingDefinition("Accounts_RegistrationForm_SecretURL", "string", "") with { IsSecret = true },
        Boolean("Accounts_ManuallyApproveNewUsers", false) with { IsPublic = true },
        String("Accounts_Registration_Users_Default_Roles", "user"),
        Boolean("Accounts_TwoFactorAuthentication_Enabled", true) with { IsPublic = true },
        .. profile.TwoFactorHasMainSwitch
            ? [Boolean("Accounts_TwoFactorAuthentication_By_TOTP_Enabled", true) with { IsPublic = true }]
            : Array.Empty<SettingDefinition>(),
        Boolean("Accounts_TwoFactorAuthentication_By_Email_Enabled", true) with { IsPublic = true },
        Number("Accounts_TwoFactorAuthentication_By_Email_Code_Expiration", 3600),
        .. profile.CountsEmailCodeTries
            ? [Number("Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts", 5)]
            : Array.Empty<SettingDefinition>(),
        Boolean("Accounts_TwoFactorAuthentication_Enforce_Password_Fallback", true) with { IsPublic = true },
        Number("Accounts_TwoFactorAuthentication_RememberFor", 1800) with { IsPublic = true },
        Boolean("Block_Multiple_Failed_Logins_Enabled", profile.BlocksFailedLogins),
        Boolean("Block_Multiple_Failed_Logins_By_User", true),
        Number("Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User", 10),
        Number("Block_Multiple_Failed_Logins_Time_To_Unblock_By_User_In_Minutes", 5),
    ];
}
