namespace TerraformPlugin.Values;

/// <summary>Values as the JSON of state files, directed by a type. JSON cannot say "unknown".</summary>
public static class TfJson
{
    /// <summary>
    /// Writes <paramref name="value"/>, which must be of <paramref name="type"/> and fully known, as UTF-8 without whitespace.
    /// Equal values give equal bytes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The value is not of the type, or holds unknowns or infinities.</exception>
    public static byte[] Encode(TfValue value, TfType type) => new JsonEncoder().Encode(value, type);

    /// <summary>
    /// Reads a value of <paramref name="type"/>. Attributes that are missing are null; attributes that the type lacks are ignored
    /// when <paramref name="ignoreUnsupported"/> is set (state of an older schema), an error otherwise. Strings stand for numbers
    /// and bools where those are wanted, and the other way round.
    /// </summary>
    /// <exception cref="TfDecodeException">The bytes are not JSON, or hold something else.</exception>
    public static TfValue Decode(ReadOnlyMemory<byte> json, TfType type, bool ignoreUnsupported = false) =>
        new JsonDecoder(json.Span, ignoreUnsupported).ReadAll(type);
}
