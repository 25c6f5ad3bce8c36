using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.License;

/// <summary>
/// The diagnostics of <c>rocketchat_license</c>. None points to an attribute: a CLI quotes that line, and the license may be on it.
/// </summary>
internal static class LicenseDiagnostics
{
    public static Diagnostic NoValue { get; } = Diagnostic.Error(
        "License without a value",
        "A new `rocketchat_license` needs `license` or `license_wo`. Set one of them, or import the license that the workspace has.");

    public static Diagnostic CannotBeManaged { get; } = Diagnostic.Error(
        "License cannot be managed",
        "The server shows no license to this account: it is older than 6.5, it was built without the enterprise part, its environment "
        + $"hides the setting `{LicenseTable.SettingId}` (SETTINGS_HIDDEN), or the account lacks the permission "
        + "`view-privileged-setting`. Fix that, or remove the resource.");

    public static Diagnostic NotInEffect(string? siteUrl) => Diagnostic.Error(
        "License not in effect",
        "The server stored the license, but does not use it, and does not report why. Usually the license has expired, it was issued for "
        + $"another address (the server compares it with its setting `Site_Url`, now {siteUrl?.Quoted()}), or the workspace has more "
        + "users than it allows. Get a license for this workspace, or fix `Site_Url`, and apply again.");

    public static Diagnostic NotAccepted(IReadOnlyList<string> reasons) => Diagnostic.Error(
        "License not accepted",
        $"The server refuses the license: {(reasons.Count == 0 ? Reason("") : string.Join("; ", reasons.Distinct().Select(Reason)))}. The "
        + "workspace keeps the license that it has. Get a license for this workspace, and apply again.");

    /// <param name="present">The license that the server reports.</param>
    public static Diagnostic Replaced(LicenseInfo? present) => Diagnostic.Warning(
        "License will be replaced",
        $"The workspace has another license now{Named(present)}. The apply replaces it. To keep it, remove the resource, or import it.");

    /// <param name="present">The license that the server reports.</param>
    public static Diagnostic NotValid(LicenseInfo present) => Diagnostic.Warning(
        "License is not valid",
        $"The workspace has a license{Named(present)} and does not use it: it has expired, it was issued for another address than the "
        + "setting `Site_Url`, or the workspace has more users than it allows. What it enabled no longer works. Get another license, "
        + "and apply it.");

    /// <param name="mode">The value of <c>on_destroy</c>.</param>
    public static Diagnostic Foreign(string mode) => Diagnostic.Warning(
        "Another license is kept",
        $"`on_destroy` is \"{mode}\", but the workspace has another license than the one that this resource gave it. The destroy keeps "
        + "that license, and only removes the resource from the state. If the license must go, remove it in the administration panel.");

    public static Diagnostic StillInEffect { get; } = Diagnostic.Warning(
        "License is still in effect",
        "The setting `Enterprise_License` is empty, but the server still uses the license. Restart Rocket.Chat. If the environment of the "
        + "server sets ROCKETCHAT_LICENSE, or the workspace gets its license from Rocket.Chat Cloud, end that first, or the license comes "
        + "back.");

    public static Diagnostic FormerIsBack { get; } = Diagnostic.Warning(
        "Former license is back",
        "The update of `rocketchat_license` failed, so the workspace has its former license again. Correct the error, and apply again.");

    public static Diagnostic FormerIsNotBack { get; } = Diagnostic.Warning(
        "Former license is not back",
        "The update of `rocketchat_license` failed, and the server did not take its former license back: the workspace may be without a "
        + "valid license. Add one in the administration panel, or correct the error and apply again.");

    private static string Named(LicenseInfo? license)
    {
        string?[] facts =
        [
            license?.Id is { } id ? id.Quoted() : null,
            license?.ValidUntil is { } end ? $"valid until {LicenseFacts.TextOf(end)}" : null,
        ];
        var known = string.Join(", ", facts.OfType<string>());
        return known.Length == 0 ? "" : $" ({known})";
    }

    private static string Reason(string code) => code switch
    {
        "url" => "it was issued for another address than the setting `Site_Url`",
        "period" => "it has expired, or is not valid yet",
        "limit" => "the workspace has more than it allows, such as active users",
        _ => "the text is not a license of Rocket.Chat, or is damaged",
    };
}
