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

    // The variable that an argument's value was taken from.
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

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
    public string? ExpectedWorkspaceId => From("expected_workspace_id", _config.ExpectedWorkspaceId, EnvironmentNames.ExpectedWorkspaceId);

    /// <summary>The client's options, or null after an error was reported.</summary>
    public RocketChatClientOptions? ToClientOptions(string userAgent)
    {
        var address = Address();
        var credentials = Credentials();
        var totpSecret = From("totp_secret", _config.TotpSecret, EnvironmentNames.TotpSecret);
        var headers = _config.Headers.TryGet(out var configured) ? configured
            : Variable("headers", EnvironmentNames.Headers) is { } json ? HeaderVariable.Read(json, _diagnostics)
            : null;
        var proxy = _config.ProxyUrl.TryGet(out var text) ? ProxyAddress(text) : null;
        if (_diagnostics.HasErrors || address is null || credentials is null)
        {
            return null;
        }

        var standard = new RocketChatClientOptions { Url = new Uri(address), Credentials = credentials };
        return standard with
        {
            TotpSecret = totpSecret,
            Headers = headers ?? standard.Headers,
            UserAgent = userAgent,
            RequestTimeout = _config.RequestTimeout.TryGet(out var duration) && Duration.TryParse(duration, out var limit)
                ? limit
                : standard.RequestTimeout,
            MaxRetries = Integer(_config.MaxRetries, standard.MaxRetries),
            MaxParallelRequests = Integer(_config.MaxParallelRequests, standard.MaxParallelRequests),
            Proxy = proxy,
            Tls = new TlsOptions
            {
                CaCertificate = OrNull(_config.CaCertificate),
                ClientCertificate = OrNull(_config.ClientCertificate),
                ClientKey = OrNull(_config.ClientKey),
                InsecureSkipVerify = _config.InsecureSkipVerify.Or(false),
            },
        };
    }

    /// <summary>The error of an option that the client refuses, at the argument or with the variable that the value came from.</summary>
    public Diagnostic Describe(RocketChatException failure)
    {
        var argument = ArgumentOf(failure.Option);
        var remedy = argument is null ? "Correct the provider block."
            : _variables.TryGetValue(argument, out var variable) ? $"Correct the environment variable {variable}."
            : $"Correct `{argument}` in the provider block.";
        return ClientFailure.Describe(failure, argument is null ? null : AttributePath.To(argument)) with
        {
            Detail = $"{failure.Message} {remedy}",
        };
    }

    private static string? ArgumentOf(string? option) => option switch
    {
        nameof(RocketChatClientOptions.Url) => "url",
        nameof(AccessTokenCredentials.UserId) => "user_id",
        nameof(AccessTokenCredentials.AuthToken) => "auth_token",
        nameof(PasswordCredentials.Username) => "username",
        nameof(PasswordCredentials.Password) => "password",
        nameof(RocketChatClientOptions.TotpSecret) => "totp_secret",
        nameof(RocketChatClientOptions.Headers) => "headers",
        nameof(RocketChatClientOptions.Proxy) => "proxy_url",
        nameof(RocketChatClientOptions.RequestTimeout) => "request_timeout",
        nameof(TlsOptions.CaCertificate) => "ca_certificate",
        nameof(TlsOptions.ClientCertificate) => "client_certificate",
        nameof(TlsOptions.ClientKey) => "client_key",
        _ => null,
    };

    private string? Address()
    {
        var address = From("url", _config.Url, EnvironmentNames.Url);
        if (address is null)
        {
            _diagnostics.AddError(
                "Missing address of the workspace",
                $"Set `url` in the provider block, or the environment variable {EnvironmentNames.Url}, to the address of the workspace, "
                    + "such as `https://chat.example.org`.",
                AttributePath.To("url"));
        }
        else if (WorkspaceAddress.FaultOf(address) is { } fault)
        {
            var source = _config.Url.IsPresent ? "" : $" The value comes from the environment variable {EnvironmentNames.Url}.";
            _diagnostics.Add(WorkspaceAddress.Invalid(address, fault + source, AttributePath.To("url")));
        }

        return address;
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
            token ??= Variable("auth_token", EnvironmentNames.AuthToken) ?? Variable("auth_token", EnvironmentNames.AuthTokenAlias);
        }

        if (token is not null)
        {
            if (From("user_id", _config.UserId, EnvironmentNames.UserId) is { } userId)
            {
                return new AccessTokenCredentials(userId, token);
            }

            Missing(
                "user_id", EnvironmentNames.UserId, "A token needs the id of its user; Rocket.Chat shows both when you create the token.");
            return null;
        }

        password ??= Variable("password", EnvironmentNames.Password);
        var username = From("username", _config.Username, EnvironmentNames.Username);
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

    private string? From(string argument, Tf<string> configured, string variable) =>
        configured.TryGet(out var value) ? value : Variable(argument, variable);

    private string? Variable(string argument, string name)
    {
        // CI systems set variables without a value to the empty string.
        if (_environment(name) is not { Length: > 0 } value)
        {
            return null;
        }

        // A password may begin or end with a space, but not with a line break.
        var trimmed = name == EnvironmentNames.Password ? value.Trim('\r', '\n') : value.Trim();
        if (trimmed.Length != value.Length)
        {
            _diagnostics.AddError(
                "Leading or trailing whitespace",
                $"The environment variable {name} has leading or trailing whitespace, such as a line break. Remove it.",
                AttributePath.To(argument));
        }

        _variables[argument] = name;
        return trimmed;
    }

    private static string? OrNull(Tf<string> argument) => argument.TryGet(out var value) ? value : null;

    private static int Integer(Tf<TfNumber> number, int standard) =>
        number.TryGet(out var value) && value.TryToInt64(out var integer) ? (int)integer : standard;
}
