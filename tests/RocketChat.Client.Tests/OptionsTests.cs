using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests;

public sealed class OptionsTests
{
    private static readonly RocketChatClientOptions Good = TestClient.Options(new Uri("https://chat.example.org"));

    [Theory]
    [InlineData("chat.example.org")]
    [InlineData("/chat")]
    [InlineData("ftp://chat.example.org")]
    [InlineData("https://user:pass@chat.example.org")]
    [InlineData("https://chat.example.org/?a=b")]
    [InlineData("https://chat.example.org/#home")]
    public void Constructor_UnusableUrl_IsInvalidUrl(string url)
    {
        var exception = Assert.Throws<RocketChatException>(
            () => new RocketChatClient(Good with { Url = new Uri(url, UriKind.RelativeOrAbsolute) }));

        Assert.Equal(RocketChatErrorKind.InvalidUrl, exception.Kind);
    }

    public static TheoryData<string, RocketChatClientOptions> Unusable => new()
    {
        { "AuthToken", Good with { Credentials = new AccessTokenCredentials("id", "") } },
        { "AuthToken", Good with { Credentials = new AccessTokenCredentials("id", "a\r\nX-Evil: 1") } },
        { "UserId", Good with { Credentials = new AccessTokenCredentials("id\n", "a") } },
        { "Username", Good with { Credentials = new PasswordCredentials(" ", "x") } },
        { "Password", Good with { Credentials = new PasswordCredentials("admin", "") } },
        { "TotpSecret", Good with { TotpSecret = "not 8ase32!" } },
        { "Headers", Good with { Headers = new Dictionary<string, string> { ["X Y"] = "1" } } },
        { "Headers", Good with { Headers = new Dictionary<string, string> { ["X-Y"] = "1\r\nZ: 2" } } },
        { "UserAgent", Good with { UserAgent = "" } },
        { "RequestTimeout", Good with { RequestTimeout = TimeSpan.Zero } },
        { "OperationTimeout", Good with { OperationTimeout = TimeSpan.FromSeconds(-1) } },
        { "MaxRetries", Good with { MaxRetries = -1 } },
        { "MaxParallelRequests", Good with { MaxParallelRequests = 0 } },
        { "Proxy", Good with { Proxy = new Uri("ftp://proxy") } },
        { "CaCertificate", Good with { Tls = new TlsOptions { CaCertificate =
            "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----" } } },
        { "CaCertificate", Good with { Tls = new TlsOptions { CaCertificate = "/no/such/file.pem" } } },
        { "ClientKey", Good with { Tls = new TlsOptions { ClientKey = "-----BEGIN PRIVATE KEY-----" } } },
        { "ClientCertificate", Good with { Tls = new TlsOptions { ClientCertificate = "/no/such.pem", ClientKey = "/no/such.pem" } } },
        { "ClientKey", Good with { Tls = new TlsOptions { ClientCertificate = "-----BEGIN CERTIFICATE-----", ClientKey = "/no/such" } } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void Constructor_UnusableOption_IsNamed(string option, RocketChatClientOptions options)
    {
        var exception = Assert.Throws<RocketChatException>(() => new RocketChatClient(options));

        Assert.Equal((RocketChatErrorKind.InvalidConfiguration, option), (exception.Kind, exception.Option));
    }

    [Fact]
    public void ToString_OptionsAndCredentials_ShowNoSecret()
    {
        var options = Good with
        {
            TotpSecret = "MARKED",
            Headers = new Dictionary<string, string> { ["X-Y"] = "MARKED" },
            Proxy = new Uri("http://user:MARKED@proxy:1"),
            Tls = new TlsOptions { ClientCertificate = "MARKED", ClientKey = "MARKED" },
        };
        string[] texts =
        [
            $"{options with { Credentials = new AccessTokenCredentials("id", "MARKED") }}",
            $"{options with { Credentials = new PasswordCredentials("admin", "MARKED") }}",
            $"{new AccessTokenCredentials("id", "MARKED")}",
            $"{new PasswordCredentials("admin", "MARKED")}",
            $"{options.Tls}",
        ];

        Assert.All(texts, text => Assert.DoesNotContain("MARKED", text, StringComparison.Ordinal));
    }
}
