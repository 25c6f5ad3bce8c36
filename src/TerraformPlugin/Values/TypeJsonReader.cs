using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>Reads a type from JSON tokens. The reader stands on the first token of the type, afterwards on its last.</summary>
internal static class TypeJsonReader
{
    public static TfType Read(ref Utf8JsonReader reader, ValuePath path)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ReadText(path) switch
            {
                "string" => TfType.String,
                "number" => TfType.Number,
                "bool" => TfType.Bool,
                "dynamic" => TfType.Dynamic,
                _ => throw NoType(path),
            };
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
        var kind = reader.ReadText(path);
        reader.Read();
        return kind switch
        {
            "list" => TfType.List(Read(ref reader, path)),
            "set" => TfType.Set(Read(ref reader, path)),
            "map" => TfType.Map(Read(ref reader, path)),
            "object" => ReadObject(ref reader, path),
            "tuple" => ReadTuple(ref reader, path),
            _ => throw NoType(path),
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

    /// <summary>Optional names say nothing about the values: a value always holds all attributes.</summary>
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
