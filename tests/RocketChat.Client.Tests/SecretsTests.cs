using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Logging;
using RocketChat.Client.Options;
using RocketChat.Client.Tests.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests;

/// <summary>Marked secrets against a server that repeats everything it hears, in every place where it could.</summary>
public sealed class SecretsTests
{
    private const string Mark = "MARKED";

    private const string PrivateKey = $"""
        -----BEGIN PRIVATE KEY-----
        {Mark}MGHAgEAMBMGByqGSM49AgEGCCqGSM49/wEH+BG0wawIBAQQg
        {Mark}Ni5mUq6VQnS0xvVwbgAm+Q==
        -----END PRIVATE KEY-----
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Echoes => [.. Answering.Keys];

    private static Dictionary<string, Func<string, StubAnswer>> Answering => new()
    {
        ["JSON error"] = heard => StubAnswer.Json(
            $$"""{"success":false,"error":"bad: {{Escaped(heard)}} [error-x]","errorType":"error-x"}""", 400),
        ["JSON error, escaped once more"] = heard => StubAnswer.Json(
            $$"""{"success":false,"error":"bad: {{Escaped(Escaped(heard))}} [error-x]","errorType":"error-x"}""", 400),
        ["JSON error, cut"] = heard => StubAnswer.Json(
            $$"""{"success":false,"error":"bad: {{Escaped(heard[..^(heard.Length / 9)])}} [error-x]","errorType":"error-x"}""", 400),
        ["JSON code"] = heard => StubAnswer.Json($$"""{"success":false,"error":"{{Escaped(heard)}}"}""", 400),
        ["JSON 401"] = heard => StubAnswer.Json($$"""{"status":"error","message":"{{Escaped(heard)}}"}""", 401),
        ["second factor"] = heard => StubAnswer.Json(
            $$"""
            {"success":false,"error":"{{Escaped(heard)}} [totp-required]",
            "errorType":"totp-required","details":{"method":"totp"} }
            """,
            400),
        ["wrong code"] = heard => StubAnswer.Json(
            $$"""
            {"success":false,"error":"{{Escaped(heard)}} [totp-invalid]",
            "errorType":"totp-invalid","details":{"method":"totp"} }
            """,
            400),
        ["HTML title"] = heard => StubAnswer.Html($"<title>{WebUtility.HtmlEncode(heard)}</title>", 502),
        ["broken JSON"] = heard => StubAnswer.Json($"{{\"{heard}"),
        ["content type"] = heard => new StubAnswer(heard, 200, $"text/{heard.Split(' ')[0]}"),
        ["deprecation"] = heard => StubAnswer.Json(Answers.Success) with
        {
            Headers = new Dictionary<string, string>
            {
                ["x-deprecation-type"] = "endpoint",
                ["x-deprecation-message"] = heard,
                ["x-deprecation-version"] = heard,
            },
        },
        ["redirect"] = heard => new StubAnswer("", 302, "text/html")
        {
            Headers = new Dictionary<string, string> { ["Location"] = $"http://elsewhere.invalid/{Uri.EscapeDataString(heard)}?x={Mark}" },
        },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task AnyCall_ServerRepeatsWhatItHears_NothingOfItIsShown(string echo)
    {
        await using var server = await StubServer.StartAsync();
        server
            .OnAnything(context => StubServer.WriteAsync(context, Answering[echo](Heard(context))))
            .On(
                "POST",
                "/api/v1/login",
                StubAnswer.Json($$$"""{"status":"success","data":{"userId":"admin","authToken":"session-{{{Mark}}}-0123"} }"""));

        foreach (
            Credentials credentials in (Credentials[])[
                new AccessTokenCredentials("admin", $"to\"k&e+n={Mark}-0123"),
                new PasswordCredentials("admin", $"pä\"s&+\nword-{Mark}-0123"),
            ])
        {
            var logger = new ListLogger();
            var options = TestClient.Options(server.Url) with
            {
                Credentials = credentials,
                TotpSecret = "GEZDGNBVGY3TQOJQ",
                Headers = new Dictionary<string, string> { ["X-Gateway"] = $"Bearer h\"d&e+r={Mark}-0123" },
            };
            await using (var client = new RocketChatClient(options, logger))
            {
                await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
                await AssertNoSecretAsync(() => client.Settings.SetAsync("Push_apn_key", Json.Of($"\"{Escaped(PrivateKey)}\""), Token));
                await AssertNoSecretAsync(() => client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
                Assert.DoesNotContain(Mark, $"{client}{options}", StringComparison.Ordinal);
            }

            Assert.NotEmpty(logger.Lines);
            Assert.All(logger.Lines, line => Assert.DoesNotContain(Mark, line, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Login_ServerRepeatsThePassword_ItIsNotShown()
    {
        await using var server = await StubServer.StartAsync();
        server.OnAnything(context => StubServer.WriteAsync(context, Answering["JSON 401"]((string)context.Items["body"]!)));
        await using var client = TestClient.For(
            server, options => options with { Credentials = new PasswordCredentials("admin", $"pä\"s&+\nword-{Mark}-0123") });

        await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(407)]
    public async Task AnyCall_ProxyWithPasswordRefuses_ItIsNotShown(int status)
    {
        await using var proxy = await StubServer.StartAsync();
        proxy.OnAnything(
            context => StubServer.WriteAsync(
                context,
                new StubAnswer("", status)
                {
                    Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" },
                }));
        foreach (var scheme in (string[])["http", "https"])
        {
            var address = new UriBuilder(proxy.Url) { UserName = "user", Password = $"p%40ss-{Mark}-0123" }.Uri;
            var options = TestClient.Options(new Uri($"{scheme}://chat.invalid"));
            RocketChatClientOptions[] both =
                [options with { Proxy = address }, options with { EnvironmentProxy = FromEnvironment(address) }];
            foreach (var with in both)
            {
                await using var client = new RocketChatClient(with);

                await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
                var probe = await client.Federation.ProbeDelegationAsync(new Uri("https://other.invalid/x"), "a:443", [], Token);
                Assert.DoesNotContain(Mark, probe.Message, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("""{"success":false,"error":"bad: UNFORESEEN [error-x]","errorType":"error-x"}""", "error-x")]
    [InlineData("""{"success":false,"error":"UNFORESEEN"}""", "not shown")]
    [InlineData("""{"success":false,"error":"error-x","message":"bad: UNFORESEEN"}""", "error-x")]
    public async Task WriteOfASecret_RefusedWithIt_ShowsTheCodeAlone(string refusal, string expected)
    {
        // Hexadecimal stands for all forms that the client does not know.
        var secret = $"pass-{Mark}-0123";
        var unforeseen = Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
        await using var server = await StubServer.StartAsync();
        server
            .OnAnything(context => StubServer.WriteAsync(
                context, StubAnswer.Json(refusal.Replace("UNFORESEEN", unforeseen, StringComparison.Ordinal), 400)))
            .On("GET", "/api/v1/licenses.info", StubAnswer.Json(Answers.Success))
            .On("GET", "/api/v1/cloud.registrationStatus", StubAnswer.Json(
                """{"registrationStatus":{"connectToCloud":false,"workspaceRegistered":false},"success":true}"""));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());
        var value = Json.Of($"\"{secret}\"");
        Func<Task>[] writes =
        [
            () => client.Settings.SetAsync("SMTP_Password", value, Token),
            () => client.Settings.SetAsync("Some_App_Secret", value, Token),
            () => client.Settings.WriteAsync([new("SMTP_Password", value), new("SMTP_Host", value)], Token),
            () => client.License.ValidateAsync(secret, Token),
            () => client.License.AddAsync(secret, Token),
            () => client.Cloud.ConnectAsync(secret, TimeSpan.Zero, Token),
        ];

        foreach (var write in writes)
        {
            var exception = await Record.ExceptionAsync(write);
            Assert.DoesNotContain(unforeseen, $"{exception} {(exception as RocketChatException)?.ServerMessage}", StringComparison.Ordinal);
        }

        Assert.Contains(expected, (await Assert.ThrowsAsync<RocketChatException>(writes[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteOfASecret_MethodRefusesItWithIt_ShowsTheCodeAlone()
    {
        await using var server = (await StubServer.StartAsync())
            .OnAnything(context => StubServer.WriteAsync(
                context, StubAnswer.Json("""{"success":false,"error":"API endpoint does not exist"}""", 404)))
            .On(
                "POST",
                "/api/v1/method.call/cloud:checkRegisterStatus",
                Method.Result("""{"connectToCloud":false,"workspaceRegistered":false}"""))
            .On("POST", "/api/v1/method.call/cloud:connectWorkspace", StubAnswer.Json(
                """{"message":"{\"msg\":\"result\",\"error\":{\"error\":\"error-x\",\"reason\":\"UNFORESEEN\"}}","success":true}"""));
        await using var client = TestClient.WithoutWaiting(server, new InstantTimeProvider());

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync("token-0123", TimeSpan.Zero, Token));

        Assert.EndsWith("refused POST /api/v1/method.call/cloud:connectWorkspace: error-x", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("UNFORESEEN", $"{exception} {exception.ServerMessage}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteOfAnOrdinaryText_Refused_ShowsTheMessage()
    {
        await using var server = (await StubServer.StartAsync()).On(
            "POST", "/api/v1/settings/SMTP_Host", StubAnswer.Error("error-x", "Too long"));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(
            () => client.Settings.SetAsync("SMTP_Host", Json.Of("\"smtp.example.org\""), Token));

        Assert.EndsWith("Too long (error-x)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<title>denied: {0}</title>")]
    [InlineData("text/plain", "denied: {0}")]
    [InlineData("application/json", """{{"error":"denied: {0}"}}""")]
    public async Task PublicProbe_ProxyRepeatsItsPassword_ItIsNotShown(string contentType, string page)
    {
        await using var proxy = await StubServer.StartAsync();
        proxy.OnAnything(context => StubServer.WriteAsync(
            context,
            context.Request.Headers.ProxyAuthorization.ToString() is { Length: > 0 } heard
                ? new StubAnswer(string.Format(CultureInfo.InvariantCulture, page, $"{heard} p@ss-{Mark}-0123"), 403, contentType)
                : new StubAnswer("", 407)
                {
                    Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" },
                }));
        var address = new UriBuilder(proxy.Url) { UserName = "user", Password = $"p%40ss-{Mark}-0123" }.Uri;
        await using var client = new RocketChatClient(TestClient.Options(new Uri("http://chat.invalid")) with { Proxy = address });

        var delegation = await client.Federation.ProbeDelegationAsync(new Uri("http://other.invalid/x"), "a:443", [], Token);
        var native = await client.Federation.ProbeNativeAsync("chat.invalid", Token);
        var ping = await client.Federation.PingAsync(new Uri("http://other.invalid"), "chat.invalid", [], Token);

        Assert.All([delegation, native.Test, ping], test =>
        {
            Assert.Contains("denied: Basic (secret) (secret)", test.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Mark, test.Message, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData(302, "{{}}", "http://elsewhere.invalid/{0}/x")]
    [InlineData(200, """{{"server":{{}},"server_name":"{0}","verify_keys":{{"ed25519:0":{{"key":"q0kT"}}}}}}""", null)]
    public async Task PublicProbe_WorkspaceNamesTheToken_ItIsNotShown(int status, string body, string? location)
    {
        var token = $"to-ken={Mark}-0123";
        await using var server = await StubServer.StartAsync();
        server.OnAnything(context => StubServer.WriteAsync(
            context,
            StubAnswer.Json(string.Format(CultureInfo.InvariantCulture, body, token), status) with
            {
                Headers = location is null
                    ? new Dictionary<string, string>()
                    : new() { ["Location"] = string.Format(CultureInfo.InvariantCulture, location, token) },
            }));
        await using var client = TestClient.For(
            server, options => options with { Credentials = new AccessTokenCredentials("admin", token) });

        var probe = (await client.Federation.ProbeNativeAsync("chat.example.org", Token)).Test;

        Assert.Contains("(secret)", probe.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, probe.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task VerifyBridge_ServerNamesTheToken_ItIsNotShown()
    {
        var token = $"to-ken={Mark}-0123";
        await using var server = (await StubServer.StartAsync()).On(
            "GET",
            "/api/v1/federation/configuration.verify",
            StubAnswer.Json($$"""{"success":true,"appservice":{"ok":false,"error":"called with {{token}}"} }"""));
        await using var client = TestClient.For(
            server, options => options with { Credentials = new AccessTokenCredentials("admin", token) });

        var verdict = await client.Federation.VerifyBridgeAsync(Token);

        Assert.EndsWith("called with (secret)", verdict.Message, StringComparison.Ordinal);
    }

    private static async Task AssertNoSecretAsync(Func<Task> call)
    {
        var exception = await Record.ExceptionAsync(call);
        if (exception is not null)
        {
            var failure = Assert.IsType<RocketChatException>(exception);
            Assert.DoesNotContain(
                Mark,
                $"{failure} {failure.ServerMessage} {failure.Code} {failure.Path} {failure.SecondFactorMethod}",
                StringComparison.OrdinalIgnoreCase);
        }
    }

    private static WebProxy FromEnvironment(Uri address) => new(address)
    {
        Credentials = new NetworkCredential("user", $"p@ss-{Mark}-0123"),
    };

    private static string Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static string Heard(HttpContext context)
    {
        var headers = string.Join(
            ' ',
            context.Request.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value.ToString()));
        return $"{headers} {context.Items["body"]}";
    }
}
