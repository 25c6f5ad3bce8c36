using System.Security.Cryptography;
using System.Text;
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
