namespace RocketChat.Emulator.Tests.Dns;

/// <summary>Dynamic updates as packets of RFC 2136.</summary>
public sealed class DnsUpdateTests
{
    private const string Zone = "example.org";
    private const string Key = "key.example.org";
    private const int Good = 0, FormatError = 1, NoSuchName = 3, NotImplemented = 4, Refused = 5, NameExists = 6, RecordsExist = 7, NoSuchRecords = 8, NotAuthorised = 9, NotInZone = 10;

    private static readonly byte[] Address = [192, 0, 2, 7];

    [Fact]
    public async Task Update_SetDeletedAndAdded_IsReplacedAndTheSerialGrows()
    {
        await using var served = ServedZone.With("key TXT old", "key TXT older", "key A 192.0.2.1");
        var serial = (await served.AskAsync(Zone, DnsClient.QueryType.SOA)).Answers.OfType<DnsClient.Protocol.SoaRecord>().Single().Serial;

        var code = await Packet.OfUpdate(Zone).DeleteSet(Key, Packet.Txt).Add(Key, Packet.Txt, Packet.Strings("new", "est"), 60).SendAsync(served.Server.EndPoint);

        Assert.Equal(Good, code);
        Assert.Equal(["key 300 A 192.0.2.1", "key 60 TXT \"new\" \"est\""], served.At("key"));
        Assert.Equal(serial + 1, (await served.AskAsync(Zone, DnsClient.QueryType.SOA)).Answers.OfType<DnsClient.Protocol.SoaRecord>().Single().Serial);
    }

    [Fact]
    public async Task Update_OneRecordDeleted_LeavesTheOthers()
    {
        await using var served = ServedZone.With("key TXT one", "key TXT two", "key A 192.0.2.1");

        Assert.Equal(Good, await Packet.OfUpdate(Zone).DeleteOne(Key, Packet.Txt, Packet.Strings("one")).SendAsync(served.Server.EndPoint));
        Assert.Equal(["key 300 TXT \"two\"", "key 300 A 192.0.2.1"], served.At("key"));

        Assert.Equal(Good, await Packet.OfUpdate(Zone).DeleteSet(Key, Packet.AnyType).SendAsync(served.Server.EndPoint));
        Assert.Empty(served.At("key"));
    }

    [Fact]
    public async Task Update_SameRecordTwice_IsThereOnceWithTheLastTtl()
    {
        await using var served = ServedZone.With();

        await Packet.OfUpdate(Zone).Add(Key, Packet.Txt, Packet.Strings("x"), 60).Add(Key, Packet.Txt, Packet.Strings("x"), 90).SendAsync(served.Server.EndPoint);

        Assert.Equal(["key 90 TXT \"x\""], served.At("key"));
    }

    [Fact]
    public async Task Update_AliasBesideOtherRecords_IsLeftOutAsTheStandardSays()
    {
        await using var served = ServedZone.With("host A 192.0.2.1", "alias CNAME host");

        await Packet.OfUpdate(Zone).Add("host.example.org", Packet.CName, Packet.NameOf("a.example.org")).Add("alias.example.org", Packet.A, Address).SendAsync(served.Server.EndPoint);

        Assert.Equal(["host 300 A 192.0.2.1"], served.At("host"));
        Assert.Equal(["alias 300 CNAME host.example.org."], served.At("alias"));
    }

    [Fact]
    public async Task Update_ZonesOwnServersDeleted_Stay()
    {
        await using var served = ServedZone.With();

        Assert.Equal(Good, await Packet.OfUpdate(Zone).DeleteSet(Zone, Packet.AnyType).DeleteSet(Zone, Packet.Ns).SendAsync(served.Server.EndPoint));

        Assert.Equal(["@ 300 NS ns1.example.org."], served.At("@"));
    }

    [Theory]
    [InlineData(Packet.AnyType, Packet.AnyClass, "there", Good)]
    [InlineData(Packet.AnyType, Packet.AnyClass, "gone", NoSuchName)]
    [InlineData(Packet.AnyType, Packet.None, "there", NameExists)]
    [InlineData(Packet.AnyType, Packet.None, "gone", Good)]
    [InlineData(Packet.Txt, Packet.AnyClass, "there", Good)]
    [InlineData(Packet.A, Packet.AnyClass, "there", NoSuchRecords)]
    [InlineData(Packet.Txt, Packet.None, "there", RecordsExist)]
    [InlineData(Packet.A, Packet.None, "there", Good)]
    public async Task Update_WithACondition_HappensOnlyIfItHolds(ushort type, ushort kind, string name, int expected)
    {
        await using var served = ServedZone.With("there TXT one", "there TXT two");

        var code = await Packet.OfUpdate(Zone).Demand($"{name}.{Zone}", type, kind).Add(Key, Packet.A, Address).SendAsync(served.Server.EndPoint);

        Assert.Equal((expected, expected == Good ? 1 : 0), (code, served.At("key").Length));
    }

    [Fact]
    public async Task Update_OnConditionOfValues_ComparesTheWholeSet()
    {
        await using var served = ServedZone.With("there TXT one", "there TXT two");
        var (one, two) = (Packet.Strings("one"), Packet.Strings("two"));

        var part = await Demanding(one).SendAsync(served.Server.EndPoint);
        var whole = await Demanding(two, one).SendAsync(served.Server.EndPoint);

        Assert.Equal((NoSuchRecords, Good), (part, whole));

        static Packet Demanding(params byte[][] values) => values.Aggregate(
            Packet.OfUpdate(Zone), (packet, value) => packet.Demand("there.example.org", Packet.Txt, Packet.Internet, value)).Add(Key, Packet.A, Address);
    }

    public static TheoryData<int, byte[]> Impossible => new()
    {
        { NotAuthorised, Packet.OfUpdate("example.com").Add("a.example.com", Packet.A, Address).ToArray() },
        { NotInZone, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add("a.example.com", Packet.A, Address).ToArray() },
        { NotInZone, Packet.OfUpdate(Zone).Add("badexample.org", Packet.A, Address).ToArray() },
        { NotInZone, Packet.OfUpdate(Zone).Demand("a.example.com", Packet.A, Packet.None).Add(Key, Packet.A, Address).ToArray() },
        { NotAuthorised, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Record(3, "key-name", Packet.Tsig, Packet.AnyClass, 0, [1, 2, 3]).ToArray() },
        { NotImplemented, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.Mx, [0, 1, 0]).ToArray() },
        { NotImplemented, Packet.OfUpdate(Zone).Add(Key, Packet.Ns, Packet.NameOf("ns.example.org")).ToArray() },
        { FormatError, Packet.OfUpdate(Zone, Packet.A).Add(Key, Packet.A, Address).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.A, [1, 2, 3]).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Add(Key, Packet.A, Address).Add(Key, Packet.A, []).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Add(Key, Packet.Txt, [9, 65]).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Add(Key, Packet.AnyType, Address).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, Packet.AnyClass, 300, []).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, Packet.AnyClass, 0, Address).ToArray() },
        { FormatError, Packet.OfUpdate(Zone).Record(2, Key, Packet.A, 3, 0, Address).ToArray() },
    };

    [Theory, MemberData(nameof(Impossible))]
    public async Task Update_Impossible_ChangesNothing(int expected, byte[] message)
    {
        await using var served = ServedZone.With("key TXT kept");

        Assert.Equal(expected, await Packet.SendAsync(served.Server.EndPoint, message));
        Assert.Equal(["key 300 TXT \"kept\""], served.At("key"));
        Assert.Equal(3, served.Zone.ToSeed().Records.Count);
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

        Assert.Equal((Good, Refused), (codes[0], codes[^1]));
        Assert.Equal(codes.Count(code => code == Good) + 2, served.Zone.ToSeed().Records.Count);
    }
}
