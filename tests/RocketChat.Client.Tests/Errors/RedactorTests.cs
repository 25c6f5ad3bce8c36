using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;

namespace RocketChat.Client.Tests.Errors;

public sealed class RedactorTests
{
    private static RocketChatClientOptions Options => new()
    {
        Url = new Uri("https://chat.example.org"),
        Credentials = new AccessTokenCredentials("user-id-0123", "token-0123"),
    };

    [Fact]
    public void Clean_TextWithAToken_MasksTheTokenAndKeepsTheUserId() =>
        Assert.Equal(
            "user-id-0123 sent (secret), twice: (secret)", new Redactor(Options).Clean("user-id-0123 sent token-0123, twice: token-0123"));

    [Fact]
    public void Clean_TextWithAPasswordOrItsDigest_MasksBoth()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("correct horse")));
        var redactor = new Redactor(Options with { Credentials = new PasswordCredentials("alice", "correct horse") });

        Assert.Equal("alice: (secret) or (secret)", redactor.Clean($"alice: correct horse or {digest}"));
    }

    [Fact]
    public void Clean_TextWithOtherSecretsOfTheOptions_MasksEachOfThem()
    {
        var redactor = new Redactor(Options with
        {
            TotpSecret = "GEZDGNBV",
            Tls = new TlsOptions { ClientKey = "key-0123" },
            Proxy = new Uri("http://me:proxy-0123@proxy.example.org"),
            Headers = new Dictionary<string, string> { ["X-One"] = "header-1", ["X-Two"] = "header-2" },
        });

        Assert.Equal(
            "(secret) (secret) (secret) (secret) (secret) proxy.example.org",
            redactor.Clean("GEZDGNBV key-0123 me:proxy-0123 header-1 header-2 proxy.example.org"));
    }

    public static TheoryData<string> Secrets =>
    [
        "to\"ken&with+plus/slash=\\back",
        "pässwörd-ž-日本-0123",
        " with spaces around ",
        "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49+AgEGCCqGSM49/wEH\nBG0wawIBAQQgNi5mUq6VQnS0xvVwbgAm+Q==\n-----END"
        + " PRIVATE KEY-----\n",
    ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Clean_SecretInAnyForm_MasksIt(string secret)
    {
        var redactor = new Redactor(Options);
        redactor.Add(secret);
        var json = JsonEncodedText.Encode(secret).ToString();
        var relaxed = JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        string[] forms =
        [
            secret,
            secret.Trim(),
            json,
            Regex.Replace(json, @"\\u[0-9A-F]{4}", escape => escape.Value.ToLowerInvariant()),
            relaxed,
            relaxed.Replace("/", "\\/", StringComparison.Ordinal),
            JsonEncodedText.Encode(json).ToString(),
            JsonEncodedText.Encode(relaxed).ToString(),
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            WebUtility.HtmlEncode(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];

        Assert.All(forms, form => Assert.DoesNotContain(form.Trim(), redactor.Clean($"<{form}>"), StringComparison.Ordinal));
        Assert.All(
            secret.Split('\n').Where(line => line.StartsWith("MIGH", StringComparison.Ordinal)),
            line => Assert.Equal("(secret)", redactor.Clean(line)));
    }

    [Theory]
    [InlineData("a&b+c-\u00E4-0123", "a&b+c-\\u00E4-0123")]
    [InlineData("a&b+c-\u00E4-0123", "a&b+c-\\u00e4-0123")]
    [InlineData("/start-0123", "%2Fstart-0123")]
    [InlineData("/start-0123", "%2fstart-0123")]
    [InlineData("p@ss'0123", "p%40ss'0123")]
    [InlineData("it is (mine)!*", "it%20is%20(mine)!*")]
    [InlineData("it is (mine)!*~", "it+is+%28mine%29%21*%7E")]
    [InlineData("it is (mine)!*~", "it+is+%28mine%29%21*%7e")]
    [InlineData("%21 is not (!)", "%2521%20is%20not%20(!)")]
    [InlineData("h\u00E9-\u001F-\u00A0-\U0001F600-\"0123", "h\u00E9-\\u001f-\u00A0-\U0001F600-\\\"0123")]
    [InlineData("t\tn\nb\bf\fr\r\\0123", "t\\tn\\nb\\bf\\fr\\r\\\\0123")]
    public void Clean_SecretAsAnotherEncoderWritesIt_MasksIt(string secret, string form)
    {
        var redactor = new Redactor(Options);
        redactor.Add(secret);

        Assert.Equal("(secret)", redactor.Clean(form));
    }

    [Theory]
    [InlineData("Bearer abcdefgh-0123", "abcdefgh-0123")]
    [InlineData("session=abcdefgh-0123; path=/", "abcdefgh-0123")]
    [InlineData("Basic bWU6YWJjZGVmZ2gtMDEyMw==", "abcdefgh-0123")]
    public void Clean_TokenInsideAHeader_MasksItAlone(string header, string token)
    {
        var redactor = new Redactor(Options with { Headers = new Dictionary<string, string> { ["Authorization"] = header } });

        Assert.Equal("got (secret)", redactor.Clean("got " + token));
        Assert.Equal("got (secret)", redactor.Clean("got " + header));
    }

    [Fact]
    public void Clean_PasswordOfTheProxy_MasksItAloneAndInItsBasicForm()
    {
        var basic = Convert.ToBase64String("me:p@ss-0123"u8);
        foreach (var options in (RocketChatClientOptions[])[
            Options with { Proxy = new Uri("http://me:p%40ss-0123@proxy.example.org") },
            Options with { EnvironmentProxy = new WebProxy("http://me:p%40ss-0123@proxy.example.org") },
        ])
        {
            var redactor = new Redactor(options);

            Assert.Equal("(secret) (secret) (secret)", redactor.Clean($"p@ss-0123 p%40ss-0123 {basic.TrimEnd('=')}"));
        }
    }

    [Fact]
    public void Clean_HeadersOfAPassword_MasksTheBasicForm()
    {
        var redactor = new Redactor(Options with { Credentials = new PasswordCredentials("alice", "correct horse") });

        Assert.Equal("Basic (secret)", redactor.Clean("Basic " + Convert.ToBase64String("alice:correct horse"u8).TrimEnd('=')));
    }

    [Fact]
    public void Clean_ProxyWithAUserAlone_MasksTheUser()
    {
        var redactor = new Redactor(Options with { Proxy = new Uri("http://token-of-proxy@proxy.example.org") });

        Assert.Equal("(secret)@proxy", redactor.Clean("token-of-proxy@proxy"));
    }

    [Theory]
    [InlineData("Token 1234567", "1234567")]
    [InlineData("a=1234567,b=x", "1234567")]
    public void Clean_ShortPartOfAHeader_IsNoSecretByItself(string header, string part)
    {
        var redactor = new Redactor(Options with { Headers = new Dictionary<string, string> { ["X-Y"] = header } });

        Assert.Equal($"order {part}", redactor.Clean($"order {part}"));
        Assert.Equal("order (secret)", redactor.Clean($"order {header}"));
    }

    [Theory]
    [InlineData("a;bcdefgh1;c", "bcdefgh1")]
    [InlineData("a,bcdefgh1,c", "bcdefgh1")]
    [InlineData("a=bcdefgh1", "bcdefgh1")]
    public void Clean_PartOfAHeaderBetweenAnySeparators_IsMasked(string header, string part)
    {
        var redactor = new Redactor(Options with { Headers = new Dictionary<string, string> { ["X-Y"] = header } });

        Assert.Equal("(secret)", redactor.Clean(part));
    }

    [Fact]
    public void Clean_SecretAddedAfterTheFirstUse_IsMasked()
    {
        var redactor = new Redactor(Options);
        Assert.Equal("later-0123", redactor.Clean("later-0123"));

        redactor.AddToken("later-0123");

        Assert.Equal("(secret)", redactor.Clean("later-0123"));
        Assert.True(redactor.RepeatsPart("it is ater-012", []));
    }

    [Fact]
    public void RepeatsPart_PartAtTheVeryEndOrInAnotherForm_IsTrue()
    {
        var redactor = new Redactor(Options);

        Assert.True(redactor.RepeatsPart("bcdefghi", ["abcdefghij"]));
        Assert.True(redactor.RepeatsPart("ends in bcdefghi", ["abcdefghij"]));
        Assert.True(redactor.RepeatsPart("a%20b%20c", ["x a b c y"]));
        Assert.False(redactor.RepeatsPart("", ["abcdefghij"]));
    }

    [Theory]
    [InlineData("first-line-0123\rsecond-line-0123", "second-line-0123", "(secret)")]
    [InlineData("-----BEGIN X-----\nAAAABBBB\n-----END X-----", "-----BEGIN X-----", "-----BEGIN X-----")]
    [InlineData("-----BEGIN X-----\nAAAABBBB\n-----END X-----", "AAAABBBB", "(secret)")]
    [InlineData("-----BEGIN X-----\nAAAABBB\n-----END X-----", "AAAABBB", "AAAABBB")]
    [InlineData("  padded-0123  \n}", "padded-0123", "(secret)")]
    public void Clean_LineOfASecret_IsMaskedIfItIsLongAndNoFrame(string secret, string line, string expected)
    {
        var redactor = new Redactor(Options);
        redactor.Add(secret);

        Assert.Equal(expected, redactor.Clean(line));
    }

    [Fact]
    public void Clean_UrlSafeBase64_MasksIt()
    {
        var redactor = new Redactor(Options);
        redactor.Add("~~~???>>>ÿÿÿ");
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes("~~~???>>>ÿÿÿ"));
        Assert.Contains('/', base64);

        Assert.Equal("(secret)", redactor.Clean(base64.Replace('+', '-').Replace('/', '_')));
    }

    [Fact]
    public void RepeatsPart_EightCharactersOfASecret_IsTrue()
    {
        var redactor = new Redactor(Options);

        Assert.True(redactor.RepeatsPart("it is bcdefghi.", ["abcdefghij"]));
        Assert.True(redactor.RepeatsPart("it is abcdefgh.", ["abcdefgh"]));
        Assert.True(redactor.RepeatsPart("it is token-01", []));
        Assert.False(redactor.RepeatsPart("it is bcdefgh.", ["abcdefghij"]));
        Assert.False(redactor.RepeatsPart("true and false", ["true"]));
    }

    [Fact]
    public void Clean_SecretThatIsPartOfAnother_LeavesNoRestOfTheLongerOne()
    {
        var redactor = new Redactor(Options);
        redactor.Add("0123-and-token-0123-and-more");

        Assert.Equal("(secret)!", redactor.Clean("0123-and-token-0123-and-more!"));
        Assert.Equal("(secret)!", redactor.Clean("longer-token-0123-still!", ["longer-token-0123-still"]));
    }

    [Theory]
    [InlineData("abc", "xabcx")]
    [InlineData("abcd", "x(secret)x")]
    public void Clean_ShortSecret_IsMaskedFromFourCharactersOn(string secret, string expected)
    {
        var redactor = new Redactor(Options);
        redactor.Add(secret);

        Assert.Equal(expected, redactor.Clean($"x{secret}x"));
        Assert.Equal(expected, new Redactor(Options).Clean($"x{secret}x", [secret]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing of it")]
    public void Clean_TextWithoutASecret_StaysAsItIs(string? text) => Assert.Equal(text, new Redactor(Options).Clean(text));

    [Fact]
    public void IsClean_TextWithASecret_IsFalse()
    {
        var redactor = new Redactor(Options);

        Assert.True(redactor.IsClean("user-id-0123 sent nothing", []));
        Assert.False(redactor.IsClean("user-id-0123 sent token-0123", []));
        Assert.False(redactor.IsClean("sent with it: value-0123", ["value-0123"]));
    }
}
