using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>Writes a message, without compression.</summary>
internal sealed class WireWriter
{
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
    public WireWriter Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > byte.MaxValue)
        {
            throw new FormatException("a string of a TXT record holds at most 255 octets");
        }
        _bytes.Add((byte)bytes.Length);
        return Bytes(bytes);
    }

    public WireWriter Name(string name)
    {
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = Encoding.Latin1.GetBytes(label);
            if (bytes.Length > 63)
            {
                throw new FormatException("a label holds at most 63 octets");
            }
            _bytes.Add((byte)bytes.Length);
            Bytes(bytes);
        }
        _bytes.Add(0);
        return this;
    }

    public WireWriter Record(ZoneRecord record) =>
        Name(record.Owner).Short(record.Type).Short(1).Long(record.Ttl).Short(record.Data.Length).Bytes(record.Data);
}
