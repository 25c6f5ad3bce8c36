using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>A message for a name server, put together octet by octet as RFC 1035 and RFC 2136 draw it, with nothing of the emulator's.</summary>
internal sealed class Packet
{
    public const ushort A = 1, Ns = 2, CName = 5, Soa = 6, Mx = 15, Txt = 16, Tsig = 250, AnyType = 255;
    public const ushort Internet = 1, None = 254, AnyClass = 255;
    private const int Update = 5;

    private readonly List<byte> _body = [];
    private readonly ushort[] _counts = [1, 0, 0, 0];
    private readonly int _operation;

    private Packet(int operation, string name, ushort type)
    {
        _operation = operation;
        Name(name).Short(type).Short(Internet);
    }

    public static Packet OfUpdate(string zone, ushort type = Soa) => new(Update, zone, type);

    public static Packet OfQuestion(string name, ushort type, int operation = 0) => new(operation, name, type);

    /// <summary>What must be so for the update to happen; before all changes.</summary>
    public Packet Demand(string name, ushort type, ushort kind, byte[]? data = null) => Record(1, name, type, kind, 0, data ?? []);

    public Packet Add(string name, ushort type, byte[] data, uint ttl = 300) => Record(2, name, type, Internet, ttl, data);

    public Packet DeleteSet(string name, ushort type) => Record(2, name, type, AnyClass, 0, []);

    public Packet DeleteOne(string name, ushort type, byte[] data) => Record(2, name, type, None, 0, data);

    /// <summary>A record of any kind in any place: 1 for answers and conditions, 2 for authorities and changes, 3 for the rest.</summary>
    public Packet Record(int section, string name, ushort type, ushort kind, uint ttl, byte[] data)
    {
        _counts[section]++;
        Name(name).Short(type).Short(kind).Short((ushort)(ttl >> 16)).Short((ushort)ttl).Short((ushort)data.Length)._body.AddRange(data);
        return this;
    }

    public byte[] ToArray() =>
        [0x12, 0x34, (byte)(_operation << 3), 0, .. _counts.SelectMany(count => new[] { (byte)(count >> 8), (byte)count }), .. _body];

    /// <summary>Sends the message over UDP.</summary>
    /// <returns>The code of the answer.</returns>
    public Task<int> SendAsync(IPEndPoint server) => SendAsync(server, ToArray());

    public static async Task<int> SendAsync(IPEndPoint server, byte[] message)
    {
        using var client = new UdpClient(AddressFamily.InterNetwork);
        await client.SendAsync(message, server, TestContext.Current.CancellationToken);
        var answer = await client.ReceiveAsync(TestContext.Current.CancellationToken);
        Assert.Equal(message[..2], answer.Buffer[..2]);
        return answer.Buffer[3] & 0xF;
    }

    public static byte[] Strings(params string[] texts) => [.. texts.SelectMany(text => Encoding.ASCII.GetBytes(text).Prepend((byte)text.Length))];

    public static byte[] NameOf(string name) => [.. name.Split('.').SelectMany(label => Strings(label)), 0];

    private Packet Name(string name)
    {
        _body.AddRange(NameOf(name));
        return this;
    }

    private Packet Short(ushort number)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, number);
        _body.AddRange(octets);
        return this;
    }
}
