using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Reads one value from MessagePack in one pass; the type decides what may stand where.</summary>
internal ref struct MsgPackDecoder
{
    private readonly ValuePath _path = ValuePath.OfDecoder();
    private MsgPackReader _reader;

    public MsgPackDecoder(ReadOnlySpan<byte> bytes) => _reader = new(bytes, _path);

    public TfValue Read(TfType type)
    {
        if (_reader.TryReadNil())
        {
            return TfValue.Null;
        }

        if (_reader.TryReadUnknown())
        {
            return TfValue.Unknown;
        }

        return type.Kind switch
        {
            TfTypeKind.String => TfValue.Of(ReadText()),
            TfTypeKind.Number => TfValue.Of(_reader.ReadNumber()),
            TfTypeKind.Bool => TfValue.Of(_reader.ReadBool()),
            TfTypeKind.List => TfValue.Adopt(TfValueKind.List, ReadElements(type)),
            TfTypeKind.Set => TfValue.Set(ReadElements(type)),
            TfTypeKind.Tuple => ReadTuple(type),
            TfTypeKind.Map => ReadMap(type.Element),
            TfTypeKind.Object => ReadObject(type),
            _ => ReadDynamic(),
        };
    }

    private string ReadText() => Encoding.UTF8.GetString(_reader.ReadString());

    private TfValue[] ReadElements(TfType type)
    {
        var count = _reader.ReadArrayHeader(type.Kind);

        // Grows with what was really read: nested lying headers would otherwise multiply.
        var elements = new TfValue[Math.Min(count, 1024)];
        for (var i = 0; i < count; i++)
        {
            if (i == elements.Length)
            {
                Array.Resize(ref elements, Math.Min(count, i * 2));
            }

            elements[i] = ReadElement(i, type.Element);
        }

        return elements;
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
        var count = _reader.ReadArrayHeader(TfTypeKind.Tuple);
        if (count != type.Elements.Length)
        {
            throw _path.Failure($"expected {type.Elements.Length} elements, found {count}");
        }

        var elements = new TfValue[count];
        for (var i = 0; i < count; i++)
        {
            elements[i] = ReadElement(i, type.Elements[i]);
        }

        return TfValue.Adopt(TfValueKind.Tuple, elements);
    }

    private TfValue ReadMap(TfType type)
    {
        var count = _reader.ReadMapHeader(TfTypeKind.Map);
        var entries = new Dictionary<string, TfValue>(Math.Min(count, 1024), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            _path.EnterElement(i);
            if (!entries.TryAdd(ReadText(), Read(type)))
            {
                throw _path.Failure("the key stands twice in the map");
            }

            _path.Leave();
        }

        return TfValue.Adopt(TfValueKind.Map, entries);
    }

    private TfValue ReadObject(TfType type)
    {
        var count = _reader.ReadMapHeader(TfTypeKind.Object);
        if (count != type.Attributes.Length)
        {
            throw _path.Failure($"expected {type.Attributes.Length} attributes, found {count}");
        }

        var attributes = new Dictionary<string, TfValue>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var utf8Name = _reader.ReadString();
            var index = type.IsAttributeAt(i, utf8Name) ? i : type.IndexOfAttribute(Encoding.UTF8.GetString(utf8Name));
            if (index < 0)
            {
                throw _path.Failure("the object holds an attribute that its type lacks");
            }

            var (name, attributeType) = type.Attributes[index];
            _path.EnterAttribute(name);
            if (!attributes.TryAdd(name, Read(attributeType)))
            {
                throw _path.Failure("the attribute stands twice in the object");
            }

            _path.Leave();
        }

        return TfValue.Adopt(TfValueKind.Object, attributes);
    }

    private TfValue ReadDynamic()
    {
        var count = _reader.ReadArrayHeader(TfTypeKind.Dynamic);
        if (count != 2)
        {
            throw _path.Failure($"expected a type and a value, found {count} elements");
        }

        var type = TfTypeJson.Decode(_reader.ReadBytes(TfTypeKind.Dynamic), _path);
        _path.EnterInner();
        var inner = Read(type);
        _path.Leave();
        return TfValue.Dynamic(type, inner);
    }
}
