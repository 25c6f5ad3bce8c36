using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>The provider block's schema.</summary>
internal static class ProviderSchema
{
    private static AttributeValidator HttpAddress { get; } = (value, path, diagnostics) =>
    {
        if (ConnectionSettings.AddressFault(value.String) is { } fault)
        {
            diagnostics.AddError("Invalid address", fault, path);
        }
    };

    public static Schema Instance { get; } = new()
    {
        Description = "Manages a [Rocket.Chat](https://www.rocket.chat/) workspace as code: who owns its rooms, push notifications, federation, and any other setting.",
        Validators = [Validate.AllOrNone("client_certificate", "client_key")],
        Attributes =
        [
            Text("url", $"Address of the workspace, such as `https://chat.example.org`; may hold a sub-path. Environment variable: `{EnvironmentNames.Url}`.", validators: [HttpAddress]),
            Text("user_id", $"Id of the user to whom `auth_token` belongs. Environment variable: `{EnvironmentNames.UserId}`."),
            Text("auth_token", $"Personal access token, best made with \"ignore two factor authentication\". Environment variable: `{EnvironmentNames.AuthToken}` or `{EnvironmentNames.AuthTokenAlias}`.", sensitive: true),
            Text("username", $"Name of the user who logs in, instead of a token. Environment variable: `{EnvironmentNames.Username}`."),
            Text("password", $"Password of that user. Environment variable: `{EnvironmentNames.Password}`.", sensitive: true, blankAllowed: true),
            Text("totp_secret", $"Base32 secret of that user's authenticator app, if the account has one. Environment variable: `{EnvironmentNames.TotpSecret}`.", sensitive: true),
            new("headers", TfType.Map(TfType.String), AttributeUse.Optional)
            {
                Description = "HTTP headers added to every request, for a gateway in front of the workspace that asks for them.",
                Sensitive = true,
            },
            Text("ca_certificate", "Certificate authority that signed the server's certificate, if the system does not know it: PEM text, or the path of a PEM file."),
            Text("client_certificate", "Certificate that this client shows (mutual TLS): PEM text, or the path of a PEM file. Needs `client_key`."),
            Text("client_key", "Private key of `client_certificate`: PEM text, or the path of a PEM file.", sensitive: true),
            new("insecure_skip_verify", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Accepts any server certificate. Whoever stands in between can then read the token: for trials only. Default `false`.",
            },
            Text("proxy_url", "HTTP proxy, such as `http://proxy.example.org:3128`. Without it the proxy of the environment is used (`HTTPS_PROXY`, `NO_PROXY`).", sensitive: true),
            Text("request_timeout", "How long one request may take, such as `30s` (the default) or `2m`.", validators: [Duration.Validator]),
            Number("max_retries", "How often a failed request is tried again; `0` turns retries off. Default `4`.", 0, 20),
            Text(
                "plan_checks",
                "What a plan does about objects that are named in the code but not there (an unknown user, a room that cannot have an owner): `error` (the "
                + "default) stops, `warn` says so and goes on, `off` does not look. Choose `warn` if other providers create such objects in the same run.",
                validators: [Validate.OneOf("error", "warn", "off")]),
            Number("max_parallel_requests", "How many requests may be under way at the same time. Default `8`.", 1, 64),
        ],
    };

    private static SchemaAttribute Text(
        string name, string description, bool sensitive = false, bool blankAllowed = false, AttributeValidator[]? validators = null) =>
        new(name, TfType.String, AttributeUse.Optional)
        {
            Description = description,
            Sensitive = sensitive,
            Validators = [.. validators ?? (blankAllowed ? [] : [Validate.NotWhiteSpace])],
        };

    private static SchemaAttribute Number(string name, string description, long least, long most) => new(name, TfType.Number, AttributeUse.Optional)
    {
        Description = description,
        Validators = [Validate.Integer(least, most)],
    };
}
