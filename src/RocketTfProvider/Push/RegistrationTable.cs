using System.Collections.Immutable;
using RocketTfProvider.Settings;

namespace RocketTfProvider.Push;

/// <summary>The settings of <c>rocketchat_workspace_registration</c>.</summary>
internal static class RegistrationTable
{
    public const string AcceptTerms = "accept_privacy_terms";
    public const string OrganizationName = "organization_name";
    public const string SiteName = "site_name";
    public const string OrganizationEmail = "organization_email";
    public const string MarketingEmails = "marketing_emails";

    /// <summary>The rows, in the order of writing: the terms last, after what they are accepted for.</summary>
    public static ImmutableArray<SettingAttribute> Settings { get; } =
    [
        Row(OrganizationName, SettingKind.String, "Organization_Name"),
        Row(SiteName, SettingKind.String, "Site_Name"),
        Row(OrganizationEmail, SettingKind.String, "Organization_Email"),
        Row(MarketingEmails, SettingKind.Bool, "Allow_Marketing_Emails"),
        Row(AcceptTerms, SettingKind.Bool, RegistrationStatus.TermsId) with { ReportsOverwritten = false },
    ];

    private static SettingAttribute Row(string path, SettingKind kind, string id) => new(path, kind, "", id) { IsShownUnmanaged = true };
}
