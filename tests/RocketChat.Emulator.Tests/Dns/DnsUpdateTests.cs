namespace RocketChat.Emulator.Tests.Dns;

/// <summary>Dynamic updates, as packets of RFC 2136.</summary>
public sealed class DnsUpdateTests
{
    private const string Zone = "example.org";
    private const string Key = "key.example.org";
    private const int NoError = 0, FormErr = 1, NxDomain = 3, NotImp = 4, Refused = 5;
    private const int YxDomain = 6, YxRrset = 7, NxRrset = 8, NotAuth = 9, NotZone = 10;

    private static readonly byte[] Address = [192, 0, 2, 7];

    [Fact]
    public async Task Update_SetDeletedAndAdded_IsReplacedAndTheSerialGrows()
    {
        await using var served = ServedZone.With("key TXT old", "key TXT older", "key A 192.0.2.1");
        var serial = (await served.AskAsync(Zone, DnsClient.QueryType.SOA)).Answers.OfType<DnsClient.Protocol.SoaRecord>().Single().Serial;

        var code = await Packet.OfUpdate(Zone)
            .DeleteSet(Key, Packet.Txt)
            .Add(Key, Packet.Txt, Packet.Strings("new", "est"), 60)
            .SendAsync(served.Server.EndPoint);

        Assert.Equal(NoError, code);
        Assert.Equal(["key 300 A 192.0.2.1", "key 60 TXT \"new\" \"est\""], served.At("key"));
        Assert.Equal(
            serial + 1,
            (await served.AskAsync(Zone, DnsClient.QueryType.SOA)).Answers.OfType<DnsClient.Protocol.SoaRecord>().Single().Serial);
    }

    [Fact]
    public async Task Update_OneRecordDeleted_LeavesTheOthers()
    {
        await using var served = ServedZone.With("key TXT one", "key TXT two", "key A 192.0.2.1");

        Assert.Equal(
            NoError, await Packet.OfUpdate(Zone).DeleteOne(Key, Packet.Txt, Packet.Strings("one")).SendAsync(served.Server.EndPoint));
        Assert.Equal(["key 300 TXT \"two\"", "key 300 A 192.0.2.1"], served.At("key"));

        Assert.Equal(NoError, await Packet.OfUpdate(Zone).DeleteSet(Key, Packet.AnyType).SendAsync(served.Server.EndPoint));
        Assert.Empty(served.At("key"));
    }

    [Fact]
    public async Task Update_SameRecordTwice_IsThereOnceWithTheLastTtl()
    {
        await using var served = ServedZone.With();

        await Packet.OfUpdate(Zone)
            .Add(Key, Packet.Txt, Packet.Strings("x"), 60)
            .Add(Key, Packet.Txt, Packet.Strings("x"), 90)
            .SendAsync(served.Server.EndPoint);

        Assert.Equal(["key 90 TXT \"x\""], served.At("key"));
    }

    [Fact]
    public async Task Update_AliasBesideOtherRecords_IsLeftOutAsTheStandardSays()
    {
        await using var served = ServedZone.With("host A 192.0.2.1", "alias CNAME host");

        await Packet.OfUpdate(Zone)
            .Add("host.example.org", Packet.CName, Packet.NameOf("a.example.org"))
            .Add("alias.example.org", Packet.A, Address)
            .SendAsync(served.Server.EndPoint);

        Assert.Equal(["host 300 A 192.0.2.1"], served.At("host"));
        Assert.Equal(["alias 300 CNAME host.example.org."], served.At("alias"));
    }

    [Fact]
    public async Task Update_ZonesOwnServersDeleted_Stay()
    {
        await using var served = ServedZone.With();

        Assert.Equal(
            NoError,
            await Packet.OfUpdate(Zone).DeleteSet(Zone, Packet.AnyType).DeleteSet(Zone, Packet.Ns).SendAsync(served.Server.EndPoint));

        Assert.Equal(["@ 300 NS ns1.example.org."], served.At("@"));
    }

    [Theory]
    [InlineData(Packet.AnyType, Packet.AnyClass, "present", NoError)]
    [InlineData(Packet.AnyType, Packet.AnyClass, "absent", NxDomain)]
    [InlineData(Packet.AnyType, Packet.None, "present", YxDomain)]
    [InlineData(Packet.AnyType, Packet.None, "absent", NoError)]
    [InlineData(Packet.Txt, Packet.AnyClass, "present", NoError)]
    [InlineData(Packet.A, Packet.AnyClass, "present", NxRrset)]
    [InlineData(Packet.Txt, Packet.None, "present", YxRrset)]
    [InlineData(Packet.A, Packet.None, "present", NoError)]
    public async Task Update_WithAPrerequisite_AppliedOnlyIfMet(ushort type, ushort recordClass, string name, int expected)
    {
        await using var served = ServedZone.With("present TXT one", "present TXT two");

        var code = await Packet.OfUpdate(Zone)
            .Require($"{name}.{Zone}", type, recordClass)
            .Add(Key, Packet.A, Address)
            .SendAsync(served.Server.EndPoint);

        Assert.Equal((expected, expected == NoError ? 1 : 0), (code, served.At("key").Length));
    }

    [Fact]
    public async Task Update_WithValuesAsPrerequisite_ComparesTheSet()
    {
        await using var served = ServedZone.With("present TXT one", "present TXT two");
        var (one, two) = (Packet.Strings("one"), Packet.Strings("two"));

        var part = await Requiring(one).SendAsync(served.Server.EndPoint);
        var whole = await Requiring(two, one).SendAsync(served.Server.EndPoint);

        Assert.Equal((NxRrset, NoError), (part, whole));

        static Packet Requiring(params byte[][] values) => values
            .Aggregate(Packet.OfUpdate(Zone), (packet, value) => packet.Require("present.example.org", Packet.Txt, Packet.Internet, value))
            .Add(Key, Packet.A, Address);
    }

    public static TheoryData<int, byte[]> Invalid => new()
    {
        { NotAuth, Packet.OfUpdate("example.com").Add("a.example.com", Packet.A, Address).ToArray() },
        { NotZone, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add("a.example.com", Packet.A, Address).ToArray() },
        { NotZone, Packet.OfUpdate(Zone).Add("badexample.org", Packet.A, Address).ToArray() },
        { NotZone, Packet.OfUpdate(Zone).Require("a.example.com", Packet.A, Packet.None).Add(Key, Packet.A, Address).ToArray() },
        { NotAuth, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Record(3, "k", Packet.Tsig, Packet.AnyClass, 0, [1, 2, 3]).ToArray() },
        { NotImp, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.Mx, [0, 1, 0]).ToArray() },
        { NotImp, Packet.OfUpdate(Zone).Add(Key, Packet.Ns, Packet.NameOf("ns.example.org")).ToArray() },
        { FormErr, Packet.OfUpdate(Zone, Packet.A).Add(Key, Packet.A, Address).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.A, [1, 2, 3]).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.A, []).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Add(Key, Packet.Txt, [9, 65]).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Add(Key, Packet.AnyType, Address).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, Packet.AnyClass, 300, []).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, Packet.AnyClass, 0, Address).ToArray() },
        { FormErr, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, 3, 0, Address).ToArray() },
    };

    [Theory, MemberData(nameof(Invalid))]
    public async Task Update_Invalid_ChangesNothing(int expected, byte[] message)
    {
        await using var served = ServedZone.With("key TXT kept");

        Assert.Equal(expected, await Packet.SendAsync(served.Server.EndPoint, message));
        Assert.Equal(["key 300 TXT \"kept\""], served.At("key"));
        Assert.Equal(3, served.Zone.Lines.Count);
    }

    [Fact]
    public async Task Update_ZoneBecomesHuge_IsRefused()
    {
        await using var served = ServedZone.With();
        var text = Packet.Strings([.. Enumerable.Repeat(new string('x', 255), 120)]);
        var codes = new List<int>();

        for (var number = 0; number < 40; number++)
        {
            codes.Add(await Packet.OfUpdate(Zone).Add($"n{number}.{Zone}", Packet.Txt, text).SendAsync(served.Server.EndPoint));
        }

        Assert.Equal((NoError, Refused), (codes[0], codes[^1]));
        Assert.Equal(codes.Count(code => code == NoError) + 2, served.Zone.Lines.Count);
    }
}
