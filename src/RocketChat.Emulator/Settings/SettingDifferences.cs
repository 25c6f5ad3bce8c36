using System.Security.Cryptography;
using System.Text;
using RocketChat.Emulator.Profiles;
using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>
/// The settings in which a server differs from the recorded one of its catalog: values that each server generates, hidden settings that
/// old servers list nowhere, and changes of versions that were not recorded, as the published sources have them.
/// </summary>
internal static class SettingDifferences
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) =>
    [
        .. OfEachServer(profile),
        .. profile.CatalogHasHiddenSettings ? [] : HiddenCloud(),
        .. profile.HasFederationBridge ? Bridge(profile) : [],
        .. profile.PushChangedSinceCatalog ? Push() : [],
    ];

    private static IEnumerable<SettingDefinition> OfEachServer(VersionProfile profile)
    {
        yield return String("Site_Url") with { IsPublic = true, IsSiteUrlAtFirst = true };
        yield return String("uniqueID", Guid.NewGuid().ToString()) with { IsPublic = true, IsGenerated = true };
        yield return Secret("Accounts_RegistrationForm_SecretURL");
        yield return Select("Show_Setup_Wizard", "completed", "pending", "in_progress", "completed") with
        {
            IsPublic = true,
            IsReadOnly = true,
        };
        yield return Hidden("Cloud_Workspace_Access_Token", "");
        yield return String("FEDERATION_Status", "Enabled") with { IsReadOnly = true, IsHidden = profile.HasFederationService };
        if (profile.GeneratesFederationKey)
        {
            yield return String("FEDERATION_Public_Key", PublicKey()) with { IsReadOnly = true, IsGenerated = true };
        }

        if (profile.HasFederationService)
        {
            yield return new SettingDefinition(
                "Federation_Service_Matrix_Signing_Key", "password", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))
            {
                Group = "Federation",
                IsSecret = true,
                IsGenerated = true,
                IsEnterprise = true,
                ValueWithoutLicense = "",
                Modules = ["federation"],
            };
        }
    }

    private static IEnumerable<SettingDefinition> HiddenCloud() =>
    [
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
    ];

    private static IEnumerable<SettingDefinition> Bridge(VersionProfile profile)
    {
        var gone = profile.HasFederationService;
        yield return String("Federation_Matrix_id", "rocketchat_emulated") with { IsReadOnly = true };
        yield return String("Federation_Matrix_hs_token", Digest("hs_emulated")) with { IsReadOnly = true };
        yield return String("Federation_Matrix_as_token", Digest("as_emulated")) with { IsReadOnly = true };
        if (profile.BridgeIsOnThisHost)
        {
            yield return String("Federation_Matrix_homeserver_domain") with { IsSiteUrlAtFirst = true, IsReadOnly = gone };
            yield return String("Federation_Matrix_bridge_url", "http://localhost:3300") with { IsReadOnly = gone };
        }

        if (profile.VerifiesFederationBridge && !gone)
        {
            yield return Boolean("Federation_Matrix_enable_ephemeral_events", false) with { IsPublic = true };
            yield return Boolean("Federation_Matrix_serve_well_known", true);
            yield return String("Federation_Matrix_configuration_status", "Invalid") with { IsReadOnly = true };
            yield return Action("Federation_Matrix_check_configuration_button", "checkFederationConfiguration");
        }
    }

    private static IEnumerable<SettingDefinition> Push() =>
    [
        Secret("Push_gcm_api_key") with { IsHidden = true },
        Secret("Push_gcm_project_number") with { IsPublic = true, IsHidden = true },
        new SettingDefinition("Push_google_api_credentials", "code", "") { IsSecret = true, Group = "Push" },
        Boolean("Push_UseLegacy", false) with { IsHidden = true },
    ];

    private static string PublicKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportSubjectPublicKeyInfoPem().Replace("\n", "", StringComparison.Ordinal);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
