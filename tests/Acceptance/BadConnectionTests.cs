using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Running;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>Each way in which the workspace cannot be talked to ends in one error that names the argument and the remedy.</summary>
public sealed class BadConnectionTests
{
    private const string Module = """
        provider "rocketchat" {
          max_retries     = 0
          request_timeout = "2s"
        }

        data "rocketchat_user" "this" {
          username = "alice"
        }
        """;

    [Theory]
    [EveryToolchain("", "url", "ROCKETCHAT_URL")]
    [EveryToolchain("chat.example.org", "`url` must be an address that begins with `https://`", "ROCKETCHAT_URL")]
    [EveryToolchain("ftp://chat.example.org", "`url` must be an address that begins with `https://`", "ROCKETCHAT_URL")]
    [EveryToolchain("https://me:secret@chat.example.org", "must not hold a user name or password", "ROCKETCHAT_URL")]
    [EveryToolchain("http://2001:db8::1:3000", "an IPv6 address without brackets", "ROCKETCHAT_URL")]
    [EveryToolchain("https://chat.example.org/api/v1", "to which the provider adds `/api/v1` itself", "ROCKETCHAT_URL")]
    [EveryToolchain("http://no-such-host.invalid", "no-such-host.invalid", "Check `url`")]
    [EveryToolchain("http://127.0.0.1:1", "Could not connect", "Check `url`")]
    public async Task Plan_WithUrlThatLeadsNowhere_NamesUrl(Toolchain toolchain, string url, string problem, string remedy)
    {
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_URL", url));

        plan.Fails().HasOne("Error").Says(problem).Says(remedy).DoesNotSay("secret");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithInvalidUrlArgument_PointsAtIt(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Module.Replace("max_retries     = 0", "url = \"\"", StringComparison.Ordinal));

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error").Says("main.tf line 2, in provider \"rocketchat\"")
            .Says("`url` must not be empty");
    }

    // The line of a secret is not shown, but that of the provider block.
    [Theory]
    [EveryToolchain("headers = { \"Bad Header\" = \"x\" }", "\"Bad Header\" is not the name of a header", "Correct `headers` in", 1)]
    [EveryToolchain("totp_secret = \"0189\"", "The TOTP secret is not Base32", "Correct `totp_secret` in the provider block", 1)]
    [EveryToolchain("ca_certificate = \"/no/such/file.pem\"", "The CA certificate cannot be used", "Correct `ca_certificate` in", 2)]
    [EveryToolchain("proxy_url = \"proxy.example.org\"", "`proxy_url` must begin with `http://`", "such as `http://proxy", 1)]
    public async Task Plan_WithUnusableArgument_PointsAtItsLineOrBlock(
        Toolchain toolchain, string argument, string problem, string remedy, int line)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Module.Replace("max_retries     = 0", argument, StringComparison.Ordinal));

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says($"main.tf line {line}, in provider \"rocketchat\"")
            .Says(problem).Says(remedy);
    }

    [Theory]
    [EveryToolchain("ROCKETCHAT_AUTH_TOKEN", "token-with-a-line-break\n", "The environment variable ROCKETCHAT_AUTH_TOKEN has leading or")]
    [EveryToolchain("ROCKETCHAT_TOTP_SECRET", "0189", "Correct the environment variable ROCKETCHAT_TOTP_SECRET")]
    public async Task Plan_WithUnusableVariable_NamesIt(Toolchain toolchain, string variable, string value, string problem)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module);
        fixture.Cli.Environment[variable] = value;

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says(problem).DoesNotSay("token-with-a-line-break");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithProxyThatIsDown_BlamesTheProxy(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module);
        fixture.Cli.Environment["HTTP_PROXY"] = "http://user:hidden@127.0.0.1:1";
        fixture.Cli.Environment["ROCKETCHAT_URL"] = "http://chat.example.org";

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("No connection through the proxy")
            .Says("The proxy at http://127.0.0.1:1, which is on the way to http://chat.example.org, cannot be reached")
            .Says("`proxy_url`").DoesNotSay("hidden");
    }

    [Theory, EveryToolchain]
    public async Task Plan_OfManyObjectsAtAServerThatIsDown_SaysWhyOnce(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain,
            Module.Replace("max_retries     = 0", "max_retries = 1", StringComparison.Ordinal)
                .Replace("username = \"alice\"", "count = 30\n  username = \"user-${count.index}\"", StringComparison.Ordinal));
        fixture.Cli.Environment["ROCKETCHAT_URL"] = "http://127.0.0.1:1";

        var result = (await fixture.Cli.PlanAsync()).Fails();

        result.Expect(result.Text.Split("Could not connect").Length == 2, "to say why once");
        result.Says("Another error with this title has the details.");
    }

    [Theory, EveryToolchain(AlsoOrdinary = true)]
    public async Task Plan_AgainstServerWithUntrustedCertificate_NamesCaCertificate(Toolchain toolchain)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = StubServer.WithCertificate(certificate);
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_URL", server.Url));

        plan.Fails().HasOne("Error").Says("No trusted").Says("ca_certificate");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithHttpsAddressOfHttpServer_NamesUrl(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module);
        fixture.Cli.Environment["ROCKETCHAT_URL"] = $"https://{fixture.Url.Authority}";

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("the port does not speak TLS").Says("`url`");
    }

    [Theory]
    [EveryToolchain(200, "text/html", "<html><title>Welcome to nginx!</title></html>", "Welcome to nginx!", "Check `url`")]
    [EveryToolchain(200, "application/json", "{\"hello\":", "not valid JSON", "url")]
    [EveryToolchain(
        401,
        "application/json",
        "{\"status\":\"error\",\"message\":\"You must be logged in to do this.\"}",
        "Not authorized",
        "`auth_token`")]
    [EveryToolchain(403, "application/json", "{\"success\":false,\"error\":\"forbidden\"}", "Permission denied", "permissions")]
    [EveryToolchain(429, "application/json", "{\"success\":false,\"error\":\"too many\"}", "Too many requests", "api-bypass-rate-limit")]
    [EveryToolchain(503, "text/html", "<html><title>Down for maintenance</title></html>", "Down for maintenance", "log of the proxy")]
    public async Task Plan_WhenServerAnswersOtherwise_SaysWhatAndWhatToDo(
        Toolchain toolchain, int status, string contentType, string body, string problem, string remedy)
    {
        await using var server = StubServer.Answering(status, contentType, body);
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_URL", server.Url));

        plan.Fails().HasOne("Error").Says(problem).Says(remedy);
    }

    [Theory, EveryToolchain]
    public async Task Plan_WhenServerIsSilent_NamesRequestTimeout(Toolchain toolchain)
    {
        await using var server = StubServer.Silent();
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_URL", server.Url));

        plan.Fails().HasOne("Error").Says("within 2 s").Says("request_timeout");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithWrongToken_NamesCredentialsAndShowsNoSecret(Toolchain toolchain)
    {
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_AUTH_TOKEN", "a-token-that-was-revoked"));

        plan.Fails().HasOne("Error").Says("`auth_token`").DoesNotSay("a-token-that-was-revoked");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithWrongPassword_NamesCredentialsAndShowsNoSecret(Toolchain toolchain)
    {
        var plan = await PlanAsync(
            toolchain,
            ("ROCKETCHAT_AUTH_TOKEN", null),
            ("ROCKETCHAT_USERNAME", DefaultSeed.AdminUsername),
            ("ROCKETCHAT_PASSWORD", "a-wrong-guess"));

        plan.Fails().HasOne("Error").Says("`password`").DoesNotSay("a-wrong-guess");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithoutCredentials_NamesThem(Toolchain toolchain)
    {
        var plan = await PlanAsync(toolchain, ("ROCKETCHAT_AUTH_TOKEN", null), ("ROCKETCHAT_USER_ID", null));

        plan.Fails().HasOne("Error").Says("`auth_token`").Says("ROCKETCHAT_AUTH_TOKEN");
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithUsernameAndPassword_LogsIn(Toolchain toolchain)
    {
        var plan = await PlanAsync(
            toolchain,
            ("ROCKETCHAT_AUTH_TOKEN", null),
            ("ROCKETCHAT_USER_ID", null),
            ("ROCKETCHAT_USERNAME", DefaultSeed.AdminUsername),
            ("ROCKETCHAT_PASSWORD", DefaultSeed.AdminPassword));

        plan.HasNoChanges();
    }

    /// <summary>Plans with these variables of the environment; null removes one.</summary>
    private static async Task<CommandResult> PlanAsync(Toolchain toolchain, params (string Name, string? Value)[] environment)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module);
        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                fixture.Cli.Environment.Remove(name);
            }
            else
            {
                fixture.Cli.Environment[name] = value;
            }
        }

        return await fixture.Cli.PlanAsync();
    }
}
