using RocketChat.Federation.Checking;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>What users read of a text that is not the key.</summary>
public sealed class KeyComparisonTests
{
    private const string Header = "-----BEGIN PUBLIC KEY-----";
    private const string Footer = "-----END PUBLIC KEY-----";
    private const string CopyAgain = "Publish the text again as this provider spells it.";
    private const string Useless = " With that, servers cannot use the key. " + CopyAgain;

    private const string HeaderMissing = $"The key lacks `{Header}` or `{Footer}`. Servers read it all the same. {CopyAgain}";

    private const string HeaderDamaged =
        $"The header must read `{Header}`, with one blank between its words; otherwise no server can read the key. Blanks get lost when "
        + "a DNS host splits a text that is not in quotes. Publish it in quotes, as this provider spells it.";

    private const string OtherKey =
        "This is another key: that of another workspace, or the one that this workspace had before it was set up anew. Publish the key that "
        + "`FEDERATION_Public_Key` holds now.";

    private const string NoKey = "This text is no key. Remove the record, or whatever else put it there, and publish the key.";

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
        { TestKeys.Text.Insert(100, " "), Blank(101) },
        { " " + TestKeys.Text, Blank(1) },
        { TestKeys.Text + " ", Blank(Length + 1) },
        {
            TestKeys.Text[..255],
            "The text ends after 255 of 442 characters. A string of a TXT record holds at most 255; a longer text is several strings of the one record. "
            + "Publish it in several quoted strings, as this provider spells it."
        },
        { TestKeys.Text[255..], "Only the last 187 of 442 characters are there. Publish all strings in one record, in their order." },
        { TestKeys.Text.ToLowerInvariant(), "The capitals have been lost, from character 6 on. Capitals count in a key." + Useless },
        { TestKeys.Text.Replace("IDAQAB", "idaqab", StringComparison.Ordinal), "The capitals have been lost, from character 413 on. Capitals count in a key." + Useless },
        {
            TestKeys.Text[..136] + "!" + TestKeys.Text[137..200] + "#" + TestKeys.Text[201..],
            $"Character 137 is `!` and must be `{TestKeys.Text[136]}`. Character 201 is `#` and must be `{TestKeys.Text[200]}`." + Useless
        },
        { TestKeys.Text.Remove(136, 1), $"At character 137, `{TestKeys.Text[136]}` is missing." + Useless },
        { TestKeys.Text.Insert(136, "!!"), "At character 137, `!!` is too much." + Useless },
        { TestKeys.Text[..136] + "!!!" + TestKeys.Text[138..], $"At character 137 stands `!!!` and must be `{TestKeys.Text[136..138]}`." + Useless },
        { TestKeys.OtherText, OtherKey },
        { TestKeys.OtherText[Header.Length..^Footer.Length], OtherKey },
        { "v=spf1 -all", NoKey },
        { "", NoKey },
    };

    /// <summary>Texts at both sides of the borders between "this key, damaged" and "something else".</summary>
    public static TheoryData<string, string> Borders => new()
    {
        // Sixteen characters beside blanks tell whose beginning or end they are; fifteen do not.
        { "-----BEGIN PUBLIC", ProblemCode.TxtTruncated },
        { "-----BEGIN PUBLI", ProblemCode.TxtForeignValue },
        { "ND PUBLIC KEY-----", ProblemCode.TxtTruncated },
        { "D PUBLIC KEY-----", ProblemCode.TxtOtherKey },

        // Eight characters may be wrong, missing or too many; nine make another key.
        { TestKeys.Text[..100] + "!!!!!!!!" + TestKeys.Text[108..], ProblemCode.TxtAltered },
        { TestKeys.Text[..100] + "!!!!!!!!!" + TestKeys.Text[109..], ProblemCode.TxtOtherKey },
        { TestKeys.Text.Remove(100, 8), ProblemCode.TxtAltered },
        { TestKeys.Text.Remove(100, 9), ProblemCode.TxtOtherKey },
        { TestKeys.Text.Insert(100, "!!!!!!!!"), ProblemCode.TxtAltered },
        { TestKeys.Text.Insert(100, "!!!!!!!!!"), ProblemCode.TxtOtherKey },

        // Line breaks that were escaped twice vanish like real ones.
        { TestKeys.Text.Insert(Header.Length, "\\n"), ProblemCode.TxtQuotes },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Compare_Difference_SaidInWords(string text, string hint) => Assert.Equal(hint, KeyComparison.Compare(TestKeys.Right, text)?.Hint);

    [Theory]
    [MemberData(nameof(Borders))]
    public void Compare_AtTheBorder_ThatCode(string text, string code) => Assert.Equal(code, KeyComparison.Compare(TestKeys.Right, text)?.Code);

    [Fact]
    public void Compare_TheKey_NoDifference() => Assert.Null(KeyComparison.Compare(TestKeys.Right, TestKeys.Text));

    private static string Quotes(int place) =>
        $"There are quotes or backslashes in the text, at character {place} first: the DNS host took them for part of it. "
        + "Servers read the key all the same. Give this host the raw text without quotes.";

    private static string Blank(int place) =>
        $"There are blanks in the text where the key has none, at character {place} first. Servers read the key all the same. {CopyAgain}";
}
