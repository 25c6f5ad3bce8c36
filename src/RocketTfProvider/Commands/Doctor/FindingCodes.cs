using System.Collections.Immutable;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>The findings of the checks of connection and account. A test compares all codes with the table of the documentation.</summary>
internal static class FindingCodes
{
    public static readonly FindingCode InvalidConfiguration = new(
        "invalid_configuration",
        Areas.Connection,
        IsError: true,
        "The workspace of the list could not be contacted.",
        "Correct the line of the list, or set the variable of its token.",
        "guides/many-workspaces");

    public static readonly FindingCode PlainHttp = new(
        "plain_http",
        Areas.Connection,
        IsError: false,
        "Everybody between this machine and the server can read the token.",
        "Serve the workspace over https, and change the address.",
        "guides/authentication");

    public static readonly FindingCode UnexpectedWorkspace = new(
        "unexpected_workspace",
        Areas.Connection,
        IsError: true,
        "A plan or apply would stop before it reads or changes anything.",
        "Correct the address or the expected id.",
        "guides/troubleshooting");

    public static readonly FindingCode CertificateNotVerified = new(
        "certificate_not_verified",
        Areas.Tls,
        IsError: false,
        "Anybody between this machine and the server can pose as the server and read the token.",
        "Set ca_certificate in place of insecure_skip_verify.",
        "guides/authentication");

    public static readonly FindingCode CertificateExpires = new(
        "certificate_expires",
        Areas.Tls,
        IsError: false,
        "After that day, neither the provider nor the apps can connect.",
        "Renew the certificate, or check why its automatic renewal does not work.",
        "guides/troubleshooting");

    public static readonly FindingCode ClockDiffers = new(
        "clock_differs",
        Areas.Clock,
        IsError: false,
        "Codes of authenticator apps are valid for half a minute, and push and federation sign with the time.",
        "Synchronize the clocks of both machines with a time server (NTP).",
        "guides/authentication");

    public static readonly FindingCode UntestedVersion = new(
        "untested_version",
        Areas.Version,
        IsError: false,
        "The provider asks the server for its abilities and may work, but nobody has tested it.",
        "Check the first plans closely, or use a tested version.",
        "index#compatibility");

    public static readonly FindingCode SecondFactorNeeded = new(
        "second_factor_needed",
        Areas.Account,
        IsError: false,
        "Rocket.Chat asks for a code before it writes a setting, and the provider has none.",
        "Create a token with Ignore Two Factor Authentication, or set ROCKETCHAT_TOTP_SECRET.",
        "guides/authentication");

    public static readonly FindingCode RightsNotShown = new(
        "rights_not_shown",
        Areas.Permissions,
        IsError: false,
        "What the account may do shows only when the provider does it.",
        "Use an account whose roles the server shows to itself.",
        "guides/least-privilege");

    public static readonly FindingCode MissingPermission = new(
        "missing_permission",
        Areas.Permissions,
        IsError: false,
        "A plan or apply that needs it fails, or takes a longer way.",
        "Grant it to a role of the account if the configuration has such an object.",
        "guides/least-privilege");

    public static readonly FindingCode RateLimitedAccount = new(
        "rate_limited_account",
        Areas.RateLimit,
        IsError: false,
        "The provider waits whenever the limit is reached, so that large plans take long.",
        "Grant the permission api-bypass-rate-limit to a role of the account.",
        "guides/least-privilege");

    public static readonly FindingCode NotReadable = new(
        "not_readable",
        "any",
        IsError: false,
        "Nothing is known about this part of the workspace.",
        "See the message of the server in front of this line.",
        "guides/troubleshooting");

    /// <summary>Every code, those of failed connections and of parts of the workspace included.</summary>
    public static ImmutableArray<FindingCode> All { get; } =
    [
        .. ConnectionFindings.All,
        InvalidConfiguration,
        PlainHttp,
        UnexpectedWorkspace,
        CertificateNotVerified,
        CertificateExpires,
        ClockDiffers,
        UntestedVersion,
        SecondFactorNeeded,
        RightsNotShown,
        MissingPermission,
        RateLimitedAccount,
        .. WorkspaceFindings.All,
        NotReadable,
    ];
}
