using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TerraformPlugin.Values;

/// <summary>Writes one fully known value as JSON; the type decides the form, the value only fills it.</summary>
internal sealed class JsonEncoder
{
    private readonly ValuePath _path = ValuePath.OfEncoder();

    public byte[] Encode(TfValue value, TfType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonDefaults.Writing))
        {
            Write(writer, value, type);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter writer, TfValue value, TfType type)
    {
        switch (value.Kind)
        {
            case TfValueKind.Null:
                writer.WriteNullValue();
                break;
            case TfValueKind.Unknown:
                throw _path.Failure("JSON cannot hold an unknown value");
            default:
                ValueShape.Check(value, type, _path);
                WritePresent(writer, value, type);
                break;
        }
    }

    private void WritePresent(Utf8JsonWriter writer, TfValue value, TfType type)
    {
        switch (type.Kind)
        {
            case TfTypeKind.String:
                writer.WriteStringValue(Valid(value.String));
                break;
            case TfTypeKind.Number:
                WriteNumber(writer, value.Number);
                break;
            case TfTypeKind.Bool:
                writer.WriteBooleanValue(value.Bool);
                break;
            case TfTypeKind.List or TfTypeKind.Tuple:
                WriteSequence(writer, value.Elements, type);
                break;
            case TfTypeKind.Set:
                WriteSet(writer, value.Elements, type.Element);
                break;
            case TfTypeKind.Map:
                WriteMap(writer, value.Attributes, type.Element);
                break;
            case TfTypeKind.Object:
                WriteObject(writer, value.Attributes, type);
                break;
            default:
                WriteDynamic(writer, value);
                break;
        }
    }

    private void WriteNumber(Utf8JsonWriter writer, TfNumber number)
    {
        if (number.IsInfinite)
        {
            throw _path.Failure("JSON cannot hold an infinite number");
        }

        writer.WriteRawValue(number.ToString(), skipInputValidation: true);
    }

    private string Valid(string text)
    {
        try
        {
            _ = Utf8Text.Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            throw _path.Failure("the string is not valid Unicode");
        }
    }

    private void WriteSequence(Utf8JsonWriter writer, IReadOnlyList<TfValue> elements, TfType type)
    {
        writer.WriteStartArray();
        for (var i = 0; i < elements.Count; i++)
        {
            _path.EnterElement(i);
            Write(writer, elements[i], type.Kind == TfTypeKind.List ? type.Element : type.Elements[i]);
            _path.Leave();
        }

        writer.WriteEndArray();
    }

    /// <summary>In the order of the elements' own bytes, so that equal sets are written alike.</summary>
    private void WriteSet(Utf8JsonWriter writer, IReadOnlyList<TfValue> elements, TfType type)
    {
        var parts = new byte[elements.Count][];
        for (var i = 0; i < parts.Length; i++)
        {
            _path.EnterElement(i);
            parts[i] = Encode(elements[i], type);
            _path.Leave();
        }

        Array.Sort(parts, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        writer.WriteStartArray();
        foreach (var part in parts)
        {
            writer.WriteRawValue(part, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, TfValue> entries, TfType type)
    {
        writer.WriteStartObject();
        var position = 0;
        foreach (var (key, value) in entries.OrderBy(e => e.Key, Utf8Text.Order))
        {
            _path.EnterElement(position++);
            writer.WritePropertyName(Valid(key));
            Write(writer, value, type);
            _path.Leave();
        }

        writer.WriteEndObject();
    }

    private void WriteObject(Utf8JsonWriter writer, IReadOnlyDictionary<string, TfValue> attributes, TfType type)
    {
        writer.WriteStartObject();
        foreach (var (name, attributeType) in type.Attributes)
        {
            _path.EnterAttribute(name);
            writer.WritePropertyName(Valid(name));
            Write(writer, attributes[name], attributeType);
            _path.Leave();
        }

        writer.WriteEndObject();
    }

    private void WriteDynamic(Utf8JsonWriter writer, TfValue value)
    {
        writer.WriteStartObject();
        _path.EnterInner();
        writer.WritePropertyName("value"u8);
        Write(writer, value.Inner, value.InnerType);
        _path.Leave();
        writer.WritePropertyName("type"u8);
        TfTypeJson.Write(writer, value.InnerType, _path);
        writer.WriteEndObject();
    }
}
