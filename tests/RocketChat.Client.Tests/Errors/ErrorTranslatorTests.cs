using System.Net.Http;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Options;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Errors;

public sealed class ErrorTranslatorTests
{
    private const string Server = "https://chat.example.org:8443";

    private const string Address = Server + "/sub/path";

    private static readonly ApiRequest Request = new("POST", "/api/v1/groups.addOwner") { Secrets = ["value-0123"] };

    private static readonly ErrorTranslator Translator = new(
        new ConnectionFaults(new Uri(Address), new ConnectionRecord()),
        new Redactor(
            new RocketChatClientOptions { Url = new Uri(Server), Credentials = new AccessTokenCredentials("admin", "token-0123") }));

    [Theory]
    [InlineData(
        HttpRequestError.SecureConnectionError, RocketChatErrorKind.TlsFailure, $"No trusted TLS connection to {Address}: the reason")]
    [InlineData(
        HttpRequestError.NameResolutionError, RocketChatErrorKind.Unreachable, "The host name chat.example.org is not known: the reason")]
    [InlineData(HttpRequestError.ConnectionError, RocketChatErrorKind.Unreachable, $"Could not connect to {Address}: the reason")]
    [InlineData(
        HttpRequestError.ProxyTunnelError,
        RocketChatErrorKind.ProxyFailure,
        $"The proxy at an unknown address refused the connection to {Address}.")]
    [InlineData(
        HttpRequestError.ConfigurationLimitExceeded,
        RocketChatErrorKind.UnexpectedAnswer,
        "The answer to POST /api/v1/groups.addOwner is larger than 2 MB.")]
    [InlineData(
        HttpRequestError.ResponseEnded,
        RocketChatErrorKind.Disconnected,
        $"The connection to {Address} broke during POST /api/v1/groups.addOwner: it was closed before the answer was complete")]
    public void NoAnswer_FaultOfTheConnection_NamesItWithTheInnermostReason(
        HttpRequestError fault, RocketChatErrorKind kind, string message)
    {
        var thrown = new HttpRequestException(fault, "outer", new IOException("middle", new IOException("the reason")));

        var exception = Translator.NoAnswer(Request, thrown);

        Assert.Equal((kind, message), (exception.Kind, exception.Message));
        Assert.Equal(("POST", "/api/v1/groups.addOwner"), (exception.Method, exception.Path));
        Assert.Same(thrown, exception.InnerException);
        Assert.Null(exception.StatusCode);
        Assert.Null(exception.RetryAfter);
        Assert.Null(exception.ServerTime);
    }

    [Fact]
    public void NoAnswer_AuthenticationFault_IsATlsFailureAtAnyDepth()
    {
        Assert.Equal(RocketChatErrorKind.TlsFailure, Translator.NoAnswer(Request, new AuthenticationException("untrusted")).Kind);
        Assert.Equal(
            RocketChatErrorKind.TlsFailure,
            Translator.NoAnswer(
                Request, new HttpRequestException(HttpRequestError.Unknown, "failed", new AuthenticationException("untrusted"))).Kind);
        Assert.Equal(RocketChatErrorKind.Disconnected, Translator.NoAnswer(Request, new IOException("cut")).Kind);
    }

    [Theory]
    [InlineData("token-0123")]
    [InlineData("value-0123")]
    public void NoAnswer_ReasonWithASecret_TellsItNowhere(string secret)
    {
        var exception = Translator.NoAnswer(Request, new HttpRequestException(HttpRequestError.ConnectionError, $"no way with {secret}"));

        Assert.Equal($"Could not connect to {Address}: no way with (secret)", exception.Message);
        Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("no way with (secret)", Assert.IsType<IOException>(exception.InnerException).Message);
    }

    [Fact]
    public void TimedOut_Request_SaysHowLongItWaited()
    {
        var exception = Translator.TimedOut(Request, TimeSpan.FromMilliseconds(1500));

        Assert.Equal(RocketChatErrorKind.TimedOut, exception.Kind);
        Assert.Equal($"{Address} did not answer POST /api/v1/groups.addOwner within 1.5 s.", exception.Message);
    }

    [Fact]
    public void OutOfTime_Operation_SaysHowLongItHad()
    {
        var exception = Translator.OutOfTime(TimeSpan.FromMinutes(5), new CallWaits());

        Assert.Equal(RocketChatErrorKind.TimedOut, exception.Kind);
        Assert.Equal($"The operation on {Address} did not finish within 300 s.", exception.Message);
    }

    [Fact]
    public void MustWait_LongWait_SaysHowLong()
    {
        var exception = Translator.MustWait(Request, TimeSpan.FromSeconds(59.6));

        Assert.Equal(RocketChatErrorKind.RateLimited, exception.Kind);
        Assert.Equal(
            $"Too many requests: {Address} requires a wait of 60 s before the next POST /api/v1/groups.addOwner, longer than the"
            + " time left.",
            exception.Message);
    }

    [Fact]
    public void OutOfTime_AfterWaits_SaysWhatWasWaitedFor()
    {
        var waits = new CallWaits();
        waits.Add("the server's rate limit on GET /api/v1/me", TimeSpan.FromSeconds(60));
        waits.Add("the server's rate limit on GET /api/v1/me", TimeSpan.FromSeconds(10));

        Assert.Equal(
            $"The operation on {Address} did not finish within 300 s, after waiting 70 s for the server's rate limit on GET /api/v1/me.",
            Translator.OutOfTime(TimeSpan.FromMinutes(5), waits).Message);
    }

    [Fact]
    public void Quote_ControlCharacters_BecomeEscapes() => Assert.Equal("a\\nb\\r\\tc", Translator.Quote("a\nb\r\tc"));

    [Theory]
    [InlineData("the value secret-of-t is not valid")]
    [InlineData("cut: f-the-se")]
    public void Quote_PartOfWhatWasSent_IsNotShown(string text) =>
        Assert.Equal("(not shown: it repeats what was sent)", Translator.Quote(text, ["secret-of-the-setting"]));

    [Fact]
    public void NotJson_TitleWithASecretAcrossTheCut_MasksItBeforeTheCut()
    {
        var title = new string('x', 95) + " token-0123";
        var answer = new RawAnswer(502, "text/html", Encoding.UTF8.GetBytes($"<title>{title}</title>"), new Dictionary<string, string>());
        var exception = Translator.NotJson(ApiRequest.Get("me"), answer, ForeignPage.Of(answer));

        Assert.DoesNotContain("toke", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NotJson_AnswerToTheWriteOfASecret_IsNotQuoted()
    {
        var answer = new RawAnswer(502, "text/html", "<title>Anything</title>"u8.ToArray(), new Dictionary<string, string>());
        var request = ApiRequest.Post("settings/A", "{}") with { Secrets = ["secret-of-the-setting"] };
        var exception = Translator.NotJson(request, answer, ForeignPage.Of(answer));

        Assert.DoesNotContain("Anything", exception.ToString() + exception.ServerMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(501, " …")]
    public void Quote_LongText_EndsAfter500Characters(int length, string end) =>
        Assert.Equal(new string('x', 500) + end, Translator.Quote(new string('x', length)));

    [Fact]
    public void Quote_NoText_IsNone() => Assert.Null(Translator.Quote(null));

    [Theory]
    [InlineData(
        200,
        RocketChatErrorKind.NotRocketChat,
        "answered POST /api/v1/groups.addOwner with status 200 and an HTML page titled \"Hi\" instead of JSON: this is not"
        + " Rocket.Chat's API, or something in front of it answered.")]
    [InlineData(
        299,
        RocketChatErrorKind.NotRocketChat,
        "answered POST /api/v1/groups.addOwner with status 299 and an HTML page titled \"Hi\" instead of JSON: this is not"
        + " Rocket.Chat's API, or something in front of it answered.")]
    [InlineData(
        300,
        RocketChatErrorKind.Redirected,
        "answered POST /api/v1/groups.addOwner with a redirect to another path. Use the address of the workspace itself.")]
    [InlineData(
        399,
        RocketChatErrorKind.Redirected,
        "answered POST /api/v1/groups.addOwner with a redirect to another path. Use the address of the workspace itself.")]
    [InlineData(
        400,
        RocketChatErrorKind.NotRocketChat,
        "answered POST /api/v1/groups.addOwner with status 400 and an HTML page titled \"Hi\" instead of JSON: this is not"
        + " Rocket.Chat's API, or something in front of it answered.")]
    [InlineData(
        500, RocketChatErrorKind.ServerError, "answered POST /api/v1/groups.addOwner with status 500 and an HTML page titled \"Hi\".")]
    [InlineData(
        502,
        RocketChatErrorKind.ServerError,
        "answered POST /api/v1/groups.addOwner with status 502 and an HTML page titled \"Hi\": a proxy answered, because Rocket.Chat did"
        + " not.")]
    public void NotJson_Page_IsJudgedByItsStatus(int status, RocketChatErrorKind kind, string rest)
    {
        var request = Request with { Secrets = [] };
        var exception = Translator.NotJson(request, Answer(status), new ForeignPage("an HTML page", "Hi", IsFromRocketChat: false));

        Assert.Equal((kind, $"{Address} {rest}"), (exception.Kind, exception.Message));
        Assert.Equal((status, "Hi"), (exception.StatusCode, exception.ServerMessage));
        Assert.Equal("/api/v1/groups.addOwner", exception.Path);
    }

    [Fact]
    public void NotJson_ProxyOrLimit_SaysWhoAnswered()
    {
        var page = new ForeignPage("an empty body", null, IsFromRocketChat: false);

        var proxy = Translator.NotJson(Request, Answer(407), page);
        Assert.Equal(
            (
                RocketChatErrorKind.ProxyFailure,
                $"The proxy on the way to {Address} requires other credentials (status 407)."), (proxy.Kind, proxy.Message));
        var limit = Translator.NotJson(Request, Answer(429), page);
        Assert.Equal(
            (
                RocketChatErrorKind.RateLimited,
                $"Too many requests: {Address} answered POST /api/v1/groups.addOwner with status 429 and an empty body."),
            (limit.Kind, limit.Message));
    }

    [Fact]
    public void NotJson_RocketChatsOwnPage_IsAnUnknownEndpoint()
    {
        var exception = Translator.NotJson(Request, Answer(404), new ForeignPage("an HTML page", null, IsFromRocketChat: true));

        Assert.Equal(RocketChatErrorKind.UnknownEndpoint, exception.Kind);
        Assert.Equal(
            $"The Rocket.Chat at {Address} has no endpoint POST /api/v1/groups.addOwner (its version is older or newer, or the"
            + " sub-path of the address is wrong).",
            exception.Message);
    }

    [Fact]
    public void NotJson_PageWithSecrets_ShowsNone()
    {
        var page = new ForeignPage("content of type token-0123", "Hi token-0123", IsFromRocketChat: false);
        var exception = Translator.NotJson(Request with { Secrets = [] }, Answer(200), page);

        Assert.Contains("status 200 and content of type (secret) titled \"Hi (secret)\"", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Hi (secret)", exception.ServerMessage);
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/login?ticket=0123", "https://elsewhere.example.org/login")]
    [InlineData("https://me:password@elsewhere.example.org:444/", "https://elsewhere.example.org:444/")]
    [InlineData("https://elsewhere.example.org/token-0123", "https://elsewhere.example.org/(secret)")]
    [InlineData("login", "another path")]
    public void NotJson_Redirect_NamesTheTargetWithoutWhatMayBeSecret(string location, string target)
    {
        var answer = Answer(302, ("Location", location));

        var exception = Translator.NotJson(Request, answer, new ForeignPage("an empty body", null, IsFromRocketChat: false));

        Assert.Contains($"with a redirect to {target}. Use", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_Json_SaysThatItMayHaveBeenCutOff()
    {
        var fault = new JsonException("line 1");

        var exception = Translator.Broken(Request, Answer(200), fault);

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, exception.Kind);
        Assert.Equal(
            $"The answer of {Address} to POST /api/v1/groups.addOwner (status 200) is not valid JSON; it may have been cut off.",
            exception.Message);
        Assert.Same(fault, exception.InnerException);
        Assert.Equal(200, exception.StatusCode);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(299, """{"success":true}""")]
    [InlineData(200, """{"status":"success"}""")]
    public void Refusal_AnswerOfSuccess_IsNone(int status, string body) =>
        Assert.Null(Translator.Refusal(Request, Answer(status), Json.Of(body)));

    [Theory]
    [InlineData(199, "{}")]
    [InlineData(300, "{}")]
    [InlineData(200, """{"success":false}""")]
    [InlineData(200, """{"status":"error"}""")]
    public void Refusal_AnswerOfFailureWithoutAWord_NamesTheStatus(int status, string body)
    {
        var exception = Translator.Refusal(Request, Answer(status), Json.Of(body));

        Assert.Equal(RocketChatErrorKind.Rejected, exception?.Kind);
        Assert.Equal($"{Address} refused POST /api/v1/groups.addOwner: no reason given, status {status}", exception?.Message);
    }

    [Theory]
    [InlineData(
        400,
        "error-invalid-room",
        RocketChatErrorKind.Rejected,
        Address + " refused POST /api/v1/groups.addOwner: Sorry (error-invalid-room)")]
    [InlineData(
        401,
        "error-x",
        RocketChatErrorKind.Unauthorized,
        Address + " does not accept the credentials for POST /api/v1/groups.addOwner: Sorry (error-x)")]
    [InlineData(403, "error-x", RocketChatErrorKind.Forbidden, "The account may not POST /api/v1/groups.addOwner: Sorry (error-x)")]
    [InlineData(
        400,
        "error-unauthorized",
        RocketChatErrorKind.Forbidden,
        "The account may not POST /api/v1/groups.addOwner: Sorry (error-unauthorized)")]
    [InlineData(
        400,
        "totp-required",
        RocketChatErrorKind.SecondFactorRequired,
        Address + " requires a second factor for POST /api/v1/groups.addOwner: Sorry (totp-required)")]
    [InlineData(
        401,
        "totp-invalid",
        RocketChatErrorKind.SecondFactorRequired,
        Address + " requires a second factor for POST /api/v1/groups.addOwner: Sorry (totp-invalid)")]
    [InlineData(429, "error-x", RocketChatErrorKind.RateLimited, "Too many requests: Sorry (error-x)")]
    [InlineData(400, "error-too-many-requests", RocketChatErrorKind.RateLimited, "Too many requests: Sorry (error-too-many-requests)")]
    [InlineData(500, "error-x", RocketChatErrorKind.ServerError, Address + " failed at POST /api/v1/groups.addOwner: Sorry (error-x)")]
    [InlineData(
        503,
        "error-not-allowed",
        RocketChatErrorKind.ServerError,
        Address + " failed at POST /api/v1/groups.addOwner: Sorry (error-not-allowed)")]
    [InlineData(
        400,
        "404",
        RocketChatErrorKind.UnknownEndpoint,
        "The Rocket.Chat at " + Address + " has no endpoint POST /api/v1/groups.addOwner: Sorry (404)")]
    public void Refusal_StatusAndCode_GiveKindAndSentence(int status, string code, RocketChatErrorKind kind, string message)
    {
        var exception = Translator.Refusal(
            Request, Answer(status), Json.Of($$"""{"success":false,"error":"Sorry [{{code}}]","errorType":"{{code}}"}"""));

        Assert.Equal((kind, message), (exception?.Kind, exception?.Message));
        Assert.Equal((code, "Sorry", status), (exception?.Code, exception?.ServerMessage, exception?.StatusCode));
    }

    [Theory]
    [InlineData("totp-max-attempts", RocketChatErrorKind.SecondFactorRequired)]
    [InlineData("totp-user-not-found", RocketChatErrorKind.SecondFactorRequired)]
    [InlineData("too-many-requests", RocketChatErrorKind.RateLimited)]
    [InlineData("error-not-allowed", RocketChatErrorKind.Forbidden)]
    [InlineData("error-action-not-allowed", RocketChatErrorKind.Forbidden)]
    [InlineData("error-not-authorized", RocketChatErrorKind.Forbidden)]
    [InlineData("unauthorized", RocketChatErrorKind.Forbidden)]
    [InlineData("forbidden", RocketChatErrorKind.Forbidden)]
    [InlineData("not-allowed", RocketChatErrorKind.Forbidden)]
    [InlineData("error-user-not-in-room", RocketChatErrorKind.Rejected)]
    public void MethodRefusal_Code_DecidesWhateverTheStatus(string code, RocketChatErrorKind kind)
    {
        var exception = Translator.MethodRefusal(Request, Answer(200), Json.Of($$"""{"error":"{{code}}","reason":"Sorry value-0123"}"""));

        Assert.Equal((kind, code, "Sorry (secret)"), (exception.Kind, exception.Code, exception.ServerMessage));
        Assert.EndsWith($"Sorry (secret) ({code})", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "{}", RocketChatErrorKind.UnknownEndpoint)]
    [InlineData(405, "{}", RocketChatErrorKind.UnknownEndpoint)]
    [InlineData(404, """{"success":false,"error":"API endpoint does not exist"}""", RocketChatErrorKind.UnknownEndpoint)]
    [InlineData(404, """{"success":false,"error":"Resource not found"}""", RocketChatErrorKind.UnknownEndpoint)]
    [InlineData(400, """{"success":false,"error":"Resource not found"}""", RocketChatErrorKind.Rejected)]
    [InlineData(404, """{"success":false,"error":"Room not found"}""", RocketChatErrorKind.Rejected)]
    public void Refusal_NotFound_TellsAnEndpointFromAThing(int status, string body, RocketChatErrorKind kind) =>
        Assert.Equal(kind, Translator.Refusal(Request, Answer(status), Json.Of(body))?.Kind);

    [Fact]
    public void Refusal_CodeInTheWords_IsNotSaidTwice()
    {
        var exception = Translator.Refusal(Request, Answer(400), Json.Of("""{"success":false,"error":"User not found."}"""));

        Assert.Equal($"{Address} refused POST /api/v1/groups.addOwner: User not found.", exception?.Message);
    }

    [Fact]
    public void MethodRefusal_CodeWithoutAReason_IsTheReason()
    {
        var exception = Translator.MethodRefusal(Request, Answer(200), Json.Of("""{"error":"error-x value-0123"}"""));

        Assert.Equal($"{Address} refused POST /api/v1/groups.addOwner: error-x (secret)", exception.Message);
        Assert.Equal("error-x (secret)", exception.Code);
        Assert.Null(exception.ServerMessage);
    }

    [Fact]
    public void MethodRefusal_WaitInTheDetails_IsRead() => Assert.Equal(
        TimeSpan.FromMilliseconds(6500),
        Translator.MethodRefusal(
            Request, Answer(200), Json.Of("""{"error":"too-many-requests","details":{"timeToReset":6500}}""")).RetryAfter);

    [Fact]
    public void Refusal_WordsWithASecretOfTheRequest_TellNone()
    {
        var exception = Translator.Refusal(Request, Answer(400), Json.Of("""{"success":false,"error":"bad value-0123"}"""));

        Assert.Equal(("bad (secret)", "bad (secret)"), (exception?.Code, exception?.ServerMessage));
    }

    [Fact]
    public void Refusal_SecondFactor_TellsTheMethodAndTheOthers()
    {
        const string Details = """ "details":{"method":"email","availableMethods":["totp","email"]}""";

        var wanted = Translator.Refusal(Request, Answer(400), Json.Of("""{"success":false,"errorType":"totp-required",""" + Details + "}"));
        var other = Translator.Refusal(Request, Answer(400), Json.Of("""{"success":false,"errorType":"error-x",""" + Details + "}"));

        Assert.Equal("email", wanted?.SecondFactorMethod);
        Assert.Equal(["totp", "email"], wanted?.OtherMethods ?? []);
        Assert.Null(other?.SecondFactorMethod);
    }

    [Fact]
    public void Refusal_WithoutDetails_KnowsNoSecondFactor()
    {
        var exception = Translator.Refusal(Request, Answer(400), Json.Of("""{"success":false,"errorType":"totp-required"}"""));

        Assert.Equal(RocketChatErrorKind.SecondFactorRequired, exception?.Kind);
        Assert.Null(exception?.SecondFactorMethod);
        Assert.Empty(exception?.OtherMethods ?? ["missing"]);
    }

    [Fact]
    public void Refusal_ServersClockAndWait_AreRead()
    {
        var exception = Translator.Refusal(
            Request, Answer(429, ("Date", "Mon, 23 Nov 2026 04:33:34 GMT"), ("Retry-After", "7")), Json.Of("""{"success":false}"""));

        Assert.Equal(TimeSpan.FromSeconds(7), exception?.RetryAfter);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 4, 33, 34, TimeSpan.Zero), exception?.ServerTime);
    }

    private static RawAnswer Answer(int status, params (string Name, string Value)[] headers) =>
        new(status, "application/json", ReadOnlyMemory<byte>.Empty, headers.ToDictionary(header => header.Name, header => header.Value));
}
