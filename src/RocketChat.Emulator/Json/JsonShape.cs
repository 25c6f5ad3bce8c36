using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RocketChat.Emulator.Json;

/// <summary>
/// Compares JSON that a person wrote with the type that it is for, so that each mistake is reported with its place and the expected value,
/// in the words of the JSON and not of this program.
/// </summary>
internal sealed class JsonShape
{
    private readonly string _root;
    private readonly JsonSerializerContext _types;
    private readonly List<string> _mistakes = [];

    private JsonShape(string root, JsonSerializerContext types) => (_root, _types) = (root, types);

    /// <param name="json">The JSON.</param>
    /// <param name="root">The name of the JSON, such as "the seed".</param>
    /// <param name="type">The type that the JSON is for.</param>
    /// <param name="types">The types that this one is made of.</param>
    /// <returns>The mistakes, one a line; empty when there are none.</returns>
    public static string MistakesOf(JsonElement json, string root, Type type, JsonSerializerContext types)
    {
        var shape = new JsonShape(root, types);
        shape.Check("", json, type);
        return string.Join('\n', shape._mistakes);
    }

    private void Check(string where, JsonElement value, Type wanted)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        if (type == typeof(JsonElement))
        {
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            CheckList(where, value, type.GetGenericArguments()[0]);
        }
        else if (type.IsGenericType)
        {
            CheckMap(where, value, type.GetGenericArguments()[1]);
        }
        else if (type.IsEnum)
        {
            CheckName(where, value, type);
        }
        else if (_types.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info)
        {
            CheckObject(where, value, info);
        }
        else if (Expectation(type, value) is { } expected)
        {
            Add(where, value, expected);
        }
    }

    private void CheckName(string where, JsonElement value, Type type)
    {
        var names = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(number => JsonSerializer.SerializeToElement(Enum.ToObject(type, number), _types.GetTypeInfo(type)!).GetString()!)
            .ToArray();
        if (value.ValueKind != JsonValueKind.String || !names.Contains(value.GetString()))
        {
            Add(where, value, $"must be one of {string.Join(", ", names)}");
        }
    }

    private void CheckList(string where, JsonElement value, Type item)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(where, value, "must be a list in [ ]");
            return;
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            Check($"{where}[{index++}]", element, item);
        }
    }

    private void CheckMap(string where, JsonElement value, Type item)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(where, value, "must be an object in { }");
            return;
        }

        foreach (var entry in value.EnumerateObject())
        {
            Check(Below(where, entry.Name), entry.Value, item);
        }
    }

    private void CheckObject(string where, JsonElement value, JsonTypeInfo info)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(where, value, "must be an object in { }");
            return;
        }

        foreach (var twice in value.EnumerateObject().GroupBy(entry => entry.Name).Where(entries => entries.Count() > 1))
        {
            _mistakes.Add($"{Below(where, twice.Key)} is there twice; keep one");
        }

        foreach (var entry in value.EnumerateObject())
        {
            var place = Below(where, entry.Name);
            if (info.Properties.FirstOrDefault(property => property.Name == entry.Name) is not { } property)
            {
                var known = string.Join(", ", info.Properties.Select(candidate => candidate.Name).Order(StringComparer.Ordinal));
                _mistakes.Add($"{place}: there is no such key; known here are {known}");
            }
            else if (entry.Value.ValueKind == JsonValueKind.Null && !IsOptional(property))
            {
                _mistakes.Add($"{place} is null; give it a value, or leave it out if it is not required");
            }
            else if (entry.Value.ValueKind != JsonValueKind.Null)
            {
                Check(place, entry.Value, property.PropertyType);
            }
        }

        foreach (var missing in info.Properties.Where(property => property.IsRequired && !value.TryGetProperty(property.Name, out _)))
        {
            _mistakes.Add($"{Below(where, missing.Name)} is missing; it is required");
        }
    }

    private static bool IsOptional(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsSetNullable);

    /// <returns>The expected value; null when it fits.</returns>
    private static string? Expectation(Type type, JsonElement value) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => value.ValueKind == JsonValueKind.String ? null : "must be a string in quotes",
        TypeCode.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false, without quotes",
        TypeCode.Int32 => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _)
            ? null
            : "must be an integer, without quotes",
        TypeCode.Double => value.ValueKind == JsonValueKind.Number ? null : "must be a number, without quotes",
        _ => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _)
            ? null
            : "must be a moment such as \"2026-01-31T12:00:00Z\"",
    };

    private void Add(string where, JsonElement value, string expected)
    {
        const int longest = 40;
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => value.GetRawText(),
        };
        // A long value may be a secret in the wrong place.
        var shown = text.Length > longest ? string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters") : text;
        _mistakes.Add($"{(where.Length == 0 ? _root : where)} is {shown}, but {expected}");
    }

    private static string Below(string where, string name) => where.Length == 0 ? name : $"{where}.{name}";
}
