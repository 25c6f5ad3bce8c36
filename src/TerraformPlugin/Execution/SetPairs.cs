using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Finds what an element of a planned set was before, and what the user wrote for it. Elements of a set have no name: two are
/// the same one when they are equal but for the computed parts that the user left out. That is core's rule, too.
/// </summary>
internal sealed class SetPairs(
    IReadOnlyList<SchemaAttribute> attributes, IReadOnlyList<SchemaBlock> blocks, TfValue? prior, TfValue? config)
{
    private readonly List<TfValue> _stored = ElementsOf(prior);
    private readonly List<TfValue> _written = ElementsOf(config);

    /// <summary>
    /// The stored and the written counterpart of a planned element; each is given once. A new element was the null value before;
    /// null is for what has no counterpart at all (<see cref="AttributeVisit"/>).
    /// </summary>
    public (TfValue? Prior, TfValue? Config) Take(TfValue planned)
    {
        // The equal one first: beside it there may be one that agrees only because it says less.
        var written = Take(_written, planned.Equals) ?? Take(_written, w => Agree(attributes, blocks, w, planned));
        var stored = prior is null ? null : Take(_stored, s => Agree(attributes, blocks, written ?? planned, s)) ?? TfValue.Null;
        return (stored, written);
    }

    private static List<TfValue> ElementsOf(TfValue? set) => set is { IsPresent: true } ? [.. set.Elements] : [];

    private static TfValue? Take(List<TfValue> elements, Predicate<TfValue> isWanted)
    {
        var index = elements.FindIndex(isWanted);
        if (index < 0)
        {
            return null;
        }

        var found = elements[index];
        elements.RemoveAt(index);
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
