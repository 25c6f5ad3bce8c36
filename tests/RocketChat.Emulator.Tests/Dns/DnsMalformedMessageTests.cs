using System.Buffers.Binary;
using System.Net.Sockets;
using DnsClient;
using RocketChat.Emulator.Dns;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>The name server survives any message.</summary>
public sealed class DnsMalformedMessageTests
{
    private static readonly byte[][] Valid =
    [
        Packet.OfQuestion("chat.example.org", Packet.A).ToArray(),
        Packet.OfQuestion("key.example.org", Packet.AnyType).Record(3, "", 41, 4096, 0, []).ToArray(),
        Packet.OfUpdate("example.org").Require("key.example.org", Packet.Txt, Packet.AnyClass).DeleteSet("key.example.org", Packet.Txt)
            .Add("key.example.org", Packet.Txt, Packet.Strings("y", "z")).ToArray(),
    ];

    [Fact]
    public void Respond_CorruptedMessages_AnsweredOrIgnored()
    {
        var zone = DnsZone.WithOwnNameServer("example.org", ["chat A 192.0.2.7", "key TXT x"]);
        var responder = DnsResponder.For(() => zone);
        var random = new Random(20260101);
        var codes = new HashSet<int>();

        for (var round = 0; round < 20_000; round++)
        {
            var message = Corrupted(Valid[round % Valid.Length], random);
            if (responder.Respond(message, isTcp: random.Next(2) == 1) is { } response)
            {
                codes.Add(response[3] & 0xF);
            }
        }

        // Some messages were still valid and some were not, and the zone can be written and read again after all of them.
        Assert.True(codes.IsSupersetOf([0, 1]), string.Join(", ", codes));
        Assert.NotEmpty(DnsZone.WithOwnNameServer(zone.Apex, zone.Lines).Lines);
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "a pointer to itself", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 1, 0, 1] },
        { "a pointer beyond the end", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 1, 0, 1] },
        { "a label of a reserved kind", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x41, 65, 0, 0, 1, 0, 1] },
        { "no question", [1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "65535 questions", [1, 2, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0] },
        { "65535 additional records", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 255, 255, 0, 0, 1, 0, 1] },
        { "a label with a dot", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, 97, 46, 98, 0, 0, 1, 0, 1] },
        { "a name of 300 letters", [1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. Labels(100), 0, 0, 1, 0, 1] },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task Respond_MalformedMessage_FormatError(string description, byte[] message)
    {
        await using var served = ServedZone.With();

        Assert.True(await Packet.SendAsync(served.Server.EndPoint, message) == 1, description);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(15)]
    public async Task Respond_UnsupportedOperation_NotImplemented(int operation)
    {
        await using var served = ServedZone.With();

        Assert.Equal(4, await Packet.OfQuestion("example.org", Packet.Soa, operation).SendAsync(served.Server.EndPoint));
        Assert.Equal(4, await Packet.OfQuestion("example.org", 252).SendAsync(served.Server.EndPoint));
    }

    [Fact]
    public async Task Server_AfterMalformedMessagesOverBothTransports_StillAnswers()
    {
        await using var served = ServedZone.With("chat A 192.0.2.7");
        using var udp = new UdpClient(AddressFamily.InterNetwork);
        byte[][] messages = [[], [1], new byte[11], [.. Enumerable.Repeat((byte)255, 600)], [1, 2, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0]];

        foreach (var message in messages)
        {
            await udp.SendAsync(message, served.Server.EndPoint, TestContext.Current.CancellationToken);
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(served.Server.EndPoint, TestContext.Current.CancellationToken);
            await tcp.GetStream().WriteAsync(message, TestContext.Current.CancellationToken);
        }

        foreach (var overTcp in new[] { false, true })
        {
            var client = new LookupClient(new LookupClientOptions(served.Server.EndPoint) { UseTcpOnly = overTcp, UseCache = false });
            Assert.Single(
                (
                    await client.QueryAsync(
                        "chat.example.org", QueryType.A, cancellationToken: TestContext.Current.CancellationToken)).Answers);
        }
    }

    private static IEnumerable<byte> Labels(int count) => Enumerable.Repeat(new byte[] { 2, 97, 97 }, count).SelectMany(label => label);

    private static byte[] Corrupted(byte[] valid, Random random)
    {
        byte[] message = [.. valid];
        for (var count = random.Next(4); count > 0; count--)
        {
            switch (random.Next(4))
            {
                case 0:
                    message = message[..random.Next(message.Length + 1)];
                    break;
                case 1 when message.Length > 12:
                    message[random.Next(message.Length)] = (byte)random.Next(256);
                    break;
                case 2 when message.Length > 14:
                    BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(random.Next(4, message.Length - 2)), (ushort)random.Next(65536));
                    break;
                default:
                    random.NextBytes(message.AsSpan(message.Length / 2));
                    break;
            }
        }

        return message;
    }
}
