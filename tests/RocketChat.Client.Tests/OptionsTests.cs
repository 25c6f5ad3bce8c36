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
        { "empty token", Good with { Credentials = new AccessTokenCredentials("id", "") } },
        { "token with a line break", Good with { Credentials = new AccessTokenCredentials("id", "a\r\nX-Evil: 1") } },
        { "empty user name", Good with { Credentials = new PasswordCredentials(" ", "x") } },
        { "empty password", Good with { Credentials = new PasswordCredentials("admin", "") } },
        { "header name", Good with { Headers = new Dictionary<string, string> { ["X Y"] = "1" } } },
        { "header value", Good with { Headers = new Dictionary<string, string> { ["X-Y"] = "1\r\nZ: 2" } } },
        { "user agent", Good with { UserAgent = "" } },
        { "timeout", Good with { RequestTimeout = TimeSpan.Zero } },
        { "deadline", Good with { OperationTimeout = TimeSpan.FromSeconds(-1) } },
        { "retries", Good with { MaxRetries = -1 } },
        { "parallel", Good with { MaxParallelRequests = 0 } },
        { "proxy", Good with { Proxy = new Uri("ftp://proxy") } },
        { "ca text", Good with { Tls = new TlsOptions { CaCertificate =
            "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----" } } },
        { "ca file", Good with { Tls = new TlsOptions { CaCertificate = "/no/such/file.pem" } } },
        { "key without certificate", Good with { Tls = new TlsOptions { ClientKey = "-----BEGIN PRIVATE KEY-----" } } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void Constructor_UnusableOption_IsInvalidConfiguration(string what, RocketChatClientOptions options)
    {
        var exception = Assert.Throws<RocketChatException>(() => new RocketChatClient(options));

        Assert.True(exception.Kind == RocketChatErrorKind.InvalidConfiguration, what);
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
