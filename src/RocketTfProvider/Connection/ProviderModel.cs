using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

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

    public Tf<string> ExpectedWorkspaceId { get; init; }

    public static ProviderModel Read(ModelReader reader) => new()
    {
        Url = reader.String("url"),
        UserId = reader.String("user_id"),
        AuthToken = reader.String("auth_token"),
        Username = reader.String("username"),
        Password = reader.String("password"),
        TotpSecret = reader.String("totp_secret"),
        Headers = reader.StringMap("headers"),
        CaCertificate = reader.String("ca_certificate"),
        ClientCertificate = reader.String("client_certificate"),
        ClientKey = reader.String("client_key"),
        InsecureSkipVerify = reader.Bool("insecure_skip_verify"),
        ProxyUrl = reader.String("proxy_url"),
        RequestTimeout = reader.String("request_timeout"),
        MaxRetries = reader.Number("max_retries"),
        MaxParallelRequests = reader.Number("max_parallel_requests"),
        PlanChecks = reader.String("plan_checks"),
        ExpectedWorkspaceId = reader.String("expected_workspace_id"),
    };

    public void Write(ModelWriter writer) => throw new NotSupportedException("A provider's configuration is never written.");
}
