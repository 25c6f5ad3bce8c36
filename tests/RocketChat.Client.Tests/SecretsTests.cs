using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
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

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Echoes => [.. Answering.Keys];

    private static Dictionary<string, Func<string, StubAnswer>> Answering => new()
    {
        ["JSON error"] = heard => StubAnswer.Json($$"""{"success":false,"error":"bad: {{heard}} [error-x]","errorType":"error-x"}""", 400),
        ["JSON code"] = heard => StubAnswer.Json($$"""{"success":false,"error":"{{heard}}"}""", 400),
        ["JSON 401"] = heard => StubAnswer.Json($$"""{"status":"error","message":"{{heard}}"}""", 401),
        ["second factor"] = heard => StubAnswer.Json(
            $$"""{"success":false,"error":"{{heard}} [totp-required]","errorType":"totp-required","details":{"method":"totp"} }""", 400),
        ["wrong code"] = heard => StubAnswer.Json(
            $$"""{"success":false,"error":"{{heard}} [totp-invalid]","errorType":"totp-invalid","details":{"method":"totp"} }""", 400),
        ["HTML title"] = heard => StubAnswer.Html($"<title>{heard}</title>", 502),
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
        ["redirect"] = heard => new StubAnswer(
            "", 302, "text/html") { Headers = new Dictionary<string, string> { ["Location"] = $"http://elsewhere.invalid/?{heard}" } },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task AnyCall_ServerRepeatsWhatItHears_NothingOfItIsTold(string echo)
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
                new AccessTokenCredentials("admin", $"token-{Mark}-0123"),
                new PasswordCredentials("admin", $"password-{Mark}-0123"),
            ])
        {
            var logger = new ListLogger();
            var options = TestClient.Options(server.Url) with
            {
                Credentials = credentials,
                TotpSecret = "GEZDGNBVGY3TQOJQ",
                Headers = new Dictionary<string, string> { ["X-Gateway"] = $"header-{Mark}-0123" },
            };
            await using (var client = new RocketChatClient(options, logger))
            {
                await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
                await AssertNoSecretAsync(() => client.Settings.SetAsync("Push_apn_key", Json.Of($"\"value-{Mark}-0123\""), Token));
                await AssertNoSecretAsync(() => client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Alice, Token));
                Assert.DoesNotContain(Mark, $"{client}{options}", StringComparison.Ordinal);
            }

            Assert.NotEmpty(logger.Lines);
            Assert.All(logger.Lines, line => Assert.DoesNotContain(Mark, line, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Login_ServerRepeatsThePassword_ItIsNotTold()
    {
        await using var server = await StubServer.StartAsync();
        server.OnAnything(
            context => StubServer.WriteAsync(
                context, Answering["JSON 401"](((string)context.Items["body"]!).Replace("\"", "'", StringComparison.Ordinal))));
        await using var client = TestClient.For(
            server, options => options with { Credentials = new PasswordCredentials("admin", $"password-{Mark}-0123") });

        await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
    }

    [Fact]
    public async Task AnyCall_ProxyWithPasswordFails_ItIsNotTold()
    {
        await using var proxy = await StubServer.StartAsync();
        proxy.OnAnything(
            context => StubServer.WriteAsync(
                context,
                new StubAnswer("", 407) { Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" } }));
        foreach (var scheme in (string[])["http", "https"])
        {
            var options = TestClient.Options(
                new Uri($"{scheme}://chat.invalid")) with
            {
                Proxy = new UriBuilder(proxy.Url) { UserName = "user", Password = $"password-{Mark}-0123" }.Uri,
            };
            await using var client = new RocketChatClient(options);

            await AssertNoSecretAsync(() => client.Account.GetAsync(Token));
        }
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

    private static string Heard(HttpContext context)
    {
        var headers = string.Join(
            ' ',
            context.Request.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Value.ToString()));
        return $"{headers} {context.Items["body"]}".Replace("\"", "'", StringComparison.Ordinal);
    }

    private sealed class ListLogger : ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {exception}");
    }
}
