using System.Collections.Immutable;
using System.Text;

namespace TerraformPlugin.Values;

/// <summary>
/// A type of Terraform's type system; immutable, compared by structure. The wire form is JSON (<see cref="TfTypeJson"/>).
/// </summary>
public sealed class TfType : IEquatable<TfType>
{
    private readonly TfType? _element;

    private TfType(TfTypeKind kind, TfType? element = null)
    {
        Kind = kind;
        _element = element;
    }

    /// <summary>The type of text.</summary>
    public static TfType String { get; } = new(TfTypeKind.String);

    /// <summary>The type of numbers.</summary>
    public static TfType Number { get; } = new(TfTypeKind.Number);

    /// <summary>The type of booleans.</summary>
    public static TfType Bool { get; } = new(TfTypeKind.Bool);

    /// <summary>The type of values that bring their own type.</summary>
    public static TfType Dynamic { get; } = new(TfTypeKind.Dynamic);

    /// <summary>The kind of this type.</summary>
    public TfTypeKind Kind { get; }

    /// <summary>The element type of a list, set or map.</summary>
    /// <exception cref="InvalidOperationException">The type has no single element type.</exception>
    public TfType Element => _element ?? throw new InvalidOperationException($"The type {this} has no element type.");

    /// <summary>The attributes of an object, ordered by name as UTF-8 bytes; empty for every other kind.</summary>
    public ImmutableArray<KeyValuePair<string, TfType>> Attributes { get; private init; } = [];

    /// <summary>The element types of a tuple, in order; empty for every other kind.</summary>
    public ImmutableArray<TfType> Elements { get; private init; } = [];

    /// <summary>True for the kinds that hold no other values: string, number, bool.</summary>
    public bool IsPrimitive => Kind is TfTypeKind.String or TfTypeKind.Number or TfTypeKind.Bool;

    /// <summary>A list of <paramref name="element"/>.</summary>
    public static TfType List(TfType element) => new(TfTypeKind.List, element);

    /// <summary>A set of <paramref name="element"/>.</summary>
    public static TfType Set(TfType element) => new(TfTypeKind.Set, element);

    /// <summary>A map from text to <paramref name="element"/>.</summary>
    public static TfType Map(TfType element) => new(TfTypeKind.Map, element);

    /// <summary>An object with these attributes; the order given does not matter.</summary>
    /// <exception cref="ArgumentException">Two attributes bear one name.</exception>
    public static TfType Object(IEnumerable<KeyValuePair<string, TfType>> attributes)
    {
        ImmutableArray<KeyValuePair<string, TfType>> ordered = [.. attributes.OrderBy(a => a.Key, Utf8Text.Order)];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Key == ordered[i - 1].Key)
            {
                throw new ArgumentException("Two attributes of an object type bear one name.", nameof(attributes));
            }
        }

        return new(TfTypeKind.Object) { Attributes = ordered };
    }

    /// <summary>A tuple of these types, in this order.</summary>
    public static TfType Tuple(IEnumerable<TfType> elements) => new(TfTypeKind.Tuple) { Elements = [.. elements] };

    /// <inheritdoc/>
    public bool Equals(TfType? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Kind == other.Kind
            && Equals(_element, other._element)
            && Attributes.Length == other.Attributes.Length
            && Attributes.Zip(other.Attributes).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.Equals(pair.Second.Value))
            && Elements.SequenceEqual(other.Elements));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TfType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _element, Attributes.Length, Elements.Length);

    /// <summary>The type as a person writes it in HCL, for instance <c>list(string)</c>.</summary>
    public override string ToString() => Kind switch
    {
        TfTypeKind.String => "string",
        TfTypeKind.Number => "number",
        TfTypeKind.Bool => "bool",
        TfTypeKind.Dynamic => "any",
        TfTypeKind.List => $"list({_element})",
        TfTypeKind.Set => $"set({_element})",
        TfTypeKind.Map => $"map({_element})",
        TfTypeKind.Tuple => $"tuple([{string.Join(", ", Elements)}])",
        _ => $"object({{{string.Join(", ", Attributes.Select(a => $"{a.Key} = {a.Value}"))}}})",
    };

    /// <summary>Where the attribute of this name stands; negative when there is none.</summary>
    internal int IndexOfAttribute(string name)
    {
        var (low, high) = (0, Attributes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Utf8Text.Order.Compare(Attributes[middle].Key, name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>A quick guess that saves most lookups, as writers sort names; wrongly false for names beyond ASCII.</summary>
    internal bool IsAttributeAt(int index, ReadOnlySpan<byte> utf8Name) =>
        index < Attributes.Length && Ascii.Equals(utf8Name, Attributes[index].Key);
}
