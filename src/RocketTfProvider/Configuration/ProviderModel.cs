using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Configuration;

/// <summary>The provider block's arguments.</summary>
internal sealed record ProviderModel : IModel<ProviderModel>
{
    public Tf<string> Url { get; init; }

    public Tf<string> UserId { get; init; }

    public Tf<string> AuthToken { get; init; }

    public Tf<string> Username { get; init; }

    public Tf<string> Password { get; init; }

    public Tf<string> TotpSecret { get; init; }

    public Tf<ImmutableDictionary<string, string>> Headers { get; init; }

    public Tf<string> CaCertificate { get; init; }

    public Tf<string> ClientCertificate { get; init; }

    public Tf<string> ClientKey { get; init; }

    public Tf<bool> InsecureSkipVerify { get; init; }

    public Tf<string> ProxyUrl { get; init; }

    public Tf<string> RequestTimeout { get; init; }

    public Tf<TfNumber> MaxRetries { get; init; }

    public Tf<TfNumber> MaxParallelRequests { get; init; }

    public Tf<string> PlanChecks { get; init; }

    public static ProviderModel Read(ModelReader reader) => new()
    {
        Url = reader.Text("url"),
        UserId = reader.Text("user_id"),
        AuthToken = reader.Text("auth_token"),
        Username = reader.Text("username"),
        Password = reader.Text("password"),
        TotpSecret = reader.Text("totp_secret"),
        Headers = reader.TextMap("headers"),
        CaCertificate = reader.Text("ca_certificate"),
        ClientCertificate = reader.Text("client_certificate"),
        ClientKey = reader.Text("client_key"),
        InsecureSkipVerify = reader.Truth("insecure_skip_verify"),
        ProxyUrl = reader.Text("proxy_url"),
        RequestTimeout = reader.Text("request_timeout"),
        MaxRetries = reader.Number("max_retries"),
        MaxParallelRequests = reader.Number("max_parallel_requests"),
        PlanChecks = reader.Text("plan_checks"),
    };

    public void Write(ModelWriter writer) => throw new NotSupportedException("A provider's configuration is never written.");
}
