using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>Turns failures of the API client into errors with a remedy. The client's texts hold no secret.</summary>
internal static class ClientFailure
{
    public static Diagnostic Describe(RocketChatException failure, AttributePath? path = null)
    {
        var (summary, remedy) = Explain(failure);
        return Diagnostic.Error(summary, $"{Sentence(failure.Message)} {remedy}".TrimEnd(), path);
    }

    private static (string Summary, string Remedy) Explain(RocketChatException failure) => failure.Kind switch
    {
        RocketChatErrorKind.InvalidUrl => (
            "Invalid address",
            "Correct `url` in the provider block, or ROCKETCHAT_URL."),
        RocketChatErrorKind.InvalidConfiguration => (
            "Invalid provider configuration",
            "Correct the provider block."),
        RocketChatErrorKind.Unreachable => (
            "Rocket.Chat cannot be reached",
            "Check `url` in the provider block (host name, port), that the server runs, and that this machine may connect to it (firewall, `proxy_url`)."),
        RocketChatErrorKind.Disconnected => (
            "Connection lost",
            "Nothing is known about the last request; the next plan reads what is true. Run it again; if this happens again, look at the server's or the proxy's log."),
        RocketChatErrorKind.TlsFailure => (
            "No trusted connection",
            "If the certificate is signed by an authority of your own, give `ca_certificate` in the provider block; if `url` says https and the server speaks http, correct it."),
        RocketChatErrorKind.TimedOut => (
            "Rocket.Chat did not answer in time",
            "Run it again; if the server is slow, raise `request_timeout` in the provider block."),
        RocketChatErrorKind.Redirected => (
            "Redirected to another address",
            "Set `url` in the provider block to the address to which the server redirects, if that is yours."),
        RocketChatErrorKind.NotRocketChat => (
            "Not the API of Rocket.Chat",
            "Check `url` in the provider block, the sub-path included. If a gateway stands in front of the workspace, let `/api/` through, or give what it asks for in `headers`."),
        RocketChatErrorKind.UnknownEndpoint => (
            "Endpoint not found",
            "Check the sub-path in `url`; the versions that this provider supports are in its documentation."),
        RocketChatErrorKind.Unauthorized => (
            "Not authorized",
            "Check `user_id` and `auth_token` (they belong together; a revoked token needs a new one), or `username` and `password`, in the provider block or the environment."),
        RocketChatErrorKind.Forbidden => (
            "Permission denied",
            "Give the account the permissions that the resource's documentation lists, or use the token of an administrator."),
        // What helps depends on the method and the credentials, which the client knows and says.
        RocketChatErrorKind.SecondFactorRequired => (
            "Second factor required",
            failure is { Code: "totp-required", SecondFactorMethod: "totp" }
                ? "The secret goes into `totp_secret` in the provider block, or into ROCKETCHAT_TOTP_SECRET."
                : ""),
        RocketChatErrorKind.RateLimited => (
            "Too many requests",
            "Wait and run it again. An account with the permission `api-bypass-rate-limit` (administrators have it) is not limited."),
        RocketChatErrorKind.ServerError => (
            "Rocket.Chat failed",
            "Look at the server's log; run it again when it is well."),
        RocketChatErrorKind.NotAMember => (
            "Not a member of the room",
            "Only members can own a room: invite the user to the room first, then apply again."),
        RocketChatErrorKind.LastOwner => (
            "Last owner of the room",
            "Make somebody else an owner first. To leave the owner as it is, set `on_destroy = \"keep\"`; to leave the room without an owner on purpose, "
            + "set `allow_ownerless = true`. Either has to be applied before the destroy."),
        RocketChatErrorKind.NotConfirmed => (
            "Change not confirmed",
            "Run it again. If it stays so, look at the server's log: another administrator or an app may undo the change."),
        RocketChatErrorKind.NotRegistered => (
            "Workspace not registered",
            "The reason stands in the server's log only. Usually the registration token was used already or has expired (make a new one in the cloud "
            + "console), the server cannot reach the internet, or its setting `Site_Url` is not the address of the workspace."),
        RocketChatErrorKind.PushDisabled => (
            "Push notifications are off",
            "Turn them on first: `enabled = true` in `rocketchat_push_settings`, or the setting `Push_enable`."),
        RocketChatErrorKind.UnknownSetting => (
            "Unknown setting",
            "Check the id, and whether this version of Rocket.Chat has the setting."),
        RocketChatErrorKind.SettingBlocked => (
            "Setting blocked",
            "Take it out of the server's environment and start the server anew, or out of the configuration."),
        RocketChatErrorKind.Rejected => ("Refused by Rocket.Chat", ""),
        RocketChatErrorKind.UnexpectedAnswer => (
            "Unexpected answer",
            "Check that `url` points at a supported version of Rocket.Chat. If it does, please report this together with the log that TF_LOG_PROVIDER=debug gives."),
        _ => ("Request failed", ""),
    };

    private static string Sentence(string text) => text is [.., var end] && end is '.' or '!' or '?' ? text : text + ".";
}
