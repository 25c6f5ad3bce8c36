using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Models;

/// <summary>Reads the attributes of an object by name.</summary>
public sealed class ModelReader
{
    private readonly IReadOnlyDictionary<string, TfValue> _attributes;
    private readonly TfValue _value;

    /// <summary>A reader of <paramref name="value"/>, which must be a known object.</summary>
    public ModelReader(TfValue value)
    {
        _value = value;
        _attributes = value.Attributes;
    }

    /// <summary>The object as it is, for a model that works on attributes by name.</summary>
    public TfValue Value() => _value;

    /// <summary>The value as it is.</summary>
    public TfValue Raw(string name) =>
        _attributes.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"The schema has no attribute `{name}`.");

    /// <summary>A text attribute.</summary>
    public Tf<string> String(string name) => Convert(name, v => v.String);

    /// <summary>A bool attribute.</summary>
    public Tf<bool> Bool(string name) => Convert(name, v => v.Bool);

    /// <summary>A number attribute.</summary>
    public Tf<TfNumber> Number(string name) => Convert(name, v => v.Number);

    /// <summary>A list or set of text; unknown as a whole when any element is, null elements left out.</summary>
    public Tf<ImmutableArray<string>> Strings(string name) =>
        Raw(name) is { IsPresent: true, IsWhollyKnown: false }
            ? Tf<ImmutableArray<string>>.Unknown
            : Convert(name, v => v.Elements.Where(e => e.IsPresent).Select(e => e.String).ToImmutableArray());

    /// <summary>A map of text; unknown as a whole when any entry is, null entries left out.</summary>
    public Tf<ImmutableDictionary<string, string>> StringMap(string name) =>
        Raw(name) is { IsPresent: true, IsWhollyKnown: false }
            ? Tf<ImmutableDictionary<string, string>>.Unknown
            : Convert(name, v => v.Attributes.Where(e => e.Value.IsPresent)
                .ToImmutableDictionary(e => e.Key, e => e.Value.String, StringComparer.Ordinal));

    /// <summary>Nested attributes of single nesting.</summary>
    public Tf<T> Nested<T>(string name)
        where T : IModel<T> => Convert(name, v => T.Read(new ModelReader(v)));

    private Tf<T> Convert<T>(string name, Func<TfValue, T> convert)
        where T : notnull
    {
        var value = Raw(name);
        return value.IsUnknown ? Tf<T>.Unknown : value.IsNull ? Tf<T>.Null : convert(value);
    }
}
