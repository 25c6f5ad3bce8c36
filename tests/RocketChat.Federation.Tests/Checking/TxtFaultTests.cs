using System.Text;
using NameServers;
using RocketChat.Emulator.Dns;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Checking;

/// <summary>Zones with exactly one error in the TXT record.</summary>
public sealed class TxtFaultTests
{
    private const string Name = "rocketchat-public-key.chat TXT ";
    private const string Header = "-----BEGIN PUBLIC KEY-----";

    public static TheoryData<string, string> Texts => new()
    {
        { TestKeys.Text, "" },
        { TestKeys.Text[..255], "txt_truncated" },
        { TestKeys.Text[255..], "txt_truncated" },
        { TestKeys.Text[..^30], "txt_truncated" },
        { TestKeys.Text.Replace("BEGIN PUBLIC KEY", "BEGINPUBLICKEY", StringComparison.Ordinal), "txt_header_damaged" },
        { TestKeys.Text.Replace("BEGIN PUBLIC", "BEGIN  PUBLIC", StringComparison.Ordinal), "txt_header_damaged" },
        { TestKeys.Text.Replace(" ", "", StringComparison.Ordinal), "txt_header_damaged" },
        { TestKeys.Text[Header.Length..], "(txt_header_missing)" },
        { TestKeys.OtherText, "txt_other_key" },
        { "v=spf1 -all", "txt_foreign_value" },
        { "", "txt_foreign_value" },
        { TestKeys.Text.Insert(100, " "), "(txt_whitespace)" },
        { " " + TestKeys.Text, "(txt_whitespace)" },
        { TestKeys.Text + "\u00a0", "(txt_whitespace)" },
        { $"\"{TestKeys.Text}\"", "(txt_quotes)" },
        { TestKeys.Text.Insert(255, "\" \""), "(txt_quotes)" },
        { TestKeys.Text[..136] + "!" + TestKeys.Text[137..], "txt_altered" },
        { TestKeys.Text.Remove(136, 1), "txt_altered" },
        { TestKeys.Text.Insert(136, "!!"), "txt_altered" },
        { TestKeys.Text.ToLowerInvariant(), "txt_altered" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Check_OneError_GivesThatCodeOnly(string text, string code)
    {
        await using var dns = new DnsFixture(DnsFixture.Srv + Name + (text.Length == 0 ? "\"\"" : ZoneFileText.Txt(text)));

        Assert.Equal(code, (await dns.CheckAsync()).Codes());
        Assert.Equal(code, (await dns.CheckThroughResolverAsync()).Codes());
    }

    [Fact]
    public async Task Check_NoRecord_Missing()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv);

        var problem = (await dns.CheckAsync()).Only(ProblemCode.TxtMissing);

        Assert.Equal("rocketchat-public-key.chat.asso.org TXT", problem.Record);
        Assert.Equal("", problem.Found);
        Assert.Contains($"300 IN TXT \"{TestKeys.Text[..255]}\" \"{TestKeys.Text[255..]}\"", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WildcardText_GivesWildcard()
    {
        await using var dns = new DnsFixture(DnsFixture.Srv + "*.chat TXT \"v=spf1 -all\"");

        Assert.Equal("wildcard", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_NameTwice_Found()
    {
        await using var dns = new DnsFixture($"{DnsFixture.Srv}rocketchat-public-key.chat.asso.org TXT {ZoneFileText.Txt(TestKeys.Text)}");

        Assert.Equal("name_doubled", (await dns.CheckAsync()).Codes());
    }

    [Theory]
    [InlineData(0, 255, "split into two records")]
    [InlineData(0, 442, "One of them is correct")]
    [InlineData(0, 100, "None of them")]
    public async Task Check_TwoRecords_NamesTheCause(int start, int end, string hint)
    {
        var second = end == 255 ? TestKeys.Text[255..] : "v=spf1 -all";
        await using var dns = new DnsFixture(
            $"{DnsFixture.Srv}{Name}{ZoneFileText.Txt(TestKeys.Text[start..end])}\n{Name}{ZoneFileText.Txt(second)}");

        var verdict = await dns.CheckAsync();

        Assert.Equal("txt_multiple_rrs", verdict.Codes());
        Assert.Contains(hint, verdict.Problems[0].Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(137, '!')]
    [InlineData(255, ' ')]
    [InlineData(300, '#')]
    public async Task Check_OneCharacterBroken_NamesIt(int place, char broken)
    {
        var right = TestKeys.Text[place - 1];
        await using var dns = new DnsFixture(
            DnsFixture.Srv + Name + ZoneFileText.Txt(TestKeys.Text[..(place - 1)] + broken + TestKeys.Text[place..]));

        var problem = (await dns.CheckAsync()).Only(ProblemCode.TxtAltered);

        Assert.Contains($"Character {place} is `{broken}` and must be `{right}`.", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BehindAnAliasInAnotherZone_Followed()
    {
        var other = ZoneFile.Parse("host.example", $"@ NS ns1.asso.org.\nkeys TXT {ZoneFileText.Txt(TestKeys.Text)}");
        await using var dns = new DnsFixture(
            DnsFixture.Zone(DnsFixture.Srv + "rocketchat-public-key.chat CNAME keys.host.example."), other);

        Assert.Equal("", (await dns.CheckAsync()).Codes());
    }

    [Fact]
    public async Task Check_AliasWithCharactersThatATerminalObeys_NamedInZoneFileForm()
    {
        var zone = DnsFixture.Zone(DnsFixture.Srv);
        await using var dns = new DnsFixture(zone);
        dns.One.Answer = dns.Two.Answer = question => question.Name.StartsWith("rocketchat-public-key.chat", StringComparison.Ordinal)
            ? new() { IsAuthoritative = true, Answers = [Alias(question.Name, ["a\u001B[31m\a", "host", "example", ""])] }
            : Answering.From(zone)(question);

        var problem = (await dns.CheckAsync()).Only(ProblemCode.TxtMissing);

        Assert.Equal("CNAME a\\027[31m\\007.host.example.", problem.Found);
        Assert.Contains("is an alias of a\\027[31m\\007.host.example,", problem.Hint, StringComparison.Ordinal);
    }

    private static ZoneRecord Alias(string name, string[] labels) =>
        new(name, RecordType.CName, 300, [.. labels.SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length))]);
}
