using System.Buffers.Binary;
using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>Reads a message (RFC 1035 §4.1). Throws <see cref="FormatException"/> for what is none.</summary>
internal sealed class WireReader(byte[] message)
{
    private const int MostPointers = 32;
    private const int PointerMark = 0xC0;

    public int Position { get; set; }

    public ushort Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Long() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public byte[] Bytes(int count) => Take(count).ToArray();

    /// <summary>A name, lower case, no dot at the end.</summary>
    public string Name()
    {
        var name = new StringBuilder();
        var back = -1;
        for (var pointers = 0; pointers <= MostPointers && name.Length <= WireWriter.LongestName;)
        {
            int length = Take(1)[0];
            if (length == 0)
            {
                Position = back < 0 ? Position : back;
                return name.ToString();
            }
            if (length < 64)
            {
                name.Append(name.Length > 0 ? "." : "").Append(Label(length));
                continue;
            }
            if (length < PointerMark)
            {
                throw new FormatException("a label of an unknown kind");
            }
            var target = ((length & ~PointerMark) << 8) | Take(1)[0];
            back = back < 0 ? Position : back;
            Position = target;
            pointers++;
        }
        throw new FormatException("a name that is too long, or has no end");
    }

    /// <summary>Skips the additional section, and tells what was in it: the size that EDNS allows an answer, and whether there is a signature.</summary>
    public (int? Size, bool Signed) Additionals(int count)
    {
        (int? Size, bool Signed) found = (null, false);
        for (; count > 0; count--)
        {
            Name();
            var (type, size) = (Short(), Short());
            Long();
            Take(Short());
            found = (type == RecordType.Opt ? size : found.Size, found.Signed || type == RecordType.Tsig);
        }
        return found;
    }

    // Octets that a zone file cannot hold as they are have no place in a name here.
    private string Label(int length)
    {
        var label = Encoding.Latin1.GetString(Take(length)).ToLowerInvariant();
        return label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '*')
            ? label
            : throw new FormatException("a name of unusual letters");
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
