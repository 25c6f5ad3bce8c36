using RocketChat.Federation.Checking;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>The text about a value that is not the key.</summary>
public sealed class KeyComparisonTests
{
    private const string Header = "-----BEGIN PUBLIC KEY-----";
    private const string Footer = "-----END PUBLIC KEY-----";
    private const string PublishAgain = "Publish the value again exactly as this provider writes it.";
    private const string Useless = " Servers cannot use the key. " + PublishAgain;

    private const string HeaderMissing = $"`{Header}` or `{Footer}` is missing. Servers can still read the key. {PublishAgain}";

    private const string HeaderDamaged =
        $"The header must be `{Header}`, with one space between its words; otherwise no server can read the key. Spaces are lost when "
        + "a DNS host splits a value that is not in quotes. Publish it in quotes, as this provider writes it.";

    private const string OtherKey =
        "This is another key: that of another workspace, or the key of this workspace before it was set up again. Publish the current "
        + "value of `FEDERATION_Public_Key`.";

    private const string NoKey = "This value is not a key. Remove the record, or the tool that created it, and publish the key.";

    private const string LostCapitals = "Capital letters are lost from character 413 on, and a key is case-sensitive.";

    private static readonly int Length = TestKeys.Text.Length;

    public static TheoryData<string, string> Differences => new()
    {
        { TestKeys.Text[Header.Length..], HeaderMissing },
        { TestKeys.Text[..^Footer.Length], HeaderMissing },
        { TestKeys.Text[Header.Length..^Footer.Length], HeaderMissing },
        { TestKeys.Text.Replace("BEGIN PUBLIC KEY", "BEGINPUBLICKEY", StringComparison.Ordinal), HeaderDamaged },
        { TestKeys.Text.Insert(255, "\" \""), Quotes(256) },
        { $"\"{TestKeys.Text}\"", Quotes(1) },
        { TestKeys.Text.Insert(300, "\\"), Quotes(301) },
        { TestKeys.Text.Insert(100, " "), Whitespace(101) },
        { " " + TestKeys.Text, Whitespace(1) },
        { TestKeys.Text + " ", Whitespace(Length + 1) },
        {
            TestKeys.Text[..255],
            "The value ends after 255 of 442 characters. A string of a TXT record can have 255 at most; a longer value is several strings "
            + "of one record. Publish it in several quoted strings, as this provider writes it."
        },
        { TestKeys.Text[255..], "Only the last 187 of 442 characters are there. Publish all strings in one record, in order." },
        { TestKeys.Text.ToLowerInvariant(), "Capital letters are lost from character 6 on, and a key is case-sensitive." + Useless },
        { TestKeys.Text.Replace("IDAQAB", "idaqab", StringComparison.Ordinal), LostCapitals + Useless },
        {
            TestKeys.Text[..136] + "!" + TestKeys.Text[137..200] + "#" + TestKeys.Text[201..],
            $"Character 137 is `!` and must be `{TestKeys.Text[136]}`. Character 201 is `#` and must be `{TestKeys.Text[200]}`." + Useless
        },
        { TestKeys.Text.Remove(136, 1), $"At character 137, `{TestKeys.Text[136]}` is missing." + Useless },
        { TestKeys.Text.Insert(136, "!!"), "At character 137, `!!` is extra." + Useless },
        { TestKeys.Text[..136] + "!!!" + TestKeys.Text[138..], $"At character 137, `!!!` must be `{TestKeys.Text[136..138]}`." + Useless },
        {
            TestKeys.Text[..136] + "\u001B" + TestKeys.Text[137..],
            $"Character 137 is `\\027` and must be `{TestKeys.Text[136]}`." + Useless
        },
        { TestKeys.Text.Insert(136, "\u202E"), "At character 137, `\\226\\128\\174` is extra." + Useless },
        {
            TestKeys.Text[..136] + "\u001B\a" + TestKeys.Text[137..],
            $"At character 137, `\\027\\007` must be `{TestKeys.Text[136]}`." + Useless
        },
        { TestKeys.OtherText, OtherKey },
        { TestKeys.OtherText[Header.Length..^Footer.Length], OtherKey },
        { "v=spf1 -all", NoKey },
        { "", NoKey },
    };

    /// <summary>Values on both sides of the limits between a damaged key and another value.</summary>
    public static TheoryData<string, string> Limits => new()
    {
        // Sixteen characters without spaces identify the key that they are part of; fifteen do not.
        { "-----BEGIN PUBLIC", ProblemCode.TxtTruncated },
        { "-----BEGIN PUBLI", ProblemCode.TxtForeignValue },
        { "ND PUBLIC KEY-----", ProblemCode.TxtTruncated },
        { "D PUBLIC KEY-----", ProblemCode.TxtOtherKey },

        // Up to eight characters can be wrong, missing or extra; nine make another key.
        { TestKeys.Text[..100] + "!!!!!!!!" + TestKeys.Text[108..], ProblemCode.TxtAltered },
        { TestKeys.Text[..100] + "!!!!!!!!!" + TestKeys.Text[109..], ProblemCode.TxtOtherKey },
        { TestKeys.Text.Remove(100, 8), ProblemCode.TxtAltered },
        { TestKeys.Text.Remove(100, 9), ProblemCode.TxtOtherKey },
        { TestKeys.Text.Insert(100, "!!!!!!!!"), ProblemCode.TxtAltered },
        { TestKeys.Text.Insert(100, "!!!!!!!!!"), ProblemCode.TxtOtherKey },

        // Line breaks that were escaped twice are ignored like real ones.
        { TestKeys.Text.Insert(Header.Length, "\\n"), ProblemCode.TxtQuotes },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Compare_Difference_DescribesIt(string text, string hint) =>
        Assert.Equal(hint, KeyComparison.Compare(TestKeys.Right, text)?.Hint);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Compare_AtTheLimit_GivesTheCode(string text, string code) =>
        Assert.Equal(code, KeyComparison.Compare(TestKeys.Right, text)?.Code);

    [Fact]
    public void Compare_TheKey_NoDifference() => Assert.Null(KeyComparison.Compare(TestKeys.Right, TestKeys.Text));

    private static string Quotes(int place) =>
        $"The value contains quotes or backslashes, the first at character {place}: the DNS host took them for part of it. "
        + "Servers can still read the key. Give this host the raw value without quotes.";

    private static string Whitespace(int place) =>
        $"The value contains whitespace where the key has none, the first at character {place}. Servers can still read the key. "
        + $"{PublishAgain}";
}
