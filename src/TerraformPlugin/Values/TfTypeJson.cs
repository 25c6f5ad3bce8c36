using System.Buffers;
using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>Types as the JSON of plugin protocol and state: <c>"string"</c>, <c>["list","string"]</c>, <c>["object",{…}]</c>.</summary>
public static class TfTypeJson
{
    /// <summary>Writes <paramref name="type"/> as UTF-8 JSON without whitespace, keys sorted.</summary>
    /// <exception cref="InvalidOperationException">The type nests deeper than 256 levels.</exception>
    public static byte[] Encode(TfType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonDefaults.Writing))
        {
            Write(writer, type, ValuePath.OfEncoder());
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a type; any JSON layout is accepted.</summary>
    /// <exception cref="TfDecodeException">The bytes are not the JSON of a type.</exception>
    public static TfType Decode(ReadOnlySpan<byte> json) => Decode(json, ValuePath.OfDecoder());

    internal static TfType Decode(ReadOnlySpan<byte> json, ValuePath path)
    {
        var reader = new Utf8JsonReader(json, JsonDefaults.Reading);
        try
        {
            reader.Read();
            var type = TypeJsonReader.Read(ref reader, path);
            reader.Read();
            return type;
        }
        catch (JsonException)
        {
            throw path.Failure("the type is not valid JSON");
        }
    }

    internal static void Write(Utf8JsonWriter writer, TfType type, ValuePath path)
    {
        if (type.IsPrimitive || type.Kind == TfTypeKind.Dynamic)
        {
            writer.WriteStringValue(NameOf(type.Kind));
            return;
        }

        path.EnterInner();
        writer.WriteStartArray();
        writer.WriteStringValue(NameOf(type.Kind));
        switch (type.Kind)
        {
            case TfTypeKind.Object:
                WriteAttributes(writer, type, path);
                break;
            case TfTypeKind.Tuple:
                WriteElements(writer, type, path);
                break;
            default:
                Write(writer, type.Element, path);
                break;
        }

        writer.WriteEndArray();
        path.Leave();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, TfType type, ValuePath path)
    {
        writer.WriteStartObject();
        foreach (var (name, attribute) in type.Attributes)
        {
            writer.WritePropertyName(name);
            Write(writer, attribute, path);
        }

        writer.WriteEndObject();
    }

    private static void WriteElements(Utf8JsonWriter writer, TfType type, ValuePath path)
    {
        writer.WriteStartArray();
        foreach (var element in type.Elements)
        {
            Write(writer, element, path);
        }

        writer.WriteEndArray();
    }

    private static ReadOnlySpan<byte> NameOf(TfTypeKind kind) => kind switch
    {
        TfTypeKind.String => "string"u8,
        TfTypeKind.Number => "number"u8,
        TfTypeKind.Bool => "bool"u8,
        TfTypeKind.Dynamic => "dynamic"u8,
        TfTypeKind.List => "list"u8,
        TfTypeKind.Set => "set"u8,
        TfTypeKind.Map => "map"u8,
        TfTypeKind.Object => "object"u8,
        _ => "tuple"u8,
    };
}
