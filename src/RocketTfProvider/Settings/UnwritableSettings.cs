namespace RocketTfProvider.Settings;

/// <summary>
/// Settings that must not be written, although the API accepts it: it reports neither their type nor that they are
/// read-only. From Rocket.Chat 3.11, 6.5 and 8.8.
/// </summary>
internal static class UnwritableSettings
{
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "Push_test_push",
        "FEDERATION_Test_Setup",
        "Federation_Matrix_check_configuration_button",
        "SMTP_Test_Button",
        "LDAP_Test_Connection",
        "LDAP_Test_Search",
        "LDAP_Sync_Now",
    };

    private static readonly HashSet<string> ReadOnly = new(StringComparer.Ordinal)
    {
        "uniqueID",
        "FEDERATION_Status",
        "FEDERATION_Public_Key",
        "Federation_Matrix_id",
        "Federation_Matrix_hs_token",
        "Federation_Matrix_as_token",
        "Federation_Matrix_registration_file",
        "Federation_Matrix_configuration_status",
        "Federation_Service_Matrix_Signing_Version",
    };

    /// <summary>Why the setting cannot be managed; null when it can.</summary>
    public static string? Reason(string id) =>
        Actions.Contains(id) ? "it is a button of the administration, not a value"
        : ReadOnly.Contains(id) ? "the server itself writes it"
        : null;
}
