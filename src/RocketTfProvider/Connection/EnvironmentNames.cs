namespace RocketTfProvider.Connection;

/// <summary>Environment variables for arguments that the provider block leaves out.</summary>
internal static class EnvironmentNames
{
    public const string Url = "ROCKETCHAT_URL";
    public const string UserId = "ROCKETCHAT_USER_ID";
    public const string AuthToken = "ROCKETCHAT_AUTH_TOKEN";

    /// <summary>The variable of the token in other tools for Rocket.Chat.</summary>
    public const string AuthTokenAlias = "ROCKETCHAT_TOKEN";

    public const string Username = "ROCKETCHAT_USERNAME";
    public const string Password = "ROCKETCHAT_PASSWORD";
    public const string TotpSecret = "ROCKETCHAT_TOTP_SECRET";
    public const string Headers = "ROCKETCHAT_HEADERS";
    public const string ExpectedWorkspaceId = "ROCKETCHAT_EXPECTED_WORKSPACE_ID";
}
