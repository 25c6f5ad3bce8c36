using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>A message to a name server, built octet by octet after RFC 1035 and RFC 2136, without the emulator's code.</summary>
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

    /// <summary>Adds a prerequisite of the update; before all changes.</summary>
    public Packet Require(string name, ushort type, ushort recordClass, byte[]? data = null) =>
        Record(1, name, type, recordClass, 0, data ?? []);

    public Packet Add(string name, ushort type, byte[] data, uint ttl = 300) => Record(2, name, type, Internet, ttl, data);

    public Packet DeleteSet(string name, ushort type) => Record(2, name, type, AnyClass, 0, []);

    public Packet DeleteOne(string name, ushort type, byte[] data) => Record(2, name, type, None, 0, data);

    /// <summary>
    /// Adds a record to a section: 1 for answers and prerequisites, 2 for authorities and changes, 3 for additional records.
    /// </summary>
    public Packet Record(int section, string name, ushort type, ushort recordClass, uint ttl, byte[] data)
    {
        _counts[section]++;
        Name(name).Short(type).Short(recordClass).Short((ushort)(ttl >> 16)).Short((ushort)ttl).Short((ushort)data.Length);
        _body.AddRange(data);
        return this;
    }

    public byte[] ToArray() =>
    [
        0x12, 0x34,
        (byte)(_operation << 3), 0,
        .. _counts.SelectMany(count => new[] { (byte)(count >> 8), (byte)count }),
        .. _body,
    ];

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

    public static byte[] Strings(params string[] texts) =>
        [.. texts.SelectMany(text => Encoding.ASCII.GetBytes(text).Prepend((byte)text.Length))];

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
