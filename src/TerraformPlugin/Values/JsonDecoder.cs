using System.Text;
using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>Reads one value from JSON in one pass; the type decides what may stand where.</summary>
internal ref struct JsonDecoder
{
    private readonly ValuePath _path = ValuePath.OfDecoder();
    private readonly bool _ignoreUnsupported;
    private Utf8JsonReader _reader;

    public JsonDecoder(ReadOnlySpan<byte> json, bool ignoreUnsupported)
    {
        _reader = new(json, JsonDefaults.Reading);
        _ignoreUnsupported = ignoreUnsupported;
    }

    public TfValue ReadAll(TfType type)
    {
        try
        {
            _reader.Read();
            var value = Read(type);
            _reader.Read();
            return value;
        }
        catch (JsonException fault)
        {
            // Its text quotes the input, so only the place is passed on.
            throw _path.Failure($"the text is not valid JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})");
        }
    }

    /// <summary>Starts on the first token of the value and ends on its last.</summary>
    private TfValue Read(TfType type)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return TfValue.Null;
        }

        return type.Kind switch
        {
            TfTypeKind.String => TfValue.Of(ReadString()),
            TfTypeKind.Number => TfValue.Of(ReadNumber()),
            TfTypeKind.Bool => TfValue.Of(ReadBool()),
            TfTypeKind.List => TfValue.Adopt(TfValueKind.List, ReadElements(type)),
            TfTypeKind.Set => TfValue.Set(ReadElements(type)),
            TfTypeKind.Tuple => ReadTuple(type),
            TfTypeKind.Map => ReadMap(type.Element),
            TfTypeKind.Object => ReadObject(type),
            _ => ReadDynamic(),
        };
    }

    /// <summary>A number or bool becomes its text, as go-cty lets a state of an older schema be read.</summary>
    private string ReadString() => _reader.TokenType switch
    {
        JsonTokenType.String => _reader.ReadText(_path),
        JsonTokenType.Number => NumberText(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw Mismatch(TfTypeKind.String),
    };

    private TfNumber ReadNumber()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var whole))
        {
            return TfNumber.FromInt64(whole);
        }

        var text = _reader.TokenType switch
        {
            JsonTokenType.Number => NumberText(),
            JsonTokenType.String => _reader.ReadText(_path),
            _ => throw Mismatch(TfTypeKind.Number),
        };
        return TfNumber.TryParse(text, out var number)
            ? number
            : throw _path.Failure("the text is no decimal number, or one out of range");
    }

    private bool ReadBool() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => _reader.ReadText(_path) switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw Mismatch(TfTypeKind.Bool),
        },
        _ => throw Mismatch(TfTypeKind.Bool),
    };

    private readonly string NumberText() => Encoding.ASCII.GetString(_reader.ValueSpan);

    private TfValue[] ReadElements(TfType type)
    {
        Require(JsonTokenType.StartArray, type.Kind);
        var elements = new List<TfValue>();
        while (ReadNext(JsonTokenType.EndArray))
        {
            elements.Add(ReadElement(elements.Count, type.Element));
        }

        return [.. elements];
    }

    private TfValue ReadElement(int index, TfType type)
    {
        _path.EnterElement(index);
        var element = Read(type);
        _path.Leave();
        return element;
    }

    private TfValue ReadTuple(TfType type)
    {
        Require(JsonTokenType.StartArray, TfTypeKind.Tuple);
        var elements = new TfValue[type.Elements.Length];
        var count = 0;
        while (ReadNext(JsonTokenType.EndArray))
        {
            if (count == elements.Length)
            {
                throw _path.Failure($"expected {elements.Length} elements, found more");
            }

            elements[count] = ReadElement(count, type.Elements[count]);
            count++;
        }

        return count == elements.Length
            ? TfValue.Adopt(TfValueKind.Tuple, elements)
            : throw _path.Failure($"expected {elements.Length} elements, found {count}");
    }

    private TfValue ReadMap(TfType type)
    {
        Require(JsonTokenType.StartObject, TfTypeKind.Map);
        var entries = new Dictionary<string, TfValue>(StringComparer.Ordinal);
        while (ReadNext(JsonTokenType.EndObject))
        {
            _path.EnterElement(entries.Count);
            var key = _reader.ReadText(_path);
            _reader.Read();
            if (!entries.TryAdd(key, Read(type)))
            {
                throw _path.Failure("the key stands twice in the map");
            }

            _path.Leave();
        }

        return TfValue.Adopt(TfValueKind.Map, entries);
    }

    private TfValue ReadObject(TfType type)
    {
        Require(JsonTokenType.StartObject, TfTypeKind.Object);
        var attributes = new Dictionary<string, TfValue>(type.Attributes.Length, StringComparer.Ordinal);
        while (ReadNext(JsonTokenType.EndObject))
        {
            ReadAttribute(attributes, type);
        }

        foreach (var (name, _) in type.Attributes)
        {
            attributes.TryAdd(name, TfValue.Null);
        }

        return TfValue.Adopt(TfValueKind.Object, attributes);
    }

    private void ReadAttribute(Dictionary<string, TfValue> attributes, TfType type)
    {
        var likely = attributes.Count;
        var index = !_reader.ValueIsEscaped && type.IsAttributeAt(likely, _reader.ValueSpan)
            ? likely
            : type.IndexOfAttribute(_reader.ReadText(_path));
        _reader.Read();
        if (index < 0)
        {
            SkipUnsupported();
            return;
        }

        var (name, attributeType) = type.Attributes[index];
        _path.EnterAttribute(name);
        if (!attributes.TryAdd(name, Read(attributeType)))
        {
            throw _path.Failure("the attribute stands twice in the object");
        }

        _path.Leave();
    }

    private void SkipUnsupported()
    {
        if (!_ignoreUnsupported)
        {
            throw _path.Failure("the object holds an attribute that its type lacks");
        }

        _reader.Skip();
    }

    /// <summary>An object of a value and its type. Go writes the type last, so the value is read on a second visit.</summary>
    private TfValue ReadDynamic()
    {
        Require(JsonTokenType.StartObject, TfTypeKind.Dynamic);
        TfType? type = null;
        Utf8JsonReader value = default;
        while (ReadNext(JsonTokenType.EndObject))
        {
            var key = _reader.ReadText(_path);
            _reader.Read();
            if (key == "type" && type is null)
            {
                type = TypeJsonReader.Read(ref _reader, _path);
            }
            else if (key == "value" && value.TokenType == JsonTokenType.None)
            {
                value = _reader;
                _reader.Skip();
            }
            else
            {
                throw NoDynamic();
            }
        }

        if (type is null || value.TokenType == JsonTokenType.None)
        {
            throw NoDynamic();
        }

        var end = _reader;
        _reader = value;
        _path.EnterInner();
        var inner = Read(type);
        _path.Leave();
        _reader = end;
        return TfValue.Dynamic(type, inner);
    }

    private readonly Exception NoDynamic() => _path.Failure("expected an object of exactly a \"type\" and a \"value\"");

    private bool ReadNext(JsonTokenType end)
    {
        _reader.Read();
        return _reader.TokenType != end;
    }

    private readonly void Require(JsonTokenType start, TfTypeKind wanted)
    {
        if (_reader.TokenType != start)
        {
            throw Mismatch(wanted);
        }
    }

    private readonly Exception Mismatch(TfTypeKind wanted) => _path.Mismatch(wanted, _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        _ => "a bool",
    });
}
