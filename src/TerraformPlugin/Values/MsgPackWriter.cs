using System.Buffers.Binary;

namespace TerraformPlugin.Values;

/// <summary>Writes MessagePack tokens, each in its shortest form, into one growing buffer.</summary>
internal sealed class MsgPackWriter
{
    /// <summary>Beyond this, room grows by an eighth and not twofold: a state of a hundred megabytes shall not cost two hundred.</summary>
    private const int LeastSpare = 4 * 1024 * 1024;

    private byte[] _buffer = new byte[256];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>The written bytes, without a copy: valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    public void WriteNil() => WriteByte(0xc0);

    /// <summary>An unknown value: extension type 0 with one zero byte.</summary>
    public void WriteUnknown()
    {
        WriteByte(0xd4);
        WriteByte(0);
        WriteByte(0);
    }

    public void WriteBool(bool value) => WriteByte(value ? (byte)0xc3 : (byte)0xc2);

    public void WriteInt(long value)
    {
        switch (value)
        {
            case >= 0 and <= 0x7f or >= -32 and < 0:
                WriteByte(unchecked((byte)value));
                break;
            case > 0:
                WriteSized(0xcc, (ulong)value);
                break;
            case >= sbyte.MinValue:
                WriteByte(0xd0);
                WriteByte(unchecked((byte)value));
                break;
            case >= short.MinValue:
                WriteByte(0xd1);
                BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)value);
                break;
            case >= int.MinValue:
                WriteByte(0xd2);
                BinaryPrimitives.WriteInt32BigEndian(Take(4), (int)value);
                break;
            default:
                WriteByte(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(Take(8), value);
                break;
        }
    }

    public void WriteDouble(double value)
    {
        WriteByte(0xcb);
        BinaryPrimitives.WriteDoubleBigEndian(Take(8), value);
    }

    /// <exception cref="System.Text.EncoderFallbackException">The text holds a lone surrogate.</exception>
    public void WriteString(string text)
    {
        var length = Utf8Text.Strict.GetByteCount(text);
        if (length < 32)
        {
            WriteByte((byte)(0xa0 | length));
        }
        else
        {
            WriteSized(0xd9, (ulong)length);
        }

        Utf8Text.Strict.GetBytes(text, Take(length));
    }

    public void WriteBinary(ReadOnlySpan<byte> bytes)
    {
        WriteSized(0xc4, (ulong)bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    public void WriteArrayHeader(int count) => WriteHeader(0x90, 0xdc, count);

    public void WriteMapHeader(int count) => WriteHeader(0x80, 0xde, count);

    /// <summary>Puts the last parts written into the order of their bytes.</summary>
    /// <param name="starts">Where each part starts, ascending; the last one ends here.</param>
    public void SortParts(int[] starts)
    {
        if (starts.Length < 2)
        {
            return;
        }

        var (first, end) = (starts[0], Length);
        var unsorted = _buffer[first..end];
        var parts = new ArraySegment<byte>[starts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var next = i + 1 < starts.Length ? starts[i + 1] : end;
            parts[i] = new(unsorted, starts[i] - first, next - starts[i]);
        }

        Array.Sort(parts, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        Length = first;
        foreach (var part in parts)
        {
            part.AsSpan().CopyTo(Take(part.Count));
        }
    }

    private void WriteHeader(byte shortForm, byte longForm, int count)
    {
        if (count < 16)
        {
            WriteByte((byte)(shortForm | count));
        }
        else if (count <= ushort.MaxValue)
        {
            WriteByte(longForm);
            BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)count);
        }
        else
        {
            WriteByte((byte)(longForm + 1));
            BinaryPrimitives.WriteUInt32BigEndian(Take(4), (uint)count);
        }
    }

    /// <summary>A code of a family whose members follow each other by width (8, 16, 32, 64 bits), then the number in that width.</summary>
    private void WriteSized(byte family, ulong value)
    {
        switch (value)
        {
            case <= byte.MaxValue:
                WriteByte(family);
                WriteByte((byte)value);
                break;
            case <= ushort.MaxValue:
                WriteByte((byte)(family + 1));
                BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)value);
                break;
            case <= uint.MaxValue:
                WriteByte((byte)(family + 2));
                BinaryPrimitives.WriteUInt32BigEndian(Take(4), (uint)value);
                break;
            default:
                WriteByte((byte)(family + 3));
                BinaryPrimitives.WriteUInt64BigEndian(Take(8), value);
                break;
        }
    }

    private void WriteByte(byte value) => Take(1)[0] = value;

    private Span<byte> Take(int count)
    {
        if (_buffer.Length - Length < count)
        {
            var needed = (long)Length + count;
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, needed + Math.Min(needed, Math.Max(LeastSpare, needed / 8))));
        }

        var taken = _buffer.AsSpan(Length, count);
        Length += count;
        return taken;
    }
}
