using System.Text;

namespace TerraformPlugin.Values;

/// <summary>Writes one value as MessagePack; the type decides the form, the value only fills it.</summary>
internal sealed class MsgPackEncoder
{
    private readonly MsgPackWriter _writer = new();
    private readonly ValuePath _path = ValuePath.OfEncoder();

    /// <inheritdoc cref="MsgPackWriter.Written"/>
    public ReadOnlyMemory<byte> Written => _writer.Written;

    public void Write(TfValue value, TfType type)
    {
        switch (value.Kind)
        {
            case TfValueKind.Null:
                _writer.WriteNil();
                break;
            case TfValueKind.Unknown:
                _writer.WriteUnknown();
                break;
            default:
                ValueShape.Check(value, type, _path);
                WritePresent(value, type);
                break;
        }
    }

    private void WritePresent(TfValue value, TfType type)
    {
        switch (type.Kind)
        {
            case TfTypeKind.String:
                WriteText(value.String);
                break;
            case TfTypeKind.Number:
                WriteNumber(value.Number);
                break;
            case TfTypeKind.Bool:
                _writer.WriteBool(value.Bool);
                break;
            case TfTypeKind.List or TfTypeKind.Tuple:
                WriteSequence(value.Elements, type);
                break;
            case TfTypeKind.Set:
                WriteSet(value.Elements, type.Element);
                break;
            case TfTypeKind.Map:
                WriteMap(value.Attributes, type.Element);
                break;
            case TfTypeKind.Object:
                WriteObject(value.Attributes, type);
                break;
            default:
                WriteDynamic(value);
                break;
        }
    }

    /// <summary>A double only where it loses nothing, and never for integers, as go-cty does it.</summary>
    private void WriteNumber(TfNumber number)
    {
        if (number.TryToInt64(out var whole))
        {
            _writer.WriteInt(whole);
        }
        else if (number.IsInfinite || (!number.IsWhole && number.IsExactDouble()))
        {
            _writer.WriteDouble(number.ToDouble());
        }
        else
        {
            _writer.WriteString(number.ToString());
        }
    }

    private void WriteText(string text)
    {
        try
        {
            _writer.WriteString(text);
        }
        catch (EncoderFallbackException)
        {
            throw _path.Failure("the string is not valid Unicode");
        }
    }

    private void WriteSequence(IReadOnlyList<TfValue> elements, TfType type)
    {
        _writer.WriteArrayHeader(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            _path.EnterElement(i);
            Write(elements[i], type.Kind == TfTypeKind.List ? type.Element : type.Elements[i]);
            _path.Leave();
        }
    }

    /// <summary>In the order of the elements' own bytes, so that equal sets are written alike.</summary>
    private void WriteSet(IReadOnlyList<TfValue> elements, TfType type)
    {
        _writer.WriteArrayHeader(elements.Count);
        var starts = new int[elements.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = _writer.Length;
            _path.EnterElement(i);
            Write(elements[i], type);
            _path.Leave();
        }

        _writer.SortParts(starts);
    }

    private void WriteMap(IReadOnlyDictionary<string, TfValue> entries, TfType type)
    {
        _writer.WriteMapHeader(entries.Count);
        var position = 0;
        foreach (var (key, value) in entries.OrderBy(e => e.Key, Utf8Text.Order))
        {
            _path.EnterElement(position++);
            WriteText(key);
            Write(value, type);
            _path.Leave();
        }
    }

    private void WriteObject(IReadOnlyDictionary<string, TfValue> attributes, TfType type)
    {
        _writer.WriteMapHeader(attributes.Count);
        foreach (var (name, attributeType) in type.Attributes)
        {
            _path.EnterAttribute(name);
            WriteText(name);
            Write(attributes[name], attributeType);
            _path.Leave();
        }
    }

    private void WriteDynamic(TfValue value)
    {
        _writer.WriteArrayHeader(2);
        _writer.WriteBinary(TfTypeJson.Encode(value.InnerType));
        _path.EnterInner();
        Write(value.Inner, value.InnerType);
        _path.Leave();
    }
}
