using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>Turns failures of the API client into errors with a remedy. The client's messages contain no secrets.</summary>
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
            "Check `url` in the provider block (host name and port), whether the server runs, and whether this machine can connect to it "
                + "(firewall, `proxy_url`)."),
        RocketChatErrorKind.ProxyFailure => (
            "No connection through the proxy",
            "Check `proxy_url` in the provider block, or the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY, and check that "
                + "the proxy runs and lets this machine through."),
        RocketChatErrorKind.ClientCertificateRequired => (
            "Client certificate required",
            "Set `client_certificate` and `client_key` in the provider block."),
        RocketChatErrorKind.Disconnected => (
            "Connection lost",
            "The server may or may not have carried out the last request; the next plan shows it. Try again; if it fails again, check the "
                + "log of the server or the proxy."),
        RocketChatErrorKind.TlsFailure => (
            "No trusted connection",
            "If your own authority signed the certificate, set `ca_certificate` in the provider block. If the server speaks http, correct "
                + "`url`."),
        RocketChatErrorKind.TimedOut => (
            "Rocket.Chat did not answer in time",
            "Try again. If the server is slow, raise `request_timeout` in the provider block."),
        RocketChatErrorKind.Redirected => (
            "Redirected to another address",
            "If the new address is that of your workspace, set `url` in the provider block to it."),
        RocketChatErrorKind.NotRocketChat => (
            "Not the API of Rocket.Chat",
            "Check `url` in the provider block, including the sub-path. If a gateway is in front of the workspace, let `/api/` through, "
                + "or send what it needs in `headers`."),
        RocketChatErrorKind.UnknownEndpoint => (
            "Endpoint not found",
            "Check the sub-path in `url`. The provider's documentation lists the supported versions of Rocket.Chat."),
        RocketChatErrorKind.Unauthorized => (
            "Not authorized",
            "Check `user_id` and `auth_token` (they belong together; replace a revoked token), or `username` and `password`, in the "
                + "provider block or the environment."),
        RocketChatErrorKind.Forbidden => (
            "Permission denied",
            "Give the account the permissions that the resource's documentation lists, or use an administrator's token."),
        // The remedy depends on the method and the credentials, so the client's message has it.
        RocketChatErrorKind.SecondFactorRequired => (
            "Second factor required",
            failure is { Code: "totp-required", SecondFactorMethod: "totp" }
                ? "Set `totp_secret` in the provider block, or ROCKETCHAT_TOTP_SECRET, to the secret."
                : ""),
        RocketChatErrorKind.RateLimited => (
            "Too many requests",
            "Wait and try again. An account with the permission `api-bypass-rate-limit` (administrators have it) is not limited, except by "
            + "the limit of server methods (`method.call`), which applies to every account."),
        RocketChatErrorKind.ServerError when failure is { StatusCode: 502 or 503 or 504, Code: null } => (
            "Rocket.Chat does not answer behind its proxy",
            "Check that Rocket.Chat runs (it may still be starting), and check the log of the proxy. Then try again."),
        RocketChatErrorKind.ServerError => (
            "Rocket.Chat failed",
            "Check the server's log, and try again once it has recovered."),
        RocketChatErrorKind.NotAMember => (
            "Not a member of the room",
            "Only members can own a room. Invite the user to the room, then apply again."),
        RocketChatErrorKind.LastOwner => (
            "Last owner of the room",
            "Make another user an owner first. To leave the owner as it is, set `on_destroy = \"keep\"`; to leave the room without an "
            + "owner on purpose, set `allow_ownerless = true`. Apply that before the destroy."),
        RocketChatErrorKind.NotConfirmed => (
            "Change not confirmed",
            "Try again. If that does not help, check the server's log: another administrator or an app may undo the change."),
        RocketChatErrorKind.WrittenTwice => (
            "Setting written twice",
            "Another resource of this configuration manages the same setting. Keep one of them, then apply again."),
        RocketChatErrorKind.NotRegistered => (
            "Workspace not registered",
            "Check the server's log, which has the reason. Usually the registration token was used before or has expired (create a new one "
                + "in the cloud console), the server cannot reach the internet, or its setting `Site_Url` is not the address of the "
                + "workspace."),
        RocketChatErrorKind.PushDisabled => (
            "Push notifications are off",
            "Enable them first: set `enabled = true` in `rocketchat_push_settings`, or the setting `Push_enable`."),
        RocketChatErrorKind.UnknownSetting => (
            "Unknown setting",
            "Check the id, and whether this version of Rocket.Chat has the setting."),
        RocketChatErrorKind.SettingBlocked => (
            "Setting blocked",
            "Remove it from the server's environment and restart the server, or remove it from the configuration."),
        RocketChatErrorKind.Rejected => (
            "Refused by Rocket.Chat",
            "Correct what the server names as the reason; its log may say more."),
        RocketChatErrorKind.UnexpectedAnswer => (
            "Unexpected answer",
            "Check that `url` is the address of a supported version of Rocket.Chat. If it is, please report this with the log of a run "
                + "with TF_LOG_PROVIDER=debug."),
        _ => (
            "Request failed",
            "Try again. If it fails again, please report this with the log of a run with TF_LOG_PROVIDER=debug."),
    };

    private static string Sentence(string text) => text is [.., var end] && end is '.' or '!' or '?' ? text : text + ".";
}
