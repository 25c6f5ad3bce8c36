using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Limits;

/// <summary>The second factor: who is asked for one, and what answers it.</summary>
internal static class TwoFactor
{
    /// <summary>The code that every e-mail of the emulator would hold, if it sent any.</summary>
    public const string EmailCode = "424242";

    private const string MainSwitch = "Accounts_TwoFactorAuthentication_Enabled";
    private const string Remember = "Accounts_TwoFactorAuthentication_RememberFor";

    /// <summary>What a login of this user lacks, or null. A password, just given, is no second factor here.</summary>
    public static ApiException? ChallengeAtLogin(ApiCall call, User user)
    {
        var methods = MethodsSetUp(call, user);
        if (methods.Length == 0 || IsOff(call))
        {
            return null;
        }
        return ApiCall.Text(call.Body, "code") is not { } code
            ? Challenge(call, user, "totp-required", "TOTP Required", methods[0], methods)
            : Answers(call, user, methods[0], code)
                ? null
                : Challenge(call, user, "totp-invalid", "TOTP Invalid", methods[0], methods);
    }

    /// <summary>Lets the call pass, or says what it lacks.</summary>
    /// <exception cref="ApiException"><c>totp-required</c> or <c>totp-invalid</c>.</exception>
    public static void Demand(ApiCall call, bool remembered)
    {
        var (workspace, user, token) = (call.Workspace, call.Caller, call.Token!);
        if (IsOff(call) || token is { Name: not null, BypassTwoFactor: true })
        {
            return;
        }
        var setUp = MethodsSetUp(call, user);
        if (IsExemptAsNew(call, user, setUp, remembered) || (remembered && IsRemembered(call, token)))
        {
            return;
        }
        // The password is asked for only when there is nothing better, and never because the header names it.
        var fallback = user.PasswordSha256 is not null && workspace.SettingIsOn("Accounts_TwoFactorAuthentication_Enforce_Password_Fallback");
        var method = call.Header("x-2fa-method") is ("totp" or "email") and var named ? named : setUp.FirstOrDefault() ?? (fallback ? "password" : null);
        if (method is null)
        {
            return;
        }
        if (call.Header("x-2fa-code") is not { } code)
        {
            throw Challenge(call, user, "totp-required", "TOTP Required", method, setUp);
        }
        if ((method != "password" && !setUp.Contains(method)) || !Answers(call, user, method, code))
        {
            throw Challenge(call, user, "totp-invalid", "TOTP Invalid", method, setUp);
        }
        if (remembered)
        {
            token.LastTwoFactor = new TwoFactorPass(workspace.Now, UserAgent(call), call.Request.Address.ToString());
        }
    }

    private static string[] MethodsSetUp(ApiCall call, User user) =>
    [
        .. user.TotpSecret is not null && call.Workspace.SettingIsOn(TotpSwitch(call)) ? ["totp"] : Array.Empty<string>(),
        .. user.EmailTwoFactor && user.Emails.Any(email => email.Verified) && call.Workspace.SettingIsOn("Accounts_TwoFactorAuthentication_By_Email_Enabled")
            ? ["email"]
            : Array.Empty<string>(),
    ];

    // Old servers have one switch for everything but e-mail and password, newer ones one for each and one for all.
    private static string TotpSwitch(ApiCall call) => call.Profile.TwoFactorHasMainSwitch ? "Accounts_TwoFactorAuthentication_By_TOTP_Enabled" : MainSwitch;

    private static bool IsOff(ApiCall call) => call.Profile.TwoFactorHasMainSwitch && !call.Workspace.SettingIsOn(MainSwitch);

    // The newest ask nobody new who has nothing set up, even where they remember nobody.
    private static bool IsExemptAsNew(ApiCall call, User user, string[] setUp, bool remembered) =>
        call.Workspace.Now - user.CreatedAt < Window(call.Workspace)
        && (call.Profile.NewUsersNeedTheirSecondFactor ? setUp.Length == 0 : remembered);

    private static bool IsRemembered(ApiCall call, LoginToken token) =>
        token.LastTwoFactor is { } pass
        && call.Workspace.Now - pass.At < Window(call.Workspace)
        && pass.UserAgent == UserAgent(call)
        && pass.Address == call.Request.Address.ToString();

    private static bool Answers(ApiCall call, User user, string method, string code) => method switch
    {
        "password" => string.Equals(code, user.PasswordSha256, StringComparison.OrdinalIgnoreCase),
        "email" => code == EmailCode,
        "totp" => user.TotpSecret is not null && Totp.Accepts(user.TotpSecret, code, call.Workspace.Now),
        _ => false,
    };

    private static ApiException Challenge(ApiCall call, User user, string code, string reason, string method, string[] setUp)
    {
        var details = new JsonObject { ["method"] = method };
        if (code == "totp-required" || call.Profile.InvalidCodeNamesMethods)
        {
            details["codeGenerated"] = method == "email" && code == "totp-required";
            details["availableMethods"] = JsonText.Array(setUp);
        }
        if (method == "email" && call.Profile.EmailChallengeNamesUser)
        {
            details["emailOrUsername"] = user.Username;
        }
        return new ApiException(code, reason, details);
    }

    private static TimeSpan Window(Workspace workspace) => TimeSpan.FromSeconds(workspace.SettingNumber(Remember, 1800));

    private static string UserAgent(ApiCall call) => call.Header("User-Agent") ?? "";
}
