using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Authentication;

/// <summary>The second factor: who is asked for one, and what answers it.</summary>
internal static class TwoFactor
{
    private const string MainSwitch = "Accounts_TwoFactorAuthentication_Enabled";
    private const string Remember = "Accounts_TwoFactorAuthentication_RememberFor";

    /// <summary>The challenge for a login of this user, or null. The password, just given, is no second factor here.</summary>
    public static ApiException? ChallengeAtLogin(EndpointCall call, User user)
    {
        var methods = MethodsSetUp(call, user);
        if (methods.Length == 0 || IsOff(call))
        {
            return null;
        }

        return Check(
            call, user, methods[0], EndpointCall.Text(call.Body, "code") ?? ShownFactor.OfEndpoint(call).Code, methods, user.Username, Iso);
    }

    /// <summary>Lets the call of an endpoint pass, or says what it lacks.</summary>
    /// <exception cref="ApiException"><c>totp-required</c>, <c>totp-invalid</c> or <c>totp-max-attempts</c>.</exception>
    public static void Demand(EndpointCall call, bool remembered) => Demand(call, ShownFactor.OfEndpoint(call), remembered, Iso);

    /// <summary>The same for a server method, from whose parameters the second factor is taken.</summary>
    /// <exception cref="ApiException"><c>totp-required</c>, <c>totp-invalid</c> or <c>totp-max-attempts</c>.</exception>
    public static void DemandOfMethod(EndpointCall call, JsonArray parameters) =>
        Demand(
            call,
            ShownFactor.TakenFrom(parameters, call),
            remembered: true,
            moment => new JsonObject { ["$date"] = moment.ToUnixTimeMilliseconds() });

    private static void Demand(EndpointCall call, ShownFactor shown, bool remembered, Func<DateTimeOffset, JsonNode> moment)
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

        // The password is asked for only when there is nothing better, and never because the client names it.
        var fallback = user.PasswordSha256 is not null
            && workspace.Settings.IsOn("Accounts_TwoFactorAuthentication_Enforce_Password_Fallback");
        var method = shown.Method is ("totp" or "email") and var named ? named : setUp.FirstOrDefault() ?? (fallback ? "password" : null);
        if (method is null)
        {
            return;
        }

        // The server has not read the username at this point, so the challenge names the address.
        var address = user.Emails.FirstOrDefault(email => email.Verified)?.Address;
        if (Check(call, user, method, shown.Code, setUp, address, moment) is { } refusal)
        {
            throw refusal;
        }

        if (remembered)
        {
            token.LastTwoFactor = new TwoFactorPass(workspace.Now, UserAgent(call), call.Request.Address.ToString());
        }
    }

    /// <returns>The refusal; null when the code is right.</returns>
    private static ApiException? Check(
        EndpointCall call,
        User user,
        string method,
        string? code,
        string[] setUp,
        string? emailOrUsername,
        Func<DateTimeOffset, JsonNode> moment)
    {
        var sent = user.EmailCode;
        var details = new JsonObject { ["method"] = method };
        if (code is null || call.Profile.InvalidCodeNamesMethods)
        {
            var state = method == "email" ? EmailCodes.Send(call, user, moment) : new JsonObject { ["codeGenerated"] = false };
            foreach (var (name, value) in state)
            {
                details[name] = value?.DeepClone();
            }

            if (method == "email" && call.Profile.EmailChallengeNamesUser && emailOrUsername is not null)
            {
                details["emailOrUsername"] = emailOrUsername;
            }

            details["availableMethods"] = JsonText.Array(setUp);
        }

        if (code is null)
        {
            return new ApiException("totp-required", "TOTP Required", details);
        }

        if ((method == "password" || setUp.Contains(method)) && Answers(call, user, method, code, sent))
        {
            return null;
        }

        return method == "email" && EmailCodes.IsExhausted(call, user.EmailCode)
            ? new ApiException("totp-max-attempts", "TOTP Maximun Failed Attempts Reached", details)
            : new ApiException("totp-invalid", "TOTP Invalid", details);
    }

    private static string[] MethodsSetUp(EndpointCall call, User user) =>
    [
        .. user.TotpSecret is not null && call.Workspace.Settings.IsOn(TotpSwitch(call)) ? ["totp"] : Array.Empty<string>(),
        .. user.EmailTwoFactor && user.Emails.Any(email => email.Verified)
            && call.Workspace.Settings.IsOn("Accounts_TwoFactorAuthentication_By_Email_Enabled")
            ? ["email"]
            : Array.Empty<string>(),
    ];

    // Old servers have one switch for everything but email and password, newer ones one for each and one for all.
    private static string TotpSwitch(EndpointCall call) =>
        call.Profile.TwoFactorHasMainSwitch ? "Accounts_TwoFactorAuthentication_By_TOTP_Enabled" : MainSwitch;

    private static bool IsOff(EndpointCall call) => call.Profile.TwoFactorHasMainSwitch && !call.Workspace.Settings.IsOn(MainSwitch);

    // The newest ask nobody new who has nothing set up, even where they remember nobody.
    private static bool IsExemptAsNew(EndpointCall call, User user, string[] setUp, bool remembered) =>
        call.Workspace.Now - user.CreatedAt < Window(call.Workspace)
        && (call.Profile.NewUsersNeedTheirSecondFactor ? setUp.Length == 0 : remembered);

    private static bool IsRemembered(EndpointCall call, LoginToken token) =>
        token.LastTwoFactor is { } pass
        && call.Workspace.Now - pass.At < Window(call.Workspace)
        && pass.UserAgent == UserAgent(call)
        && pass.Address == call.Request.Address.ToString();

    private static bool Answers(EndpointCall call, User user, string method, string code, SentCode? sent) => method switch
    {
        "password" => string.Equals(code, user.PasswordSha256, StringComparison.OrdinalIgnoreCase),
        "email" => EmailCodes.Takes(call, user, sent, code),
        "totp" => user.TotpSecret is not null && Totp.Accepts(user.TotpSecret, code, call.Workspace.Now),
        _ => false,
    };

    private static JsonNode Iso(DateTimeOffset moment) => JsonText.Moment(moment);

    private static TimeSpan Window(WorkspaceState workspace) => TimeSpan.FromSeconds(workspace.Settings.Integer(Remember, 1800));

    private static string UserAgent(EndpointCall call) => call.Header("User-Agent") ?? "";
}
