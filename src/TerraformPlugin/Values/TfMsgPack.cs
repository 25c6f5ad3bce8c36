namespace TerraformPlugin.Values;

/// <summary>Values as MessagePack, directed by a type, as plugin protocol 6 carries them.</summary>
public static class TfMsgPack
{
    /// <summary>Writes <paramref name="value"/>, which must be of <paramref name="type"/>. Equal values give equal bytes.</summary>
    /// <exception cref="InvalidOperationException">The value is not of the type: a bug in the caller.</exception>
    public static byte[] Encode(TfValue value, TfType type) => EncodeInPlace(value, type).ToArray();

    /// <summary>As <see cref="Encode"/>, but without a copy.</summary>
    internal static ReadOnlyMemory<byte> EncodeInPlace(TfValue value, TfType type)
    {
        var encoder = new MsgPackEncoder();
        encoder.Write(value, type);
        return encoder.Written;
    }

    /// <summary>Reads a value of <paramref name="type"/>; bytes after it are ignored.</summary>
    /// <exception cref="TfDecodeException">The bytes are truncated, or hold something else.</exception>
    public static TfValue Decode(ReadOnlyMemory<byte> bytes, TfType type) => new MsgPackDecoder(bytes.Span).Read(type);
}
