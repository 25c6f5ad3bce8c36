using System.Buffers.Binary;
using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>Reads a message (RFC 1035 §4.1). Throws <see cref="FormatException"/> if the message is malformed.</summary>
internal sealed class WireReader(byte[] message)
{
    private const int MaxPointers = 32;
    private const int PointerMark = 0xC0;

    public int Position { get; set; }

    public ushort Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Long() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public byte[] Bytes(int count) => Take(count).ToArray();

    /// <summary>A name, lower case, no trailing dot.</summary>
    public string Name()
    {
        var name = new StringBuilder();
        var back = -1;
        for (var pointers = 0; pointers <= MaxPointers && name.Length <= WireWriter.MaxName;)
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

        throw new FormatException("a name is too long or does not end");
    }

    /// <summary>Skips the additional section. Returns the size that EDNS allows a response, and whether there is a signature.</summary>
    public (int? Size, bool Signed) Additionals(int count)
    {
        (int? Size, bool Signed) result = (null, false);
        for (; count > 0; count--)
        {
            Name();
            var (type, size) = (Short(), Short());
            Long();
            Take(Short());
            result = (type == RecordType.Opt ? size : result.Size, result.Signed || type == RecordType.Tsig);
        }

        return result;
    }

    // Names with octets that a zone file must escape are not supported.
    private string Label(int length)
    {
        var label = Encoding.Latin1.GetString(Take(length)).ToLowerInvariant();
        return label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '*')
            ? label
            : throw new FormatException("a name with unsupported characters");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Position + count > message.Length)
        {
            throw new FormatException("the message ends too early");
        }

        var octets = message.AsSpan(Position, count);
        Position += count;
        return octets;
    }
}
