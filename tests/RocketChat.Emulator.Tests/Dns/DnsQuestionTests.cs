using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>Queries of the emulator's name server with the library that the provider uses.</summary>
public sealed class DnsQuestionTests
{
    private static readonly string Key = string.Concat(Enumerable.Repeat("0123456789", 44)) + "==";

    [Fact]
    public async Task Address_InAnyCase_IsAnsweredWithAuthority()
    {
        await using var served = ServedZone.With("chat 60 IN A 192.0.2.7", "chat AAAA 2001:db8::7");

        var four = await served.AskAsync("CHAT.Example.Org", QueryType.A);
        var six = await served.AskAsync("chat.example.org", QueryType.AAAA);

        Assert.True(four.Header.HasAuthorityAnswer);
        Assert.Equal(
            (IPAddress.Parse("192.0.2.7"), 60), (Assert.Single(four.Answers.ARecords()).Address, four.Answers[0].InitialTimeToLive));
        Assert.Equal(IPAddress.Parse("2001:db8::7"), Assert.Single(six.Answers.AaaaRecords()).Address);
    }

    [Fact]
    public async Task Text_LongerThanAString_ComesInItsStringsAndFitsWithEdns()
    {
        await using var served = ServedZone.With($"key TXT \"{Key[..255]}\" \"{Key[255..]}\"");

        var response = await served.AskAsync("key.example.org", QueryType.TXT);

        Assert.Equal([Key[..255], Key[255..]], Assert.Single(response.Answers.TxtRecords()).Text);
    }

    [Fact]
    public async Task Text_TooLongForADatagram_ComesOverTcpAndNotBefore()
    {
        await using var served = ServedZone.With([.. Enumerable.Range(0, 9).Select(number => $"many TXT \"{number}{Key[..200]}\"")]);
        var cautious = new LookupClient(
            new LookupClientOptions(served.Server.EndPoint) { UseCache = false, UseTcpFallback = false, Retries = 0 });

        var whole = await served.AskAsync("many.example.org", QueryType.TXT);
        var cut = await Assert.ThrowsAsync<DnsResponseException>(
            () => cautious.QueryAsync("many.example.org", QueryType.TXT, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(9, whole.Answers.Count);
        Assert.Contains("truncated", cut.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Service_RelativeAndWholeTargets_AreTheSame()
    {
        await using var served = ServedZone.With(
            "_rocketchat._https.chat SRV 1 2 443 chat", "_rocketchat._http.chat SRV 1 2 443 chat.example.org.");

        var relative = Assert.Single((await served.AskAsync("_rocketchat._https.chat.example.org", QueryType.SRV)).Answers.SrvRecords());
        var whole = Assert.Single((await served.AskAsync("_rocketchat._http.chat.example.org", QueryType.SRV)).Answers.SrvRecords());

        Assert.Equal((1, 2, 443, "chat.example.org."), (relative.Priority, relative.Weight, relative.Port, relative.Target.Value));
        Assert.Equal(relative.Target.Value, whole.Target.Value);
    }

    [Fact]
    public async Task Zone_AskedForItself_NamesItsServerWhichHasAnAddress()
    {
        await using var served = ServedZone.With();

        var soa = Assert.Single((await served.AskAsync("example.org", QueryType.SOA)).Answers.SoaRecords());
        var server = Assert.Single((await served.AskAsync("example.org", QueryType.NS)).Answers.NsRecords());
        var address = Assert.Single((await served.AskAsync(server.NSDName, QueryType.A)).Answers.ARecords());

        Assert.Equal(soa.MName.Value, server.NSDName.Value);
        Assert.Equal(IPAddress.Loopback, address.Address);
    }

    [Theory]
    [InlineData("nobody.example.org", DnsHeaderResponseCode.NotExistentDomain)]
    [InlineData("chat.example.org", DnsHeaderResponseCode.NoError)]
    [InlineData("_https.chat.example.org", DnsHeaderResponseCode.NoError)]
    public async Task Nothing_AtTheName_TellsNoNameFromNoData(string name, DnsHeaderResponseCode expected)
    {
        await using var served = ServedZone.With("chat A 192.0.2.7", "_rocketchat._https.chat SRV 0 0 443 chat");

        var response = await served.AskAsync(name, QueryType.TXT);

        Assert.Equal((expected, 0), (response.Header.ResponseCode, response.Answers.Count));
        Assert.Equal("example.org.", Assert.Single(response.Authorities.OfType<SoaRecord>()).DomainName.Value);
    }

    [Fact]
    public async Task Name_OfAnotherZone_IsRefused()
    {
        await using var served = ServedZone.With();

        var response = await served.AskAsync("example.com", QueryType.A);

        Assert.Equal((DnsHeaderResponseCode.Refused, false), (response.Header.ResponseCode, response.Header.HasAuthorityAnswer));
    }

    [Fact]
    public async Task Alias_InTheZone_IsFollowed()
    {
        await using var served = ServedZone.With(
            "chat CNAME host", "host A 192.0.2.7", "gone CNAME nobody", "out CNAME host.example.com.", "loop CNAME loop");

        var followed = await served.AskAsync("chat.example.org", QueryType.A);
        var gone = await served.AskAsync("gone.example.org", QueryType.A);
        var outside = await served.AskAsync("out.example.org", QueryType.A);
        var loop = await served.AskAsync("loop.example.org", QueryType.A);

        Assert.Equal(
            ("host.example.org.", 1), (followed.Answers.CnameRecords().Single().CanonicalName.Value, followed.Answers.ARecords().Count()));
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, gone.Header.ResponseCode);
        Assert.Equal((1, 0), (outside.Answers.Count, outside.Authorities.Count));
        Assert.NotEmpty(loop.Answers.CnameRecords());
    }

    [Fact]
    public async Task Wildcard_StandsOnlyForNamesThatAreNotThere()
    {
        await using var served = ServedZone.With("* TXT \"v=spf1 -all\"", "chat A 192.0.2.7");

        var stood = await served.AskAsync("key.nobody.example.org", QueryType.TXT);
        var there = await served.AskAsync("chat.example.org", QueryType.TXT);
        var below = await served.AskAsync("key.chat.example.org", QueryType.TXT);

        Assert.Equal("key.nobody.example.org.", Assert.Single(stood.Answers.TxtRecords()).DomainName.Value);
        Assert.Empty(there.Answers);
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, below.Header.ResponseCode);
    }

    [Fact]
    public async Task Connections_OneIsSilent_TheOthersAreServed()
    {
        await using var served = ServedZone.With("chat A 192.0.2.7");
        using var silent = new System.Net.Sockets.TcpClient();
        await silent.ConnectAsync(served.Server.EndPoint, TestContext.Current.CancellationToken);
        var overTcp = new LookupClient(
            new LookupClientOptions(served.Server.EndPoint) { UseTcpOnly = true, UseCache = false, Retries = 0 });

        var response = await overTcp.QueryAsync("chat.example.org", QueryType.A, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Single(response.Answers.ARecords());
    }
}
