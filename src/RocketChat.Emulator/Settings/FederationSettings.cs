using System.Security.Cryptography;
using System.Text;
using RocketChat.Emulator.Profiles;
using static RocketChat.Emulator.Settings.SettingDefinition;

namespace RocketChat.Emulator.Settings;

/// <summary>Federation in its three eras; which of them a server shows depends on its version.</summary>
internal static class FederationSettings
{
    public static IEnumerable<SettingDefinition> Of(VersionProfile profile) =>
    [
        .. Legacy(profile),
        .. profile.HasFederationBridge ? Bridge(profile) : [],
        .. profile.HasFederationService ? Service() : [],
    ];

    private static IEnumerable<SettingDefinition> Legacy(VersionProfile profile)
    {
        var gone = profile.HasFederationService;
        yield return Boolean("FEDERATION_Enabled", false) with { IsPublic = true, IsReadOnly = gone };
        yield return String("FEDERATION_Status", "Enabled") with { IsReadOnly = true, IsHidden = gone };
        yield return String("FEDERATION_Domain") with { IsHidden = gone };
        yield return String("FEDERATION_Public_Key", profile.GeneratesFederationKey ? MadeUpPublicKey() : "") with
        {
            IsReadOnly = true,
            IsHidden = gone,
            IsGenerated = true,
        };
        yield return Select("FEDERATION_Discovery_Method", "dns", "dns", "hub") with { IsPublic = true, IsHidden = gone };
        yield return Action("FEDERATION_Test_Setup", "FEDERATION_Test_Setup") with { IsHidden = gone };
    }

    private static IEnumerable<SettingDefinition> Bridge(VersionProfile profile)
    {
        var gone = profile.HasFederationService;
        yield return Boolean("Federation_Matrix_enabled", false) with { IsPublic = true, IsReadOnly = gone };
        yield return String("Federation_Matrix_id", "rocketchat_emulated") with { IsReadOnly = true };
        yield return String("Federation_Matrix_hs_token", Digest("hs_emulated")) with { IsReadOnly = true };
        yield return String("Federation_Matrix_as_token", Digest("as_emulated")) with { IsReadOnly = true };
        yield return String("Federation_Matrix_homeserver_url", "http://localhost:8008");
        yield return profile.BridgeIsOnThisHost
            ? String("Federation_Matrix_homeserver_domain") with { IsSiteUrlAtFirst = true }
            : String("Federation_Matrix_homeserver_domain", "local.rocket.chat");
        yield return String(
            "Federation_Matrix_bridge_url", profile.BridgeIsOnThisHost ? "http://localhost:3300" : "http://host.docker.internal:3300");
        yield return String("Federation_Matrix_bridge_localpart", "rocket.cat");
        yield return new SettingDefinition("Federation_Matrix_registration_file", "code", "") { IsReadOnly = true };
        yield return Number("Federation_Matrix_max_size_of_public_rooms_users", 100) with { IsPublic = true, ValueWithoutLicense = false };
        if (profile.VerifiesFederationBridge)
        {
            yield return Boolean("Federation_Matrix_enable_ephemeral_events", false) with { IsPublic = true };
            yield return Boolean("Federation_Matrix_serve_well_known", true);
            yield return String("Federation_Matrix_configuration_status", "Invalid") with { IsReadOnly = true, IsHidden = gone };
            yield return Action("Federation_Matrix_check_configuration_button", "checkFederationConfiguration") with { IsHidden = gone };
        }
    }

    private static IEnumerable<SettingDefinition> Service() =>
    [
        Boolean("Federation_Service_Enabled", false) with { IsPublic = true, ValueWithoutLicense = false },
        String("Federation_Service_Domain") with { ValueWithoutLicense = "" },
        Select("Federation_Service_Matrix_Signing_Algorithm", "ed25519", "ed25519") with { ValueWithoutLicense = "" },
        String("Federation_Service_Matrix_Signing_Version", "0") with { IsReadOnly = true, ValueWithoutLicense = "" },
        new SettingDefinition(
            "Federation_Service_Matrix_Signing_Key", "password", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))
        {
            IsSecret = true,
            IsGenerated = true,
            ValueWithoutLicense = "",
        },
        Number("Federation_Service_max_allowed_size_of_public_rooms_to_join", 100) with { ValueWithoutLicense = false },
        String("Federation_Service_Allow_List"),
        Boolean("Federation_Service_EDU_Process_Typing", true) with { ValueWithoutLicense = false },
        Boolean("Federation_Service_EDU_Process_Presence", false) with { ValueWithoutLicense = false },
        Boolean("Federation_Service_EDU_Process_Receipt", false) with { IsPublic = true, ValueWithoutLicense = false },
        Boolean("Federation_Service_Join_Encrypted_Rooms", false) with { ValueWithoutLicense = false },
        Boolean("Federation_Service_Join_Non_Private_Rooms", false) with { ValueWithoutLicense = false },
        Boolean("Federation_Service_Validate_User_Domain", false) with { ValueWithoutLicense = false },
    ];

    private static string MadeUpPublicKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportSubjectPublicKeyInfoPem().Replace("\n", "", StringComparison.Ordinal);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
