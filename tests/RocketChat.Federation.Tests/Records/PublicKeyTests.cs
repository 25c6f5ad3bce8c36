using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Records;

/// <summary>Valid and invalid public keys.</summary>
public sealed class PublicKeyTests
{
    private const string Header = "-----BEGIN PUBLIC KEY-----";
    private const string Footer = "-----END PUBLIC KEY-----";

    private const string Empty =
        "The key is empty. A server creates its key when it starts. If the setting `FEDERATION_Public_Key` is empty, Rocket.Chat 5.0 or "
        + "later may have stored the setting before the key existed.";

    private const string Private =
        "This is a private key, which must never be published. Use the public key, the value of the setting `FEDERATION_Public_Key`.";

    private const string WithoutFrame =
        $"The key must start with `{Header}` and end with `{Footer}`, including the spaces, as the value of the setting "
        + "`FEDERATION_Public_Key` does.";

    private const string Damaged =
        "There is no complete public key in base64 between header and footer: characters are missing, extra or wrong. Copy the key again.";

    public static TheoryData<string, string> Errors => new()
    {
        { "", Empty },
        { " \r\n", Empty },
        { "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----", Private },
        { "MIIBIjANBgkq", WithoutFrame },
        { Header, WithoutFrame },
        { TestKeys.Text[Header.Length..], WithoutFrame },
        { TestKeys.Text[..^Footer.Length], WithoutFrame },
        { Header[..^5] + Footer, WithoutFrame },
        { $"{Header}MIIB{Footer}", Damaged },
        { Header + Footer, Damaged },
    };

    [Fact]
    public void Parse_WithLineBreaks_OneLine()
    {
        var pem = TestKeys.Text.Replace(
            "KEY-----M", "KEY-----\r\nM", StringComparison.Ordinal).Replace("-----END", "\n-----END", StringComparison.Ordinal) + "\n";

        Assert.Equal(TestKeys.Text, PublicKey.Parse(pem).Text);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void TryParse_Invalid_DescribesTheError(string text, string error)
    {
        Assert.False(PublicKey.TryParse(text, out var key, out var actual));
        Assert.Null(key);
        Assert.Equal(error, actual);
        Assert.Equal(error, Assert.Throws<FormatException>(() => PublicKey.Parse(text)).Message);
    }

    [Fact]
    public void TryParse_AnyCharacterLost_Invalid()
    {
        for (var place = 0; place < TestKeys.Text.Length; place++)
        {
            Assert.False(PublicKey.TryParse(TestKeys.Text.Remove(place, 1), out _, out _), $"without character {place + 1}");
        }
    }

    [Theory]
    [InlineData("3002 0500", true)]
    [InlineData("308102 0500", true)]
    [InlineData("30820002 0500", true)]
    [InlineData("3000", false)]
    [InlineData("300105", false)]
    [InlineData("3001 0500", false)]
    [InlineData("3003 0500", false)]
    [InlineData("3102 0500", false)]
    [InlineData("308103 0500", false)]
    [InlineData("3083000002 0500", false)]
    public void IsDer_Octets_OneWholeSequence(string hex, bool expected) =>
        Assert.Equal(
            expected, PublicKey.IsDer(Convert.ToBase64String(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))));
}
