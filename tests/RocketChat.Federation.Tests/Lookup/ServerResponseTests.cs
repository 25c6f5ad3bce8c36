using DnsClient.Protocol;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

/// <summary>Referrals to the servers of a zone below.</summary>
public sealed class ServerResponseTests
{
    private static readonly DomainName Apex = DomainName.Parse("asso.org");
    private static readonly DomainName Name = DomainName.Parse("_rocketchat._https.chat.asso.org");
    private static readonly NsRecord ToChild = ResourceRecords.Ns("chat.asso.org.", "ns.host.example.");

    [Fact]
    public void ReferralFor_ChildZone_ThatZone() => Assert.Equal("chat.asso.org", Response(ToChild).ReferralFor(Name, Apex)?.Value);

    [Theory]
    [InlineData("asso.org.")]
    [InlineData("org.")]
    [InlineData("web.asso.org.")]
    [InlineData("host.example.")]
    public void ReferralFor_ZoneThatLeadsNoCloser_None(string zone) =>
        Assert.Null(Response(ResourceRecords.Ns(zone, "ns.host.example.")).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_NoAuthority_None() => Assert.Null((Response(ToChild) with { Authorities = [] }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_AuthoritativeServer_None() =>
        Assert.Null((Response(ToChild) with { IsAuthoritative = true }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_WithAnswer_None() =>
        Assert.Null((Response(ToChild) with { Answers = [ResourceRecords.Srv(1, 443, "chat.asso.org.")] }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_NoSuchName_None() =>
        Assert.Null((Response(ToChild) with { Status = ResponseStatus.NxDomain }).ReferralFor(Name, Apex));

    [Fact]
    public void Failed_Server_NotAuthoritative()
    {
        var response = ServerResponse.Failed(ServerAddresses.One, ResponseStatus.Timeout);

        Assert.False(response.IsAuthoritative);
        Assert.False(response.IsConclusive);
    }

    private static ServerResponse Response(NsRecord authority) =>
        new(ServerAddresses.One, ResponseStatus.NoError, false, [], [authority], []);
}
