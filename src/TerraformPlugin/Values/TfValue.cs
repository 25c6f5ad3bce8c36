using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TerraformPlugin.Values;

/// <summary>
/// A value of Terraform's type system: unknown, null, or known. Immutable; compared by content, sets without order.
/// The type is not part of the value: schema types direct the codecs (<see cref="TfMsgPack"/>, <see cref="TfJson"/>).
/// </summary>
/// <remarks>
/// Refinements of an unknown ("not null, begins with …") are read and dropped: a planned value may legally lose them
/// (plugin protocol, unknown value refinements).
/// </remarks>
public sealed class TfValue : IEquatable<TfValue>
{
    private readonly object? _content;
    private readonly TfType? _type;

    private TfValue(TfValueKind kind, object? content = null, TfType? type = null)
    {
        Kind = kind;
        _content = content;
        _type = type;
    }

    /// <summary>The absent value of any type.</summary>
    public static TfValue Null { get; } = new(TfValueKind.Null);

    /// <summary>The value of any type that will be known only after apply.</summary>
    public static TfValue Unknown { get; } = new(TfValueKind.Unknown);

    /// <summary>True as a value.</summary>
    public static TfValue True { get; } = new(TfValueKind.Bool, true);

    /// <summary>False as a value.</summary>
    public static TfValue False { get; } = new(TfValueKind.Bool, false);

    /// <summary>The kind of this value.</summary>
    public TfValueKind Kind { get; }

    /// <summary>True when the value is absent.</summary>
    public bool IsNull => Kind == TfValueKind.Null;

    /// <summary>True when the value as a whole is not known yet. A known collection may still hold unknowns.</summary>
    public bool IsUnknown => Kind == TfValueKind.Unknown;

    /// <summary>True when the value is neither null nor unknown.</summary>
    public bool IsPresent => Kind is not (TfValueKind.Null or TfValueKind.Unknown);

    /// <summary>True when neither the value nor anything inside it is unknown. Null is fully known.</summary>
    public bool IsWhollyKnown => Kind switch
    {
        TfValueKind.Unknown => false,
        TfValueKind.List or TfValueKind.Set or TfValueKind.Tuple => Elements.All(e => e.IsWhollyKnown),
        TfValueKind.Map or TfValueKind.Object => Attributes.Values.All(e => e.IsWhollyKnown),
        TfValueKind.Dynamic => Inner.IsWhollyKnown,
        _ => true,
    };

    /// <summary>The text of a string value.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known string.</exception>
    public string String => Content<string>(TfValueKind.String);

    /// <summary>The number of a number value.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known number.</exception>
    public TfNumber Number => Content<TfNumber>(TfValueKind.Number);

    /// <summary>The value of a bool.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known bool.</exception>
    public bool Bool => Content<bool>(TfValueKind.Bool);

    /// <summary>The elements of a list, set or tuple; a set's order means nothing.</summary>
    /// <exception cref="InvalidOperationException">The value is no known sequence.</exception>
    public IReadOnlyList<TfValue> Elements => _content as TfValue[] ?? throw Wrong("a list, set or tuple");

    /// <summary>The entries of a map or the attributes of an object.</summary>
    /// <exception cref="InvalidOperationException">The value is no known map or object.</exception>
    public IReadOnlyDictionary<string, TfValue> Attributes =>
        _content as Dictionary<string, TfValue> ?? throw Wrong("a map or object");

    /// <summary>The type that a dynamic value carries.</summary>
    /// <exception cref="InvalidOperationException">The value is not dynamic.</exception>
    public TfType InnerType => _type ?? throw Wrong("a dynamic value");

    /// <summary>The value inside a dynamic value, of <see cref="InnerType"/>; may be null or unknown.</summary>
    /// <exception cref="InvalidOperationException">The value is not dynamic.</exception>
    public TfValue Inner => Content<TfValue>(TfValueKind.Dynamic);

    /// <summary>A string value, or <see cref="Null"/> for null.</summary>
    public static TfValue Of(string? text) => text is null ? Null : new(TfValueKind.String, text);

    /// <summary>A bool value.</summary>
    public static TfValue Of(bool value) => value ? True : False;

    /// <summary>A number value.</summary>
    public static TfValue Of(TfNumber number) => new(TfValueKind.Number, number);

    /// <summary>An integer value.</summary>
    public static TfValue Of(long number) => Of(TfNumber.FromInt64(number));

    /// <summary>A list value.</summary>
    public static TfValue List(IEnumerable<TfValue> elements) => new(TfValueKind.List, elements.ToArray());

    /// <summary>A tuple value.</summary>
    public static TfValue Tuple(IEnumerable<TfValue> elements) => new(TfValueKind.Tuple, elements.ToArray());

    /// <summary>A set value; equal elements collapse, elements that hold unknowns never do (they may turn out different).</summary>
    public static TfValue Set(IEnumerable<TfValue> elements)
    {
        var seen = new HashSet<TfValue>();
        return new(TfValueKind.Set, elements.Where(e => !e.IsWhollyKnown || seen.Add(e)).ToArray());
    }

    /// <summary>A map value.</summary>
    public static TfValue Map(IEnumerable<KeyValuePair<string, TfValue>> entries) =>
        new(TfValueKind.Map, new Dictionary<string, TfValue>(entries, StringComparer.Ordinal));

    /// <summary>An object value.</summary>
    public static TfValue Object(IEnumerable<KeyValuePair<string, TfValue>> attributes) =>
        new(TfValueKind.Object, new Dictionary<string, TfValue>(attributes, StringComparer.Ordinal));

    /// <summary>A value of a dynamic attribute: <paramref name="inner"/>, which is of type <paramref name="type"/>.</summary>
    public static TfValue Dynamic(TfType type, TfValue inner) => new(TfValueKind.Dynamic, inner, type);

    /// <summary>A list or tuple of an array that nobody else will change.</summary>
    internal static TfValue Adopt(TfValueKind kind, TfValue[] elements) => new(kind, elements);

    /// <summary>A map or object of a dictionary (ordinal) that nobody else will change.</summary>
    internal static TfValue Adopt(TfValueKind kind, Dictionary<string, TfValue> entries) => new(kind, entries);

    /// <summary>This object or map with one attribute set to another value.</summary>
    public TfValue With(string name, TfValue value)
    {
        var copy = new Dictionary<string, TfValue>(Attributes, StringComparer.Ordinal) { [name] = value };
        return new(Kind, copy);
    }

    /// <summary>This value with every unknown in it, itself included, turned into null: what can be stored after a failed apply.</summary>
    public TfValue UnknownsAsNull() => Kind switch
    {
        TfValueKind.Unknown => Null,
        _ when IsWhollyKnown => this,
        TfValueKind.List or TfValueKind.Tuple => new(Kind, Elements.Select(e => e.UnknownsAsNull()).ToArray()),
        TfValueKind.Set => Set(Elements.Select(e => e.UnknownsAsNull())),
        TfValueKind.Dynamic => Dynamic(InnerType, Inner.UnknownsAsNull()),
        _ => new(Kind, Attributes.ToDictionary(e => e.Key, e => e.Value.UnknownsAsNull(), StringComparer.Ordinal)),
    };

    /// <inheritdoc/>
    public bool Equals(TfValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            TfValueKind.Null or TfValueKind.Unknown => true,
            TfValueKind.List or TfValueKind.Tuple => Elements.SequenceEqual(other.Elements),
            TfValueKind.Set => SameElements(Elements, other.Elements),
            TfValueKind.Map or TfValueKind.Object => SameEntries(Attributes, other.Attributes),
            TfValueKind.Dynamic => InnerType.Equals(other.InnerType) && Inner.Equals(other.Inner),
            _ => Equals(_content, other._content),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TfValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        TfValueKind.Null or TfValueKind.Unknown => (int)Kind,
        TfValueKind.List or TfValueKind.Tuple => Elements.Aggregate((int)Kind, HashCode.Combine),
        TfValueKind.Set => Elements.Aggregate((int)Kind, (hash, e) => hash ^ e.GetHashCode()),
        TfValueKind.Map or TfValueKind.Object =>
            Attributes.Aggregate((int)Kind, (hash, e) => hash ^ HashCode.Combine(StringComparer.Ordinal.GetHashCode(e.Key), e.Value)),
        _ => HashCode.Combine(Kind, _content),
    };

    /// <summary>The kind only: a value may be a secret, so its content never appears in a text by accident.</summary>
    public override string ToString() => $"({Kind})";

    private static bool SameElements(IReadOnlyList<TfValue> left, IReadOnlyList<TfValue> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        // Counts, not membership: unknown elements may stand in a set several times. One lookup per element: each compares, and
        // with two of them the work would double with every set inside a set.
        var counts = new Dictionary<TfValue, int>();
        foreach (var element in left)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, element, out _)++;
        }

        foreach (var element in right)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, element);
            if (Unsafe.IsNullRef(ref count) || --count < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameEntries(IReadOnlyDictionary<string, TfValue> left, IReadOnlyDictionary<string, TfValue> right) =>
        left.Count == right.Count && left.All(e => right.TryGetValue(e.Key, out var value) && e.Value.Equals(value));

    private T Content<T>(TfValueKind kind) => Kind == kind ? (T)_content! : throw Wrong($"a {kind}");

    private InvalidOperationException Wrong(string wanted) => new($"The value is {Kind}, not {wanted}.");
}
