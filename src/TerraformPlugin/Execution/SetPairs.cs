using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Finds what an element of a planned set was before, and what the user wrote for it. Elements of a set have no name: two are
/// the same one when they are equal but for the computed parts that the user left out. That is core's rule, too.
/// </summary>
internal sealed class SetPairs
{
    private readonly IReadOnlyList<SchemaAttribute> _attributes;
    private readonly IReadOnlyList<SchemaBlock> _blocks;
    private readonly bool _hasPrior;
    private readonly Dictionary<int, List<TfValue>> _stored;
    private readonly Dictionary<int, List<TfValue>> _written;

    public SetPairs(IReadOnlyList<SchemaAttribute> attributes, IReadOnlyList<SchemaBlock> blocks, TfValue? prior, TfValue? config)
    {
        (_attributes, _blocks, _hasPrior) = (attributes, blocks, prior is not null);
        _stored = Sort(prior);
        _written = Sort(config);
    }

    /// <summary>
    /// The stored and the written counterpart of a planned element; each is given once. A new element was the null value before;
    /// null is for what has no counterpart at all (<see cref="AttributeVisit"/>).
    /// </summary>
    public (TfValue? Prior, TfValue? Config) Take(TfValue planned)
    {
        // An exact match comes first: a sparser element would match as well.
        var written = Take(_written, planned, planned.Equals) ?? Take(_written, planned, w => Agree(_attributes, _blocks, w, planned));
        var wanted = written ?? planned;
        var stored = _hasPrior ? Take(_stored, wanted, s => Agree(_attributes, _blocks, wanted, s)) ?? TfValue.Null : null;
        return (stored, written);
    }

    // Those that can agree share a key, so that a large set is not searched through for each of its elements.
    private Dictionary<int, List<TfValue>> Sort(TfValue? set)
    {
        var sorted = new Dictionary<int, List<TfValue>>();
        foreach (var element in set is { IsPresent: true } ? set.Elements : [])
        {
            var key = KeyOf(element);
            if (!sorted.TryGetValue(key, out var alike))
            {
                sorted.Add(key, alike = []);
            }

            alike.Add(element);
        }

        return sorted;
    }

    private int KeyOf(TfValue element)
    {
        var key = new HashCode();
        key.Add(element.IsPresent);
        foreach (var attribute in element.IsPresent ? _attributes : [])
        {
            // Computed values and nested attributes may differ between two elements that agree.
            if (!attribute.IsComputed && attribute.Nested is null)
            {
                key.Add(element.Attributes[attribute.Name]);
            }
        }

        return key.ToHashCode();
    }

    private TfValue? Take(Dictionary<int, List<TfValue>> elements, TfValue wanted, Predicate<TfValue> isWanted)
    {
        if (!elements.TryGetValue(KeyOf(wanted), out var alike) || alike.FindIndex(isWanted) is var index && index < 0)
        {
            return null;
        }

        var found = alike[index];
        alike.RemoveAt(index);
        return found;
    }

    private static bool Agree(
        IReadOnlyList<SchemaAttribute> attributes, IReadOnlyList<SchemaBlock> blocks, TfValue written, TfValue value) =>
        written.Equals(value)
        || (written.IsPresent && value.IsPresent
            && attributes.All(a => Agree(a, written.Attributes[a.Name], value.Attributes[a.Name]))
            && blocks.All(b => Agree(b.Nesting, b.Attributes, b.Blocks, written.Attributes[b.Name], value.Attributes[b.Name])));

    private static bool Agree(SchemaAttribute attribute, TfValue written, TfValue value) =>
        (attribute.IsComputed && written.IsNull)
        || (attribute.Nested is { } nested ? Agree(nested.Nesting, nested.Attributes, [], written, value) : written.Equals(value));

    private static bool Agree(
        NestingMode nesting, IReadOnlyList<SchemaAttribute> attributes, IReadOnlyList<SchemaBlock> blocks, TfValue written, TfValue value)
    {
        if (!written.IsPresent || !value.IsPresent)
        {
            return written.Equals(value);
        }

        return nesting switch
        {
            NestingMode.Single => Agree(attributes, blocks, written, value),
            NestingMode.List => written.Elements.Count == value.Elements.Count
                && written.Elements.Zip(value.Elements).All(pair => Agree(attributes, blocks, pair.First, pair.Second)),
            NestingMode.Set => written.Elements.Count == value.Elements.Count
                && written.Elements.All(w => value.Elements.Any(v => Agree(attributes, blocks, w, v))),
            _ => written.Attributes.Count == value.Attributes.Count
                && written.Attributes.All(e => value.Attributes.TryGetValue(e.Key, out var v) && Agree(attributes, blocks, e.Value, v)),
        };
    }
}
