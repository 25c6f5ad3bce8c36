using System.Buffers.Binary;
using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>Reads a message (RFC 1035 §4.1). Throws <see cref="FormatException"/> for what is none.</summary>
internal sealed class WireReader(byte[] message)
{
    private const int MostPointers = 32;

    public int Position { get; set; }

    public ushort Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Long() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public byte[] Bytes(int count) => Take(count).ToArray();

    public string Name()
    {
        var labels = new List<string>();
        var back = -1;
        for (var pointers = 0; pointers < MostPointers;)
        {
            int length = Take(1)[0];
            if (length == 0)
            {
                Position = back < 0 ? Position : back;
                return string.Join('.', labels).ToLowerInvariant();
            }
            if (length < 0xC0)
            {
                labels.Add(Encoding.Latin1.GetString(Take(length)));
                continue;
            }
            var target = ((length & 0x3F) << 8) | Take(1)[0];
            back = back < 0 ? Position : back;
            Position = target;
            pointers++;
        }
        throw new FormatException("a name that has no end");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Position + count > message.Length)
        {
            throw new FormatException("a message that ends too early");
        }
        var taken = message.AsSpan(Position, count);
        Position += count;
        return taken;
    }
}
