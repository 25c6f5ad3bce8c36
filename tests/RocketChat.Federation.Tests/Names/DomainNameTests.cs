using RocketChat.Federation.Names;

namespace RocketChat.Federation.Tests.Names;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("chat.asso.org", "chat.asso.org")]
    [InlineData("Chat.ASSO.org", "chat.asso.org")]
    [InlineData("chat.asso.org.", "chat.asso.org")]
    [InlineData("élan.org", "xn--lan-9la.org")]
    [InlineData("ÉLAN.org", "xn--lan-9la.org")]
    [InlineData("xn--lan-9la.org", "xn--lan-9la.org")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("チャット.example", "xn--7ckep0i.example")]
    [InlineData("a_b.org", "a_b.org")]
    [InlineData("1.2.example", "1.2.example")]
    public void Parse_NameAsPeopleWriteIt_OneForm(string text, string expected)
    {
        Assert.Equal(expected, DomainName.Parse(text).Value);
        Assert.Equal(expected + ".", DomainName.Parse(text).Absolute);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" chat.asso.org", "whitespace")]
    [InlineData("chat.asso .org", "whitespace")]
    [InlineData("https://chat.asso.org", "`chat.asso.org`")]
    [InlineData("://chat.asso.org", "starts with `://`. Write only the host name: `chat.asso.org`")]
    [InlineData("https://chat.asso.org:443/home", "`chat.asso.org`")]
    [InlineData("@chat.asso.org", "Write `chat.asso.org`")]
    [InlineData("ada@chat.asso.org", "Write `chat.asso.org`")]
    [InlineData("chat.asso.org/", "path")]
    [InlineData("chat.asso.org:443", "port. Write only the host name: `chat.asso.org`.")]
    [InlineData("https://", "Write a host name, such as")]
    [InlineData("https:///home", "Write a host name, such as")]
    [InlineData(":443", "Write a host name, such as")]
    [InlineData("192.0.2.1", "address")]
    [InlineData("[2001:db8::1]", "address")]
    [InlineData("2001:db8::1", "address")]
    [InlineData("chat..org", "two dots")]
    [InlineData(".chat.org", "two dots")]
    [InlineData("chat.org..", "two dots")]
    [InlineData(".", "two dots")]
    [InlineData("localhost", "single label")]
    [InlineData("-chat.org", "hyphen")]
    [InlineData("chat-.org", "hyphen")]
    [InlineData("ch!at.org", "letters, digits")]
    [InlineData("e\u0301lan.org", "accent")]
    [InlineData("chat\u200b.org", "invisible")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org", "63")]
    public void TryParse_Invalid_DescribesTheError(string text, string message)
    {
        Assert.False(DomainName.TryParse(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('a', 61, true)]
    [InlineData('a', 62, false)]
    [InlineData('é', 54, true)]
    [InlineData('é', 55, false)]
    public void TryParse_LongestNameAndBeyond_OnlyThatAccepted(char last, int length, bool isName)
    {
        // Three labels of the maximum length, and a last one that extends the name to 253 characters in ASCII or beyond.
        var name = string.Join('.', Enumerable.Repeat(new string('a', 63), 3)) + "." + new string('b', length - 1) + last;

        Assert.Equal(isName, DomainName.TryParse(name, out var parsed, out var error));
        Assert.Equal(isName ? null : $"`{name}` is longer than 253 characters, the maximum for a domain name.", error);
        Assert.Equal(isName ? 253 : null, parsed?.Value.Length);
    }

    [Theory]
    [InlineData("chat.asso.org", "asso.org", "chat")]
    [InlineData("asso.org", "asso.org", "@")]
    [InlineData("chat.asso.org", "co.uk", null)]
    [InlineData("evilasso.org", "asso.org", null)]
    public void RelativeTo_Zone_WithoutIt(string name, string zone, string? expected) =>
        Assert.Equal(expected, DomainName.Parse(name).RelativeTo(DomainName.Parse(zone)));

    [Fact]
    public void TryParse_AnyText_NeverThrows()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(
                [.. Enumerable.Range(0, random.Next(12)).Select(
                    _ => (char)(random.Next(4) == 0 ? random.Next(0x10000) : "a.-_@:/1é["[random.Next(10)]))]);

            Assert.NotEqual(DomainName.TryParse(text, out _, out var error), error is not null);
        }
    }
}
