using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

/// <summary>Records in zone-file form, and the equality of two servers' records.</summary>
public sealed class RecordSetTests
{
    [Fact]
    public void Values_SeveralRecords_Sorted() => Assert.Equal(
        ["1 1 443 b.asso.org.", "2 1 443 a.asso.org."],
        new RecordSet(
            ServerAddresses.One, [ResourceRecords.Srv(2, 443, "a.asso.org."), ResourceRecords.Srv(1, 443, "b.asso.org.")], null).Values);

    [Fact]
    public void Values_Text_EachStringInQuotes() => Assert.Equal(
        ["\"a\\\\b\" \"c\\\"d\""],
        new RecordSet(ServerAddresses.One, [ResourceRecords.Txt("a\\b", "c\"d")], null).Values);

    [Fact]
    public void Values_CharactersThatATerminalObeys_AsOctets()
    {
        var hostile = ResourceRecords.Txt("v=\u001B[31m\nError: forged\u202E\u2028\a", "é 日本 \uD83D\uDE00");

        Assert.Equal(
            ["\"v=\\027[31m\\010Error: forged\\226\\128\\174\\226\\128\\168\\007\" \"é 日本 \uD83D\uDE00\""],
            new RecordSet(ServerAddresses.One, [hostile], null).Values);
    }

    [Fact]
    public void Values_TargetWithCharactersThatATerminalObeys_AsOctets()
    {
        var records = new RecordSet(
            ServerAddresses.One, [ResourceRecords.Srv(1, 443, "a\u001B[31m\n.org.")], DomainName.FromDns("b\u001B[31m\n.org."));

        Assert.Equal(["1 1 443 a\\027[31m\\010.org."], records.Values);
        Assert.Equal("CNAME b\\027[31m\\010.org.", records.AliasValue);
    }

    [Fact]
    public void Values_Address_WithoutTheName() => Assert.Equal(
        ["192.0.2.80", "2001:db8::80"],
        new RecordSet(
            ServerAddresses.One,
            [ResourceRecords.Address("chat.asso.org.", "2001:db8::80"), ResourceRecords.Address("chat.asso.org.", "192.0.2.80")],
            null).Values);

    [Fact]
    public void Values_RecordOfAnotherType_Named() => Assert.Contains(
        "ns1.asso.org.",
        Assert.Single(new RecordSet(ServerAddresses.One, [ResourceRecords.Ns("asso.org.", "ns1.asso.org.")], null).Values),
        StringComparison.Ordinal);

    [Fact]
    public void CanonicalText_OtherOrderCaseAndSplit_Equal()
    {
        var (one, two) = (ResourceRecords.Srv(1, 443, "Chat.ASSO.org."), ResourceRecords.Srv(2, 443, "web.asso.org."));

        Assert.Equal(
            new RecordSet(ServerAddresses.One, [one, two], null).CanonicalText,
            new RecordSet(ServerAddresses.Two, [two, ResourceRecords.Srv(1, 443, "chat.asso.org.")], null).CanonicalText);
        Assert.Equal(
            new RecordSet(ServerAddresses.One, [ResourceRecords.Txt("ab", "c")], null).CanonicalText,
            new RecordSet(ServerAddresses.Two, [ResourceRecords.Txt("abc")], null).CanonicalText);
    }
}
