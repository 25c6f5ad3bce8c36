using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace TerraformPlugin.Values;

/// <summary>Reads MessagePack tokens from a span; never beyond its end, never more than is there.</summary>
internal ref struct MsgPackReader(ReadOnlySpan<byte> bytes, ValuePath path)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ValuePath _path = path;
    private int _position;

    private readonly int Remaining => _bytes.Length - _position;

    public bool TryReadNil()
    {
        if (Peek() != 0xc0)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Skips an extension of any code and length: they all mean an unknown value, perhaps a refined one.</summary>
    public bool TryReadUnknown()
    {
        var code = Peek();
        if (code is not (>= 0xc7 and <= 0xc9 or >= 0xd4 and <= 0xd8))
        {
            return false;
        }

        _position++;
        var length = code >= 0xd4 ? 1u << (code - 0xd4) : (uint)ReadUnsigned(1 << (code - 0xc7));
        _ = Take(1);
        _ = Take(length);
        return true;
    }

    public bool ReadBool()
    {
        var code = Peek();
        if (code is not (0xc2 or 0xc3))
        {
            throw Mismatch(TfTypeKind.Bool);
        }

        _position++;
        return code == 0xc3;
    }

    public TfNumber ReadNumber()
    {
        var code = Peek();
        switch (code)
        {
            case <= 0x7f or >= 0xe0:
                _position++;
                return TfNumber.FromInt64((sbyte)code);
            case >= 0xcc and <= 0xcf:
                _position++;
                return TfNumber.FromBigInteger(ReadUnsigned(1 << (code - 0xcc)));
            case >= 0xd0 and <= 0xd3:
                _position++;
                return TfNumber.FromInt64(ReadSigned(1 << (code - 0xd0)));
            case 0xca:
                _position++;
                return FromDouble(BinaryPrimitives.ReadSingleBigEndian(Take(4)));
            case 0xcb:
                _position++;
                return FromDouble(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
            case >= 0xa0 and <= 0xbf or >= 0xd9 and <= 0xdb:
                return TfNumber.TryParse(Encoding.Latin1.GetString(ReadBytes(TfTypeKind.Number)), out var number)
                    ? number
                    : throw _path.Failure("the text is no decimal number, or one out of range");
            default:
                throw Mismatch(TfTypeKind.Number);
        }
    }

    /// <summary>The bytes of a string, which Go may also have written as binary; valid UTF-8.</summary>
    public ReadOnlySpan<byte> ReadString()
    {
        var text = ReadBytes(TfTypeKind.String);
        return Utf8.IsValid(text) ? text : throw _path.Failure("the string is not valid UTF-8");
    }

    /// <summary>The bytes of a string or binary token.</summary>
    public ReadOnlySpan<byte> ReadBytes(TfTypeKind wanted)
    {
        var code = Peek();
        if (code is not (>= 0xa0 and <= 0xbf or >= 0xc4 and <= 0xc6 or >= 0xd9 and <= 0xdb))
        {
            throw Mismatch(wanted);
        }

        _position++;
        return Take(code switch
        {
            <= 0xbf => (uint)code & 0x1f,
            <= 0xc6 => (uint)ReadUnsigned(1 << (code - 0xc4)),
            _ => (uint)ReadUnsigned(1 << (code - 0xd9)),
        });
    }

    /// <summary>The number of elements that follow; never more than the bytes left could hold.</summary>
    public int ReadArrayHeader(TfTypeKind wanted) => ReadHeader(wanted, 0x90, 0xdc, 1);

    /// <summary>The number of keys that follow, each with its value; never more than the bytes left could hold.</summary>
    public int ReadMapHeader(TfTypeKind wanted) => ReadHeader(wanted, 0x80, 0xde, 2);

    private int ReadHeader(TfTypeKind wanted, byte shortForm, byte longForm, int bytesPerEntry)
    {
        var code = Peek();
        var isShort = (code & 0xf0) == shortForm;
        if (!isShort && code != longForm && code != longForm + 1)
        {
            throw Mismatch(wanted);
        }

        _position++;
        var count = isShort ? code & 0x0fu : ReadUnsigned(2 << (code - longForm));
        return count * (ulong)bytesPerEntry <= (ulong)Remaining ? (int)count : throw Truncated();
    }

    private readonly byte Peek() => Remaining > 0 ? _bytes[_position] : throw Truncated();

    private ReadOnlySpan<byte> Take(uint length)
    {
        if (length > Remaining)
        {
            throw Truncated();
        }

        var taken = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    private ulong ReadUnsigned(int width)
    {
        ulong value = 0;
        foreach (var b in Take((uint)width))
        {
            value = (value << 8) | b;
        }

        return value;
    }

    private long ReadSigned(int width)
    {
        var unused = 64 - (width * 8);
        return (long)(ReadUnsigned(width) << unused) >> unused;
    }

    private readonly TfNumber FromDouble(double value) =>
        double.IsNaN(value) ? throw _path.Failure("the number is not a number") : TfNumber.FromDouble(value);

    private readonly Exception Truncated() => _path.Failure("the data ends too early");

    private readonly Exception Mismatch(TfTypeKind wanted) => _path.Mismatch(wanted, Peek() switch
    {
        <= 0x7f or >= 0xcc and <= 0xd3 or >= 0xe0 => "an integer",
        <= 0x8f or 0xde or 0xdf => "a map",
        <= 0x9f or 0xdc or 0xdd => "an array",
        <= 0xbf or >= 0xd9 and <= 0xdb => "a string",
        0xc0 => "null",
        0xc2 or 0xc3 => "a bool",
        >= 0xc4 and <= 0xc6 => "binary data",
        0xca or 0xcb => "a floating point number",
        0xc1 => "an invalid byte",
        _ => "an unknown value",
    });
}
