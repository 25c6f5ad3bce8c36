using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Dns;
using RocketChat.Client.Errors;
using RocketChat.Client.Federation;
using RocketChat.Client.Http;
using RocketChat.Client.Options;
using RocketChat.Client.Server;
using RocketChat.Client.Tests.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Http;

/// <summary>Every call ends with a result or with the exception that callers know, for any answer of a server.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 40;

    private static readonly string[] Real =
    [
        Answers.Me653,
        Answers.Login653,
        Answers.Alice,
        Answers.AdminRoom653,
        Answers.RoomInfo653,
        Answers.TotpRequired,
        Answers.TooMany,
        Answers.SwappedNotAllowed,
        """{"users":[{"_id":"alice-id","username":"alice"}],"total":1,"success":true}""",
        """{"rooms":[{"_id":"r1","name":"n","t":"c"}],"count":1,"offset":0,"total":1,"success":true}""",
        """{"settings":[{"_id":"A","value":1}],"count":1,"offset":0,"total":1,"success":true}""",
        """{"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}","success":true}""",
    ];

    // Characters that a terminal would obey, a line that looks like another message, and both secrets.
    private static readonly string Hostile =
        $"\u001B[31m\nError: forged \u202E {TestClient.Token.AuthToken} {TestClient.Password.Password}";

    private static readonly string InJson = JsonEncodedText.Encode(Hostile, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static readonly string[] HostileAnswers =
    [
        $$"""{"success":false,"error":"{{InJson}} [error-x]","errorType":"error-x"}""",
        $$"""{"success":false,"error":"{{InJson}}","errorType":"{{InJson}}"}""",
        $$"""{"success":false,"error":"{{InJson}} [totp-required]","errorType":"totp-required","details":{"method":"{{InJson}}"} }""",
        $$"""{"status":"error","message":"{{InJson}}"}""",
        Method.Error("error-x", InJson).Body,
        $$$"""{"server_name":"{{{InJson}}}","server":{},"verify_keys":{"ed25519:0":{"key":"q0kT"}},"m.server":"{{{InJson}}}"}""",
        $$"""{"appservice":{"ok":false,"error":"{{InJson}}"},"success":true}""",
        $"<html><title>{Hostile}</title></html>",
        Hostile,
    ];

    // Nothing of an answer to a secret is shown.
    private static readonly string[] WritesOfSecrets = ["License.Validate", "Cloud.Connect"];

    private static readonly string[] Words = [
        "_id",
        "user",
        "room",
        "rooms",
        "users",
        "settings",
        "value",
        "success",
        "error",
        "errorType",
        "details",
        "message",
        "status",
        "data",
        "total",
        "version",
        "info",
        "roles",
        "u",
        "t",
        "\\udc00",
        "\\u001b[31m",
        "\\u202e",
        "\\nError: forged",
        TestClient.Token.AuthToken,
        TestClient.Password.Password,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Calls => [.. AllCalls.Keys];

    private static Dictionary<string, Func<RocketChatClient, Task>> AllCalls => new()
    {
        ["Account.Get"] = client => client.Account.GetAsync(Token),
        ["Server.GetInfo"] = client => client.Server.GetInfoAsync(Token),
        ["Users.FindById"] = client => client.Users.FindByIdAsync("alice-id", Token),
        ["Users.FindByName"] = client => client.Users.FindByNameAsync("alice", Token),
        ["Rooms.FindById"] = client => client.Rooms.FindByIdAsync("r1", Token),
        ["Rooms.FindByName"] = client => client.Rooms.FindByNameAsync("n", Token),
        ["RoomOwners.Get"] = client => client.RoomOwners.GetAsync("r1", Token),
        ["RoomOwners.Add"] = client => client.RoomOwners.AddAsync(OwnerFixture.Private, OwnerFixture.Bob, Token),
        ["RoomOwners.AddToTeam"] = client => client.RoomOwners.AddAsync(
            OwnerFixture.Private with { IsTeamMain = true, Archived = true }, OwnerFixture.Bob, Token),
        ["RoomOwners.Remove"] = client => client.RoomOwners.RemoveAsync(OwnerFixture.Private, OwnerFixture.Alice, allowLast: true, Token),
        ["Settings.Get"] = client => client.Settings.GetAsync("A", Token),
        ["Settings.List"] = client => client.Settings.ListAsync(Token),
        ["Settings.Set"] = client => client.Settings.SetAsync("A", Json.True, Token),
        ["Federation.ProbeNative"] = client => client.Federation.ProbeNativeAsync("chat.example.org", Token),
        ["Federation.ProbeDelegation"] = client => client.Federation.ProbeDelegationAsync(
            new Uri(client.Url, ".well-known/matrix/server"), "chat.example.org:443", [], Token),
        ["Federation.Ping"] = client => client.Federation.PingAsync(client.Url, "chat.example.org", [], Token),
        ["Federation.VerifyBridge"] = client => client.Federation.VerifyBridgeAsync(Token),
        ["Federation.TestLegacy"] = client => client.Federation.TestLegacyAsync(Token),
        ["License.Validate"] = client => client.License.ValidateAsync("license-0123", Token),
        ["Cloud.Connect"] = client => client.Cloud.ConnectAsync("token-0123", TimeSpan.Zero, Token),
        ["Dns.ResolveSrv"] = client => client.Dns.ResolveSrvAsync("_rocketchat._https.chat.example.org", Token),
        ["Dns.ResolveTxt"] = client => client.Dns.ResolveTxtAsync("rocketchat-public-key.chat.example.org", Token),
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task AnyCall_AnyAnswer_EndsInAResultOrTheOneException(string call)
    {
        // The same answers in every run, others for every call.
        var random = new Random(call.Sum(c => c));
        await using var server = await StubServer.StartAsync();
        server.OnAnything(context => AnswerAsync(context, random));
        List<string> shown = [];

        for (var round = 0; round < Rounds; round++)
        {
            Credentials credentials = round % 2 == 0 ? TestClient.Token : TestClient.Password;
            var secret = round % 2 == 0 ? TestClient.Token.AuthToken : TestClient.Password.Password;
            var logger = new ListLogger();
            var time = new InstantTimeProvider();
            await using var client = TestClient.For(
                server,
                options => options with
                {
                    Credentials = credentials,
                    MaxRetries = round % 3,
                    RequestTimeout = InstantTimeProvider.Never,
                    OperationTimeout = InstantTimeProvider.Never,
                },
                time,
                logger);
            Task? made = null;

            var exception = await Record.ExceptionAsync(() => made = AllCalls[call](client));

            Assert.True(exception is null or RocketChatException, $"round {round}: {exception}");
            string[] texts = [.. exception is null ? await TextsOfAsync(made!) : MessagesOf(exception)];
            Assert.All(texts.Concat(logger.Lines), text => AssertFitToShow(text, secret));
            shown.AddRange(texts);
        }

        Assert.True(
            WritesOfSecrets.Contains(call) || shown.Exists(text => text.Contains("\\u001B", StringComparison.Ordinal)),
            $"No hostile text was shown:\n{string.Join('\n', shown)}");
    }

    /// <summary>The texts of a result for people; the rest of it is data.</summary>
    private static async Task<IEnumerable<string>> TextsOfAsync(Task made) => made switch
    {
        Task<FederationTest> test => [(await test).Message],
        Task<NativeFederationTest> test => [(await test).Test.Message],
        Task<ServerDnsAnswer?> answer => (await answer)?.Error is { } error ? [error] : [],
        Task<LicenseVerdict?> verdict => (await verdict)?.Reasons ?? [],
        _ => [],
    };

    private static IEnumerable<string> MessagesOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause.Message;
        }
    }

    private static void AssertFitToShow(string text, string secret)
    {
        Assert.Equal(ForeignText.Clean(text, int.MaxValue), text);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(HttpContext context, Random random)
    {
        byte[] body;
        lock (random)
        {
            int[] statuses = [200, 200, 200, 200, 400, 400, 401, 403, 404, 405, 429, 500, 502, 503, 204, 301, 999];
            string?[] types = [
                "application/json",
                "application/json",
                "application/json; charset=utf-8",
                "application/json; charset=bogus",
                "application/json; charset=\"",
                "text/html; charset=utf-7",
                "application/octet-stream",
                "",
                null,
                "application/problem+json",
            ];
            context.Response.StatusCode = statuses[random.Next(statuses.Length)];
            context.Response.ContentType = types[random.Next(types.Length)];
            body = Body(random);
            string[] numbers = ["0", "-1", "1e400", "NaN", "", "1795408473897", "99999999999999999999"];
            if (random.Next(4) == 0)
            {
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                context.Response.Headers["X-RateLimit-Reset"] = numbers[random.Next(numbers.Length)];
                context.Response.Headers["Retry-After"] = numbers[random.Next(numbers.Length)];
            }

            if (random.Next(4) == 0)
            {
                context.Response.Headers.Location = $"http://elsewhere.invalid/{Uri.EscapeDataString(Hostile)}";
                context.Response.Headers["x-deprecation-type"] = "endpoint";
                context.Response.Headers["x-deprecation-message"] = TestClient.Token.AuthToken + TestClient.Password.Password;
            }

            if (random.Next(4) == 0)
            {
                var answer = HostileAnswers[random.Next(HostileAnswers.Length)];
                int[] refusals = [200, 302, 400, 403, 500];
                context.Response.StatusCode = refusals[random.Next(refusals.Length)];
                context.Response.ContentType = answer[0] == '{' ? "application/json" : "text/html";
                body = Encoding.UTF8.GetBytes(answer);
            }

            // Now and then less than was promised.
            if (random.Next(8) == 0)
            {
                context.Response.ContentLength = body.Length + 10;
            }
        }

        if (context.Response.StatusCode == 204)
        {
            context.Response.ContentLength = null;
            return;
        }

        await context.Response.Body.WriteAsync(body);
        if (context.Response.ContentLength > body.Length)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private static byte[] Body(Random random)
    {
        var text = random.Next(3) == 0 ? JsonText(random, 4) : Real[random.Next(Real.Length)];
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (random.Next(5))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            default:
                return bytes;
        }
    }

    private static string JsonText(Random random, int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => "null",
        1 => "true",
        2 => "false",
        3 => "-1e999",
        4 => $"\"{Words[random.Next(Words.Length)]}\"",
        5 => "\"\\ud800 [error-room-not-found]\"",
        6 => "18446744073709551616",
        7 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => JsonText(random, depth - 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => JsonMember(random, depth - 1)))}}}",
    };

    private static string JsonMember(Random random, int depth) => $"\"{Words[random.Next(Words.Length)]}\":{JsonText(random, depth)}";
}
