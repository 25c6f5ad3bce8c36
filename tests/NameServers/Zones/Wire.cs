using System.Buffers.Binary;
using System.Text;

namespace NameServers;

/// <summary>The forms of RFC 1035 that a small name server needs.</summary>
internal static class Wire
{
    public static byte[] Name(string name)
    {
        var bytes = new List<byte>();
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }

        bytes.Add(0);
        return [.. bytes];
    }

    public static string ReadName(byte[] message, int offset)
    {
        var labels = new List<string>();
        while (message[offset] is > 0 and < 64 and var length)
        {
            labels.Add(Encoding.ASCII.GetString(message, offset + 1, length));
            offset += length + 1;
        }

        return string.Join('.', labels);
    }

    public static byte[] Short(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)number);
        return bytes;
    }

    public static byte[] Long(long number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)number);
        return bytes;
    }

    public static int ReadShort(byte[] message, int offset) => BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(offset));

    /// <summary>A character-string: its length in one octet, then its octets.</summary>
    public static byte[] Text(byte[] text) => text.Length > 255 ? throw new FormatException("A string of a TXT record holds at most 255 octets.") : [(byte)text.Length, .. text];
}
