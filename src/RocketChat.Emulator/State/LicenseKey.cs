namespace RocketChat.Emulator.State;

/// <summary>The key of a license, as a workspace is given one.</summary>
internal static class LicenseKey
{
    /// <summary>The setting that holds the key.</summary>
    public const string Setting = "Enterprise_License";

    private const string Version = "RCV3_";

    /// <summary>The modules that a license opens: all that the enterprise edition knows (<c>LicenseModule.ts</c> of 8.3).</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [
        "auditing", "canned-responses", "ldap-enterprise", "livechat-enterprise", "voip-enterprise", "omnichannel-mobile-enterprise",
        "engagement-dashboard", "push-privacy", "scalability", "teams-mention", "saml-enterprise", "oauth-enterprise", "device-management",
        "federation", "videoconference-enterprise", "message-read-receipt", "outlook-calendar", "hide-watermark", "custom-roles",
        "accessibility-certification", "unlimited-presence", "contact-id-verification", "teams-voip", "outbound-messaging", "abac",
    ];

    /// <summary>Whether a text could be a key; whether it is one, only the signature tells.</summary>
    public static bool HasForm(string text) => text.StartsWith(Version, StringComparison.Ordinal) && text.Length > Version.Length;
}
