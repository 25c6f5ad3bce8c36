namespace TerraformPlugin.Values;

/// <summary>Types as the JSON of plugin protocol and state: <c>"string"</c>, <c>["list","string"]</c>, <c>["object",{…}]</c>.</summary>
public static class TfTypeJson
{
    /// <summary>Writes <paramref name="type"/> as UTF-8 JSON without white space, keys sorted.</summary>
    public static byte[] Encode(TfType type) => throw new NotImplementedException();

    /// <summary>Reads a type; any JSON layout is accepted.</summary>
    /// <exception cref="TfDecodeException">The bytes are not the JSON of a type.</exception>
    public static TfType Decode(ReadOnlySpan<byte> json) => throw new NotImplementedException();
}
