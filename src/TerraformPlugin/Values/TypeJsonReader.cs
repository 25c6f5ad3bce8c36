using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>Reads a type from JSON tokens. The reader stands on the first token of the type, afterwards on its last.</summary>
internal static class TypeJsonReader
{
    public static TfType Read(ref Utf8JsonReader reader, ValuePath path)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ValueTextEquals("string"u8) ? TfType.String
                : reader.ValueTextEquals("number"u8) ? TfType.Number
                : reader.ValueTextEquals("bool"u8) ? TfType.Bool
                : reader.ValueTextEquals("dynamic"u8) ? TfType.Dynamic
                : throw NoType(path);
        }

        Require(reader.TokenType == JsonTokenType.StartArray, path);
        path.EnterInner();
        reader.Read();
        var type = ReadCompound(ref reader, path);
        reader.Read();
        Require(reader.TokenType == JsonTokenType.EndArray, path);
        path.Leave();
        return type;
    }

    private static TfType ReadCompound(ref Utf8JsonReader reader, ValuePath path)
    {
        Require(reader.TokenType == JsonTokenType.String, path);
        var kind =
            reader.ValueTextEquals("list"u8) ? TfTypeKind.List
            : reader.ValueTextEquals("set"u8) ? TfTypeKind.Set
            : reader.ValueTextEquals("map"u8) ? TfTypeKind.Map
            : reader.ValueTextEquals("object"u8) ? TfTypeKind.Object
            : reader.ValueTextEquals("tuple"u8) ? TfTypeKind.Tuple
            : throw NoType(path);
        reader.Read();
        return kind switch
        {
            TfTypeKind.List => TfType.List(Read(ref reader, path)),
            TfTypeKind.Set => TfType.Set(Read(ref reader, path)),
            TfTypeKind.Map => TfType.Map(Read(ref reader, path)),
            TfTypeKind.Object => ReadObject(ref reader, path),
            _ => ReadTuple(ref reader, path),
        };
    }

    private static TfType ReadObject(ref Utf8JsonReader reader, ValuePath path)
    {
        Require(reader.TokenType == JsonTokenType.StartObject, path);
        var attributes = new Dictionary<string, TfType>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ReadText(path);
            reader.Read();
            if (!attributes.TryAdd(name, Read(ref reader, path)))
            {
                throw path.Failure("the type names an attribute twice");
            }
        }

        SkipOptionalNames(ref reader, path);
        return TfType.Object(attributes);
    }

    /// <summary>Which attributes a caller may leave out says nothing about the values: those always hold them all.</summary>
    private static void SkipOptionalNames(ref Utf8JsonReader reader, ValuePath path)
    {
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (ahead.Read() && ahead.TokenType != JsonTokenType.EndArray)
        {
            Require(ahead.TokenType == JsonTokenType.String, path);
        }

        reader = ahead;
    }

    private static TfType ReadTuple(ref Utf8JsonReader reader, ValuePath path)
    {
        Require(reader.TokenType == JsonTokenType.StartArray, path);
        var elements = new List<TfType>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(Read(ref reader, path));
        }

        return TfType.Tuple(elements);
    }

    private static void Require(bool condition, ValuePath path)
    {
        if (!condition)
        {
            throw NoType(path);
        }
    }

    private static Exception NoType(ValuePath path) => path.Failure("the JSON is not that of a type");
}
