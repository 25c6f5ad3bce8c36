using DnsClient.Protocol;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Tests.Fixtures;

namespace RocketChat.Federation.Tests.Lookup;

/// <summary>Whether an answer sends us to the servers of a zone below.</summary>
public sealed class ServerResponseTests
{
    private static readonly DomainName Apex = DomainName.Parse("asso.org");
    private static readonly DomainName Name = DomainName.Parse("_rocketchat._https.chat.asso.org");
    private static readonly NsRecord ToChild = ResourceRecords.Ns("chat.asso.org.", "ns.host.example.");

    [Fact]
    public void ReferralFor_ChildZone_ThatZone() => Assert.Equal("chat.asso.org", Reply(ToChild).ReferralFor(Name, Apex)?.Value);

    [Theory]
    [InlineData("asso.org.")]
    [InlineData("org.")]
    [InlineData("web.asso.org.")]
    [InlineData("host.example.")]
    public void ReferralFor_ZoneThatLeadsNoCloser_None(string zone) => Assert.Null(Reply(ResourceRecords.Ns(zone, "ns.host.example.")).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_NoAuthority_None() => Assert.Null((Reply(ToChild) with { Authorities = [] }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_ServerSpeaksForTheZone_None() => Assert.Null((Reply(ToChild) with { IsAuthoritative = true }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_AnswerIsThere_None() =>
        Assert.Null((Reply(ToChild) with { Answers = [ResourceRecords.Srv(1, 443, "chat.asso.org.")] }).ReferralFor(Name, Apex));

    [Fact]
    public void ReferralFor_NoSuchName_None() => Assert.Null((Reply(ToChild) with { Status = ResponseStatus.NxDomain }).ReferralFor(Name, Apex));

    [Fact]
    public void Without_Server_SpeaksForNoZone()
    {
        var reply = ServerResponse.Failed(ServerAddresses.One, ResponseStatus.Timeout);

        Assert.False(reply.IsAuthoritative);
        Assert.False(reply.IsConclusive);
    }

    private static ServerResponse Reply(NsRecord authority) => new(ServerAddresses.One, ResponseStatus.NoError, false, [], [authority], []);
}
