using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>Writes a message, without compression.</summary>
internal sealed class WireWriter
{
    /// <summary>The characters of the longest name, dots included.</summary>
    public const int MaxName = 253;

    /// <summary>The octets that pass every network without fragmentation (DNS flag day 2020).</summary>
    public const int MaxDatagram = 1232;

    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public WireWriter Short(int number)
    {
        _bytes.Add((byte)(number >> 8));
        _bytes.Add((byte)number);
        return this;
    }

    public WireWriter Long(uint number) => Short((int)(number >> 16)).Short((int)(number & 0xFFFF));

    public WireWriter Bytes(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>A string with its length before it: at most 255 octets.</summary>
    public WireWriter Text(byte[] text)
    {
        if (text.Length > byte.MaxValue)
        {
            throw new FormatException("a string of a TXT record holds at most 255 octets");
        }

        _bytes.Add((byte)text.Length);
        return Bytes(text);
    }

    /// <summary>A name without a trailing dot; empty for the root.</summary>
    public WireWriter Name(string name)
    {
        if (name.Length > MaxName)
        {
            throw new FormatException($"a name has at most {MaxName} letters");
        }

        foreach (var label in name.Length == 0 ? [] : name.Split('.'))
        {
            if (label.Length is 0 or > 63)
            {
                throw new FormatException("a label has 1 to 63 letters");
            }

            _bytes.Add((byte)label.Length);
            Bytes(Encoding.ASCII.GetBytes(label));
        }

        _bytes.Add(0);
        return this;
    }

    /// <summary>The EDNS record (RFC 6891), which announces messages of up to <see cref="MaxDatagram"/> octets over UDP.</summary>
    public WireWriter Extension() => Name("").Short(RecordType.Opt).Short(MaxDatagram).Long(0).Short(0);

    public WireWriter Record(ZoneRecord record) =>
        Name(record.Owner).Short(record.Type).Short(RecordClass.Internet).Long(record.Ttl).Short(record.Data.Length).Bytes(record.Data);
}
