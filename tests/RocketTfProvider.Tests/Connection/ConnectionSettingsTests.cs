using System.Collections.Immutable;
using RocketChat.Client;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Tests.Connection;

public sealed class ConnectionSettingsTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["ROCKETCHAT_URL"] = "https://chat.example.org",
        ["ROCKETCHAT_USER_ID"] = "user-id",
        ["ROCKETCHAT_AUTH_TOKEN"] = "token-0123",
    };

    [Theory]
    [InlineData("ROCKETCHAT_URL", "url", "https://chat.example.org\n")]
    [InlineData("ROCKETCHAT_USER_ID", "user_id", " user-id")]
    [InlineData("ROCKETCHAT_AUTH_TOKEN", "auth_token", "token-0123\r\n")]
    [InlineData("ROCKETCHAT_TOTP_SECRET", "totp_secret", "GEZDGNBV\t")]
    public void ToClientOptions_WhitespaceAroundAVariable_NamesIt(string variable, string argument, string value)
    {
        var (options, diagnostics) = Read(new ProviderModel(), new(Complete) { [variable] = value });

        Assert.Null(options);
        var error = Assert.Single(diagnostics);
        Assert.Equal(
            ("Leading or trailing whitespace", AttributePath.To(argument)), (error.Summary, error.Path));
        Assert.Equal(
            $"The environment variable {variable} has leading or trailing whitespace, such as a line break. Remove it.", error.Detail);
    }

    [Theory]
    [InlineData(" a password ", true)]
    [InlineData("a password\n", false)]
    public void ToClientOptions_Password_MayBeginOrEndWithASpaceOnly(string password, bool isGood)
    {
        var (options, diagnostics) = Read(new ProviderModel(), new()
        {
            ["ROCKETCHAT_URL"] = "https://chat.example.org",
            ["ROCKETCHAT_USERNAME"] = "admin",
            ["ROCKETCHAT_PASSWORD"] = password,
        });

        Assert.Equal(isGood, options is not null);
        Assert.Equal(isGood, !diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("http://::1", "an IPv6 address without brackets")]
    [InlineData("http://2001:db8::1:3000", "an IPv6 address without brackets")]
    [InlineData("2001:db8::1", "an IPv6 address without brackets")]
    [InlineData("https://chat.example.org/api/v1", "adds `/api/v1` itself")]
    [InlineData("https://chat.example.org/sub/api/v1/", "adds `/api/v1` itself")]
    [InlineData("https://chat.example.org/api/v1/users.info", "adds `/api/v1` itself")]
    [InlineData("https://chat.example.org/api/v10", null)]
    [InlineData("https://[2001:db8::1]:3000/sub", null)]
    public void FaultOf_Address_NamesTheMistake(string address, string? fault)
    {
        if (fault is null)
        {
            Assert.Null(WorkspaceAddress.FaultOf(address));
        }
        else
        {
            Assert.Contains(fault, WorkspaceAddress.FaultOf(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Describe_OptionOfTheProviderBlock_NamesTheArgumentAndPointsAtIt()
    {
        var model = new ProviderModel { Headers = new Dictionary<string, string> { ["Bad Header"] = "x" }.ToImmutableDictionary() };

        var error = Refusal(model, new(Complete));

        Assert.Equal(AttributePath.To("headers"), error.Path);
        Assert.Equal(
            "\"Bad Header\" is not the name of a header that a request can have. Correct `headers` in the provider block.", error.Detail);
    }

    [Fact]
    public void Describe_OptionOfTheEnvironment_NamesTheVariable()
    {
        var error = Refusal(new ProviderModel(), new(Complete) { ["ROCKETCHAT_TOTP_SECRET"] = "018-not-base32" });

        Assert.Equal(AttributePath.To("totp_secret"), error.Path);
        Assert.EndsWith("Correct the environment variable ROCKETCHAT_TOTP_SECRET.", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("018", error.Detail, StringComparison.Ordinal);
    }

    /// <summary>The environment gives headers where the provider block has none.</summary>
    [Theory]
    [InlineData(false, "environment")]
    [InlineData(true, "block")]
    public void ToClientOptions_HeadersOfTheEnvironment_ComeAfterTheArgument(bool isConfigured, string expected)
    {
        var model = isConfigured
            ? new ProviderModel { Headers = new Dictionary<string, string> { ["X-Gateway"] = "block" }.ToImmutableDictionary() }
            : new ProviderModel();

        var (options, diagnostics) = Read(model, new(Complete) { ["ROCKETCHAT_HEADERS"] = """{"X-Gateway":"environment"}""" });

        Assert.Empty(diagnostics);
        Assert.Equal(expected, options!.Headers["X-Gateway"]);
    }

    [Theory]
    [InlineData("MARKED")]
    [InlineData("[\"MARKED\"]")]
    [InlineData("""{"X-Gateway":["MARKED"]}""")]
    public void ToClientOptions_InvalidHeadersOfTheEnvironment_AreRefusedWithoutTheirText(string headers)
    {
        var (options, diagnostics) = Read(new ProviderModel(), new(Complete) { ["ROCKETCHAT_HEADERS"] = headers });

        Assert.Null(options);
        var error = Assert.Single(diagnostics);
        Assert.Equal("Invalid headers", error.Summary);
        Assert.DoesNotContain("MARKED", error.Detail, StringComparison.Ordinal);
    }

    private static Diagnostic Refusal(ProviderModel model, Dictionary<string, string> environment)
    {
        var settings = new ConnectionSettings(model, name => environment.GetValueOrDefault(name), []);
        var options = settings.ToClientOptions("test/1")!;
        return settings.Describe(Assert.Throws<RocketChatException>(() => new RocketChatClient(options)));
    }

    private static (RocketChatClientOptions? Options, DiagnosticList Diagnostics) Read(
        ProviderModel model, Dictionary<string, string> environment)
    {
        var diagnostics = new DiagnosticList();
        var settings = new ConnectionSettings(model, name => environment.GetValueOrDefault(name), diagnostics);
        return (settings.ToClientOptions("test/1"), diagnostics);
    }
}
