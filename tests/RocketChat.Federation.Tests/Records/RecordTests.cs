using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Records;

/// <summary>The strings that DNS hosts get.</summary>
public sealed class RecordTests
{
    private static readonly NeededSrv Srv = DnsFixture.Plan.Records.OfType<NeededSrv>().Single();
    private static readonly NeededTxt Txt = DnsFixture.Plan.Records.OfType<NeededTxt>().Single();

    [Fact]
    public void Legacy_Srv_EverySpelling()
    {
        Assert.Equal("_rocketchat._https.chat.asso.org", Srv.Name.Value);
        Assert.Equal("_rocketchat._https.chat", Srv.Name.RelativeTo(DomainName.Parse("asso.org")));
        Assert.Equal("1 1 443 chat.asso.org.", Srv.Value);
        Assert.Equal("1 1 443 chat.asso.org", Srv.ValueWithoutDot);
        Assert.Equal("1 1 443 chat.asso.org", Srv.Route53Value);
        Assert.Equal("_rocketchat._https.chat.asso.org. 300 IN SRV 1 1 443 chat.asso.org.", Srv.ZoneFileLine);
    }

    [Fact]
    public void Legacy_Txt_EverySpelling()
    {
        Assert.Equal(442, Txt.Text.Length);
        Assert.Equal([255, 187], Txt.Chunks.Select(c => c.Length));
        Assert.Equal(Txt.Text, string.Concat(Txt.Chunks));
        Assert.Equal($"\"{Txt.Text[..255]}\" \"{Txt.Text[255..]}\"", Txt.Value);
        Assert.Equal($"{Txt.Text[..255]}\"\"{Txt.Text[255..]}", Txt.Route53Value);
        Assert.Equal($"rocketchat-public-key.chat.asso.org. 300 IN TXT {Txt.Value}", Txt.ZoneFileLine);
    }

    [Theory]
    [InlineData(LegacyLabel.Https, "_rocketchat._https.chat.asso.org")]
    [InlineData(LegacyLabel.Http, "_rocketchat._http.chat.asso.org")]
    [InlineData(LegacyLabel.Tcp, "_rocketchat._tcp.chat.asso.org")]
    public void Legacy_Label_InTheName(LegacyLabel label, string name) =>
        Assert.Equal(name, (DnsFixture.Plan with { Label = label }).Records[0].Name.Value);

    [Theory]
    [InlineData("https", LegacyLabel.Https, "https")]
    [InlineData("http", LegacyLabel.Http, "http")]
    [InlineData("tcp", LegacyLabel.Tcp, "https")]
    [InlineData("", LegacyLabel.Https, "https")]
    public void Legacy_NamedLabel_AndItsScheme(string name, LegacyLabel label, string scheme)
    {
        Assert.Equal(label, LegacyLabels.Named(name));
        Assert.Equal(scheme, label.Scheme());
    }

    [Fact]
    public void Legacy_Options_InTheRecords()
    {
        var records = (DnsFixture.Plan with { Port = 8443, Ttl = 60, Priority = 10, Weight = 5 }).Records;

        Assert.Equal("10 5 8443 chat.asso.org.", records[0].Value);
        Assert.All(records, r => Assert.Equal(60, r.Ttl));
        Assert.Equal(["srv", "txt"], records.Select(r => r.Key));
    }

    [Fact]
    public void Matrix_ByDocument_NoRecord()
    {
        var plan = new MatrixFederation(DomainName.Parse("asso.org"), DomainName.Parse("chat.asso.org"));

        Assert.Empty(plan.Records);
        Assert.Equal("https://asso.org/.well-known/matrix/server", plan.WellKnown.Url);
        Assert.Equal("""{"m.server":"chat.asso.org:443"}""", plan.WellKnown.Body);
    }

    [Fact]
    public void Matrix_BySrv_OneRecord()
    {
        var plan = new MatrixFederation(DomainName.Parse("asso.org"), DomainName.Parse("chat.asso.org")) { BySrv = true, Port = 8448 };

        Assert.Equal("_matrix-fed._tcp.asso.org. 300 IN SRV 1 1 8448 chat.asso.org.", Assert.Single(plan.Records).ZoneFileLine);
        Assert.Equal(
            "_matrix-fed._tcp.asso.org. 60 IN SRV 10 5 8448 chat.asso.org.",
            Assert.Single((plan with { Ttl = 60, Priority = 10, Weight = 5 }).Records).ZoneFileLine);
    }
}
