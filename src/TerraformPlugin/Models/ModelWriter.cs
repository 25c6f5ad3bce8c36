using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Models;

/// <summary>Collects the attributes of an object by name.</summary>
public sealed class ModelWriter
{
    private readonly Dictionary<string, TfValue> _attributes = new(StringComparer.Ordinal);

    /// <summary>The object written so far.</summary>
    public TfValue ToValue() => TfValue.Object(_attributes);

    /// <summary>A value as it is.</summary>
    public ModelWriter Raw(string name, TfValue value)
    {
        _attributes[name] = value;
        return this;
    }

    /// <summary>Every attribute of an object as it is.</summary>
    public ModelWriter Value(TfValue value)
    {
        foreach (var (name, attribute) in value.Attributes)
        {
            Raw(name, attribute);
        }

        return this;
    }

    /// <summary>A text attribute.</summary>
    public ModelWriter String(string name, Tf<string> value) => Convert(name, value, TfValue.Of);

    /// <summary>A bool attribute.</summary>
    public ModelWriter Bool(string name, Tf<bool> value) => Convert(name, value, TfValue.Of);

    /// <summary>A number attribute.</summary>
    public ModelWriter Number(string name, Tf<TfNumber> value) => Convert(name, value, TfValue.Of);

    /// <summary>A list of text.</summary>
    public ModelWriter StringList(string name, Tf<ImmutableArray<string>> value) =>
        Convert(name, value, v => TfValue.List(v.Select(TfValue.Of)));

    /// <summary>A set of text.</summary>
    public ModelWriter StringSet(string name, Tf<ImmutableArray<string>> value) =>
        Convert(name, value, v => TfValue.Set(v.Select(TfValue.Of)));

    /// <summary>A map of text.</summary>
    public ModelWriter StringMap(string name, Tf<ImmutableDictionary<string, string>> value) =>
        Convert(name, value, v => TfValue.Map(v.Select(e => KeyValuePair.Create(e.Key, TfValue.Of(e.Value)))));

    /// <summary>Nested attributes of single nesting.</summary>
    public ModelWriter Nested<T>(string name, Tf<T> value)
        where T : IModel<T> => Convert(name, value, Encode);

    internal static TfValue Encode<T>(T model)
        where T : IModel<T>
    {
        var writer = new ModelWriter();
        model.Write(writer);
        return writer.ToValue();
    }

    /// <summary>
    /// The object of a model that was read from <paramref name="source"/> and may have been changed since. What was not changed
    /// keeps its exact form, since a model cannot hold all that a value can: null elements of a list, or known beside unknown ones.
    /// </summary>
    internal static TfValue Encode<T>(T model, TfValue source)
        where T : IModel<T> =>
        source.IsPresent ? Changed(Encode(T.Read(new ModelReader(source))), Encode(model), source) : Encode(model);

    private static TfValue Changed(TfValue before, TfValue after, TfValue source)
    {
        if (after.Equals(before))
        {
            return source;
        }

        return before.Kind == TfValueKind.Object && after.Kind == TfValueKind.Object
            ? TfValue.Object(after.Attributes.Select(a =>
                KeyValuePair.Create(a.Key, Changed(before.Attributes[a.Key], a.Value, source.Attributes[a.Key]))))
            : after;
    }

    private ModelWriter Convert<T>(string name, Tf<T> value, Func<T, TfValue> convert)
        where T : notnull =>
        Raw(name, value.IsUnknown ? TfValue.Unknown : value.IsNull ? TfValue.Null : convert(value.Value));
}
