using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>The provider block's schema.</summary>
internal static class ProviderSchema
{
    private static AttributeValidator HttpAddress { get; } = (value, path, diagnostics) =>
    {
        if (WorkspaceAddress.FaultOf(value.String) is { } fault)
        {
            diagnostics.Add(WorkspaceAddress.Invalid(value.String, fault, path));
        }
    };

    public static Schema Instance { get; } = new()
    {
        Description = "Manages a [Rocket.Chat](https://www.rocket.chat/) workspace as code: room owners, push notifications, federation, "
            + "and any other setting.",
        Validators = [Validate.AllOrNone("client_certificate", "client_key")],
        Attributes =
        [
            String(
                "url",
                "Address of the workspace, such as `https://chat.example.org`; may have a sub-path. Environment variable: "
                    + $"`{EnvironmentNames.Url}`.",
                validators: [HttpAddress]),
            String("user_id", $"Id of the user to whom `auth_token` belongs. Environment variable: `{EnvironmentNames.UserId}`."),
            String(
                "auth_token",
                "Personal access token, best created with \"ignore two factor authentication\". Environment variable: "
                    + $"`{EnvironmentNames.AuthToken}` or `{EnvironmentNames.AuthTokenAlias}`.",
                sensitive: true),
            String("username", $"Name of the user who logs in, instead of a token. Environment variable: `{EnvironmentNames.Username}`."),
            String(
                "password",
                $"Password of that user. Environment variable: `{EnvironmentNames.Password}`.",
                sensitive: true,
                mayBeWhitespace: true),
            String(
                "totp_secret",
                "Base32 secret of that user's authenticator app, if the account has one. Environment variable: "
                    + $"`{EnvironmentNames.TotpSecret}`.",
                sensitive: true),
            new("headers", TfType.Map(TfType.String), AttributeUse.Optional)
            {
                Description = "HTTP headers added to every request, for a gateway in front of the workspace that asks for them. "
                    + $"Environment variable: `{EnvironmentNames.Headers}`, a JSON object of strings.",
                Sensitive = true,
            },
            String(
                "ca_certificate",
                "Certificate authority that signed the server's certificate, if the system does not know it: a PEM string, or the path of "
                    + "a PEM file."),
            String(
                "client_certificate",
                "Certificate that this client shows (mutual TLS): a PEM string, or the path of a PEM file. Needs `client_key`."),
            String("client_key", "Private key of `client_certificate`: a PEM string, or the path of a PEM file.", sensitive: true),
            new("insecure_skip_verify", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to accept any server certificate, so that anybody between this machine and the server can read the "
                    + "token: for trials only. Default `false`.",
            },
            String(
                "proxy_url",
                "HTTP proxy, such as `http://proxy.example.org:3128`. Without it the proxy of the environment is used (`HTTPS_PROXY`, "
                    + "`NO_PROXY`).",
                sensitive: true),
            String("request_timeout", "Time limit of one request, such as `30s` (the default) or `2m`.", validators: [Duration.Validator]),
            Number("max_retries", "Number of retries of a failed request; `0` disables them. Default `4`.", 0, 20),
            String(
                "plan_checks",
                "Effect of problems that a plan finds on the server, such as an unknown user or a room that cannot have an owner: `error` "
                + "(the default) fails the plan, `warn` warns, `off` skips the checks. Choose `warn` if other providers create such "
                + "objects in the same run.",
                validators: [Validate.OneOf("error", "warn", "off")]),
            String(
                "expected_workspace_id",
                "Unique id of the workspace (setting `uniqueID`). Any other workspace is refused before anything is read or changed, and "
                    + "objects in the state that came from another workspace are taken over with a warning. Recommended in CI. "
                    + $"Environment variable: `{EnvironmentNames.ExpectedWorkspaceId}`."),
            Number("max_parallel_requests", "Number of requests that may run at the same time. Default `8`.", 1, 64),
        ],
    };

    private static SchemaAttribute String(
        string name, string description, bool sensitive = false, bool mayBeWhitespace = false, AttributeValidator[]? validators = null) =>
        new(name, TfType.String, AttributeUse.Optional)
        {
            Description = description,
            Sensitive = sensitive,
            Validators = [.. validators ?? (mayBeWhitespace ? [] : [Validate.NotWhiteSpace])],
        };

    private static SchemaAttribute Number(string name, string description, long least, long most) =>
        new(name, TfType.Number, AttributeUse.Optional)
        {
            Description = description,
            Validators = [Validate.Integer(least, most)],
        };
}
