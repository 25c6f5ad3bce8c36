using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>The provider's arguments and the environment, joined; an argument wins over its variable.</summary>
internal sealed class ConnectionSettings
{
    private readonly ProviderModel _config;
    private readonly Func<string, string?> _environment;
    private readonly DiagnosticList _diagnostics;

    public ConnectionSettings(ProviderModel config, Func<string, string?> environment, DiagnosticList diagnostics)
    {
        _config = config;
        _environment = environment;
        _diagnostics = diagnostics;
    }

    /// <summary>True when a value that is needed to connect will be known only after apply.</summary>
    public bool IsUnknown =>
        _config.Url.IsUnknown
        || _config.UserId.IsUnknown || _config.AuthToken.IsUnknown
        || _config.Username.IsUnknown || _config.Password.IsUnknown || _config.TotpSecret.IsUnknown
        || _config.Headers.IsUnknown || _config.ProxyUrl.IsUnknown
        || _config.CaCertificate.IsUnknown || _config.ClientCertificate.IsUnknown || _config.ClientKey.IsUnknown
        || _config.InsecureSkipVerify.IsUnknown
        || _config.RequestTimeout.IsUnknown || _config.MaxRetries.IsUnknown || _config.MaxParallelRequests.IsUnknown
        || _config.PlanChecks.IsUnknown || _config.ExpectedWorkspaceId.IsUnknown;

    /// <summary>The severity of problems that a plan finds on the server.</summary>
    public PlanChecks PlanChecks => _config.PlanChecks.Or("") switch
    {
        "off" => PlanChecks.Off,
        "warn" => PlanChecks.Warn,
        _ => PlanChecks.Error,
    };

    /// <summary>The unique id that the workspace must have; null for any.</summary>
    public string? ExpectedWorkspaceId => From(_config.ExpectedWorkspaceId, EnvironmentNames.ExpectedWorkspaceId);

    /// <summary>The problem with a workspace's address, in a sentence for the user; null for a valid address.</summary>
    public static string? AddressFault(string address) =>
        string.IsNullOrWhiteSpace(address)
            ? "`url` must not be empty. Write the address of the workspace, such as `https://chat.example.org`."
        : !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0
            ? "`url` must be an address that begins with `https://` or `http://`, such as `https://chat.example.org`."
        : url.UserInfo.Length > 0
            ? "`url` must not hold a user name or password. Use `username` and `password`, or `user_id` and `auth_token`."
        : url.Query.Length > 0 || url.Fragment.Length > 0
            ? "`url` must end with the path of the workspace: remove everything from `?` or `#` on."
        : null;

    /// <summary>The client's options, or null after an error was reported.</summary>
    public RocketChatClientOptions? ToClientOptions(string userAgent)
    {
        var address = From(_config.Url, EnvironmentNames.Url);
        if (address is null)
        {
            _diagnostics.AddError(
                "Missing address of the workspace",
                $"Set `url` in the provider block, or the environment variable {EnvironmentNames.Url}, to the address of the workspace, "
                    + "such as `https://chat.example.org`.",
                AttributePath.To("url"));
        }
        else if (AddressFault(address) is { } fault)
        {
            var source = _config.Url.IsPresent ? "" : $" The value comes from the environment variable {EnvironmentNames.Url}.";
            _diagnostics.AddError("Invalid address", fault + source, AttributePath.To("url"));
        }

        var credentials = Credentials();
        if (_diagnostics.HasErrors || address is null || credentials is null)
        {
            return null;
        }

        var standard = new RocketChatClientOptions { Url = new Uri(address), Credentials = credentials };
        return standard with
        {
            TotpSecret = From(_config.TotpSecret, EnvironmentNames.TotpSecret),
            Headers = _config.Headers.TryGet(out var headers) ? headers : standard.Headers,
            UserAgent = userAgent,
            RequestTimeout = _config.RequestTimeout.TryGet(out var text) && Duration.TryParse(text, out var limit)
                ? limit
                : standard.RequestTimeout,
            MaxRetries = Integer(_config.MaxRetries, standard.MaxRetries),
            MaxParallelRequests = Integer(_config.MaxParallelRequests, standard.MaxParallelRequests),
            Proxy = _config.ProxyUrl.TryGet(out var proxy) ? ProxyAddress(proxy) : null,
            Tls = new TlsOptions
            {
                CaCertificate = OrNull(_config.CaCertificate),
                ClientCertificate = OrNull(_config.ClientCertificate),
                ClientKey = OrNull(_config.ClientKey),
                InsecureSkipVerify = _config.InsecureSkipVerify.Or(false),
            },
        };
    }

    // Arguments come first, a token before a password: variables that a CI sets for all jobs must not override the provider block.
    private Credentials? Credentials()
    {
        var token = OrNull(_config.AuthToken);
        var password = OrNull(_config.Password);
        if (token is not null && password is not null)
        {
            _diagnostics.AddError(
                "Conflicting credentials",
                "Set either `user_id` and `auth_token`, or `username` and `password`, not both.",
                AttributePath.To("password"));
            return null;
        }

        if (password is null)
        {
            token ??= Variable(EnvironmentNames.AuthToken) ?? Variable(EnvironmentNames.AuthTokenAlias);
        }

        if (token is not null)
        {
            if (From(_config.UserId, EnvironmentNames.UserId) is { } userId)
            {
                return new AccessTokenCredentials(userId, token);
            }

            Missing(
                "user_id", EnvironmentNames.UserId, "A token needs the id of its user; Rocket.Chat shows both when you create the token.");
            return null;
        }

        password ??= Variable(EnvironmentNames.Password);
        var username = From(_config.Username, EnvironmentNames.Username);
        if (username is not null && password is not null)
        {
            return new PasswordCredentials(username, password);
        }

        if (username is not null)
        {
            Missing("password", EnvironmentNames.Password, "A username alone cannot log in.");
        }
        else if (password is not null)
        {
            Missing("username", EnvironmentNames.Username, "A password alone cannot log in.");
        }
        else
        {
            Missing(
                "auth_token",
                EnvironmentNames.AuthToken,
                "Create a personal access token in Rocket.Chat under My Account, Personal Access Tokens, and set `user_id`, too; or use "
                    + "`username` and `password`.");
        }

        return null;
    }

    private void Missing(string attribute, string variable, string advice) => _diagnostics.AddError(
        "Missing credentials",
        $"Set `{attribute}` in the provider block, or the environment variable {variable}. {advice}",
        AttributePath.To(attribute));

    private Uri? ProxyAddress(string proxy)
    {
        if (Uri.TryCreate(proxy, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        _diagnostics.AddError(
            "Invalid proxy address",
            "`proxy_url` must begin with `http://` or `https://`, such as `http://proxy.example.org:3128`.",
            AttributePath.To("proxy_url"));
        return null;
    }

    private string? From(Tf<string> argument, string variable) => argument.TryGet(out var value) ? value : Variable(variable);

    // CI systems set variables without a value to the empty string.
    private string? Variable(string name) => _environment(name) is { Length: > 0 } value ? value : null;

    private static string? OrNull(Tf<string> argument) => argument.TryGet(out var value) ? value : null;

    private static int Integer(Tf<TfNumber> number, int standard) =>
        number.TryGet(out var value) && value.TryToInt64(out var integer) ? (int)integer : standard;
}
