using System.Text.RegularExpressions;

namespace RocketChat.Client.Settings;

/// <summary>
/// The settings whose text is a secret. The API does not report this, so the ids are those that Rocket.Chat 3.11, 6.5 and 8.6 declare as
/// secret or as passwords, and the license. Names cover newer settings, and those that an administrator adds for OAuth and SAML providers.
/// </summary>
internal static partial class SecretSettings
{
    // Without the ids that the names cover.
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        "API_Gitlab_URL",
        "API_Wordpress_URL",
        "Accounts_OAuth_GitHub_Enterprise_id",
        "Accounts_RegistrationForm_SecretURL",
        "CROWD_APP_USERNAME",
        "Cloud_Billing_Url",
        "Cloud_Sync_Announcement_Payload",
        "Cloud_Url",
        "Cloud_Workspace_Client_Id",
        "Cloud_Workspace_Id",
        "Cloud_Workspace_License",
        "Cloud_Workspace_Name",
        "Cloud_Workspace_PublicKey",
        "Cloud_Workspace_Registration_Client_Uri",
        "Cloud_Workspace_Registration_State",
        "Direct_Reply_Username",
        "Enterprise_License",
        "Federation_Matrix_registration_file",
        "Federation_Service_Matrix_Signing_Key",
        "FileUpload_GoogleStorage_AccessId",
        "FileUpload_GoogleStorage_Bucket",
        "FileUpload_GoogleStorage_ProjectId",
        "FileUpload_S3_AWSAccessKeyId",
        "FileUpload_S3_AWSSecretAccessKey",
        "FileUpload_S3_BucketURL",
        "FileUpload_Webdav_Username",
        "FileUpload_json_web_token_secret_for_files",
        "GoogleTagManager_id",
        "GoogleVision_ServiceAccount",
        "Iframe_X_Frame_Options",
        "LDAP_Authentication_UserDN",
        "LDAP_CA_Cert",
        "Meta_fb_app_id",
        "Meta_google-site-verification",
        "Meta_msvalidate01",
        "Nps_Url",
        "Omnigateway_Url",
        "Push_apn_cert",
        "Push_apn_dev_cert",
        "Push_apn_dev_key",
        "Push_apn_key",
        "Push_gcm_project_number",
        "SAML_Custom_Default_cert",
        "SAML_Custom_Default_signature_algorithm",
        "SMS_Twilio_Account_SID",
        "SMS_Twilio_FileUpload_MediaTypeWhiteList",
        "SMS_Voxtelesys_FileUpload_MediaTypeWhiteList",
        "SMS_Voxtelesys_URL",
        "SMTP_Username",
        "Smarsh_Email",
    };

    public static bool Contain(string id) => Ids.Contains(id) || SecretName().IsMatch(id);

    [GeneratedRegex(
        "(secret|secret_?key|password|passphrase|token|api_?key|private_?key|credentials)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
