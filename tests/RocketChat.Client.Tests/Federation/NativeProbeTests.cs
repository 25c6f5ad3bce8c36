using Microsoft.Extensions.Time.Testing;
using RocketChat.Client.Federation;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Federation;

/// <summary>The public endpoints of native federation, as a federating server and everything else in its place answer them.</summary>
public sealed class NativeProbeTests
{
    private const string Domain = "chat.example.org";
    private const string WellKnown = "/.well-known/matrix/server";
    private const string Version = "/_matrix/federation/v1/version";
    private const string Keys = "/_matrix/key/v2/server";
    private const string Disabled = """{"error":"Federation is not enabled"}""";
    private const string PublishedKey =
        """{"server_name":"chat.example.org","verify_keys":{"ed25519:0":{"key":"q0kT"}},"old_verify_keys":{},"""
        + """ "valid_until_ts":1795408401988}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProbeNativeAsync_AllPublished_IsOkWithTheKey()
    {
        await using var server = await FederatingAsync();

        var probed = await ProbeAsync(server);

        Assert.Equal((true, "ok"), Result(probed));
        Assert.Equal(new SigningKey("ed25519:0", "q0kT"), probed.SigningKey);
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("X-Auth-Token"));
    }

    [Fact]
    public async Task ProbeNativeAsync_SwitchedOff_IsFederationDisabledWithoutAKey()
    {
        await using var server = (await StubServer.StartAsync())
            .OnAnything(context => StubServer.WriteAsync(context, StubAnswer.Json(Disabled, 403)));

        var probed = await ProbeAsync(server);

        Assert.Equal((false, "federation_disabled"), Result(probed));
        Assert.Contains("license", probed.Test.Message, StringComparison.Ordinal);
        Assert.Null(probed.SigningKey);
    }

    /// <summary>A firewall refuses with the same status: that says nothing about federation.</summary>
    [Theory]
    [InlineData("text/html", "<title>Attention Required</title>")]
    [InlineData("application/json", """{"message":"blocked"}""")]
    public async Task ProbeNativeAsync_RefusedByAProxy_IsEndpointUnreachable(string type, string body)
    {
        await using var server = await FederatingAsync();
        server.On("GET", Version, new StubAnswer(body, 403, type));

        Assert.Equal((false, "endpoint_unreachable"), Result(await ProbeAsync(server)));
    }

    [Theory]
    [InlineData(Version)]
    [InlineData(Keys)]
    public async Task ProbeNativeAsync_PageOfAProxy_IsEndpointUnreachableNamedByItsTitle(string path)
    {
        await using var server = await FederatingAsync();
        server.On("GET", path, StubAnswer.Html("<html><title>404 Not Found</title><p>nginx", 404));

        var probed = await ProbeAsync(server);

        Assert.Equal((false, "endpoint_unreachable"), Result(probed));
        Assert.Contains(path, probed.Test.Message, StringComparison.Ordinal);
        Assert.Contains("an HTML page titled \"404 Not Found\"", probed.Test.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", probed.Test.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"server_name":"chat.example.org","verify_keys":{}}""")]
    [InlineData("""{"server_name":"chat.example.org","verify_keys":[]}""")]
    [InlineData("""{"server_name":"chat.example.org","verify_keys":{"ed25519:0":{}}}""")]
    [InlineData("""{"server_name":"chat.example.org","verify_keys":{"ed25519:0":"q0kT"}}""")]
    [InlineData("""{"server_name":"chat.example.org","verify_keys":{"ed25519:0":{"key":"q0""")]
    public async Task ProbeNativeAsync_NoKeyInTheDocument_IsEndpointUnreachable(string document)
    {
        await using var server = await FederatingAsync();
        server.On("GET", Keys, StubAnswer.Json(document));

        var probed = await ProbeAsync(server);

        Assert.Equal((false, "endpoint_unreachable"), Result(probed));
        Assert.Null(probed.SigningKey);
    }

    [Fact]
    public async Task ProbeNativeAsync_KeyOfAnotherName_IsDomainMismatchWithTheKey()
    {
        await using var server = await FederatingAsync();
        server.On("GET", Keys, StubAnswer.Json(PublishedKey.Replace(Domain, "old.example.org", StringComparison.Ordinal)));

        var probed = await ProbeAsync(server);

        Assert.Equal((false, "domain_mismatch"), Result(probed));
        Assert.Contains("old.example.org", probed.Test.Message, StringComparison.Ordinal);
        Assert.NotNull(probed.SigningKey);
    }

    [Theory]
    [InlineData(200, """{"m.server":"old.example.org:443"}""")]
    [InlineData(200, """{"m.server":"chat.example.org.evil.example:443"}""")]
    [InlineData(200, """{}""")]
    [InlineData(200, """{"m.server":17}""")]
    [InlineData(404, """{"m.server":"chat.example.org:443"}""")]
    public async Task ProbeNativeAsync_DelegationElsewhere_IsWellKnownWrong(int status, string body)
    {
        await using var server = await FederatingAsync();
        server.On("GET", WellKnown, StubAnswer.Json(body, status));

        Assert.Equal((false, "well_known_wrong"), Result(await ProbeAsync(server)));
    }

    /// <summary>Matrix servers follow redirects of the well-known document, and read it whatever its content type is.</summary>
    [Fact]
    public async Task ProbeNativeAsync_RedirectedWellKnown_IsFollowed()
    {
        await using var server = await FederatingAsync();
        server.On(
            "GET",
            WellKnown,
            StubAnswer.Html("", 302) with { Headers = new Dictionary<string, string> { ["Location"] = "/static/server" } });
        server.On("GET", "/static/server", new StubAnswer("""{"m.server":"chat.example.org:443"}""", 200, "application/octet-stream"));

        Assert.Equal((true, "ok"), Result(await ProbeAsync(server)));
    }

    [Fact]
    public async Task ProbeNativeAsync_WellKnownThatRedirectsForever_IsWellKnownWrong()
    {
        await using var server = await FederatingAsync();
        server.On(
            "GET", WellKnown, StubAnswer.Html("", 302) with { Headers = new Dictionary<string, string> { ["Location"] = WellKnown } });

        var probed = await ProbeAsync(server);

        Assert.Equal((false, "well_known_wrong"), Result(probed));
        Assert.Contains("a redirect to", probed.Test.Message, StringComparison.Ordinal);
        Assert.InRange(server.Count("GET", WellKnown), 2, 10);
    }

    [Fact]
    public async Task ProbeNativeAsync_DomainThatIsAnAddress_IsOk()
    {
        const string address = "[2001:db8::1]";
        await using var server = await FederatingAsync(address);
        await using var client = TestClient.For(server);

        Assert.Equal((true, "ok"), Result(await client.Federation.ProbeNativeAsync(address, Token)));
    }

    [Fact]
    public async Task ProbeNativeAsync_SubPath_IsAskedBelowIt()
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server, options => options with { Url = new Uri(server.Url, "chat") });

        await client.Federation.ProbeNativeAsync(Domain, Token);

        Assert.All(server.Requests, request => Assert.StartsWith("/chat/", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProbeNativeAsync_NoAnswer_IsEndpointUnreachableAndSaysHowLongItWaited()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FederatingAsync();
        server.On("GET", Version, context =>
        {
            clock.Advance(TimeSpan.FromSeconds(7));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = TestClient.For(server, options => options with { RequestTimeout = TimeSpan.FromSeconds(7) }, clock);

        var probed = await client.Federation.ProbeNativeAsync(Domain, Token);

        Assert.Equal((false, "endpoint_unreachable"), Result(probed));
        Assert.Contains("7 s", probed.Test.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"server_name":"x","verify_keys":{"ed25519:1":{"key":"bbbb"},"ed25519:0":{"key":"aaaa"}}}""", 200, "ed25519:0")]
    [InlineData("""{"server_name":"x","verify_keys":{"ed25519:0":{"key":""},"ed25519:1":{"key":"bbbb"}}}""", 200, "ed25519:1")]
    [InlineData("""{"server_name":"x","verify_keys":{}}""", 200, null)]
    [InlineData(Disabled, 403, null)]
    [InlineData("<title>Login</title>", 200, null)]
    public async Task GetSigningKeyAsync_Document_TheFirstUsableKeyInOrder(string document, int status, string? expected)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Keys, StubAnswer.Json(document, status));
        await using var client = TestClient.For(server);

        Assert.Equal(expected, (await client.Federation.GetSigningKeyAsync(Token))?.Id);
    }

    private static (bool Ok, string Code) Result(NativeFederationTest probed) => (probed.Test.Ok, probed.Test.Code);

    private static async Task<StubServer> FederatingAsync(string domain = Domain) => (await StubServer.StartAsync())
        .On("GET", WellKnown, StubAnswer.Json($$"""{"m.server":"{{domain}}:443"}"""))
        .On("GET", Version, StubAnswer.Json("""{"server":{"name":"Rocket.Chat","version":"8.6"}}"""))
        .On("GET", Keys, StubAnswer.Json(PublishedKey.Replace(Domain, domain, StringComparison.Ordinal)));

    private static async Task<NativeFederationTest> ProbeAsync(StubServer server)
    {
        await using var client = TestClient.For(server);
        return await client.Federation.ProbeNativeAsync(Domain, Token);
    }
}
