using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Goes over a planned object attribute by attribute, with the stored value and the configuration beside it, and rebuilds it.
/// An attribute is visited before the attributes inside it.
/// </summary>
internal sealed class PlanWalk(Func<AttributeVisit, TfValue> visit)
{
    public TfValue Run(Schema schema, TfValue prior, TfValue config, TfValue planned) =>
        Object(schema.Attributes, schema.Blocks, prior.IsPresent ? prior : null, config, planned, AttributePath.Root, insideSet: false);

    private TfValue Object(
        IReadOnlyList<SchemaAttribute> attributes,
        IReadOnlyList<SchemaBlock> blocks,
        TfValue? prior,
        TfValue? config,
        TfValue planned,
        AttributePath path,
        bool insideSet)
    {
        var written = config is { IsNull: true } ? null : config;
        var result = new Dictionary<string, TfValue>(planned.Attributes, StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            var here = insideSet ? path : path.Attribute(attribute.Name);
            var (before, mine) = (Member(prior, attribute.Name), Member(written, attribute.Name));
            var value = visit(new(attribute, here, before, mine, result[attribute.Name]));
            result[attribute.Name] = attribute.Nested is { } nested
                ? Descend(nested.Nesting, nested.Attributes, [], before, mine, value, here, insideSet)
                : value;
        }

        foreach (var block in blocks)
        {
            var here = insideSet ? path : path.Attribute(block.Name);
            var (before, mine, value) = (Member(prior, block.Name), Member(written, block.Name), result[block.Name]);
            result[block.Name] = value.IsNull
                ? block.Nesting.AbsentBlock()
                : Descend(block.Nesting, block.Attributes, block.Blocks, before, mine, value, here, insideSet);
        }

        return TfValue.Object(result);
    }

    private TfValue Descend(
        NestingMode nesting,
        IReadOnlyList<SchemaAttribute> attributes,
        IReadOnlyList<SchemaBlock> blocks,
        TfValue? prior,
        TfValue? config,
        TfValue planned,
        AttributePath path,
        bool insideSet)
    {
        if (!planned.IsPresent)
        {
            return planned;
        }

        switch (nesting)
        {
            case NestingMode.Single:
                return Object(attributes, blocks, prior, config, planned, path, insideSet);
            case NestingMode.List:
                return TfValue.List(planned.Elements.Select((element, i) =>
                    Element(At(prior, i), At(config, i), element, insideSet ? path : path.Element(i), insideSet)));
            case NestingMode.Set:
                var pairs = new SetPairs(attributes, blocks, prior, config);
                return TfValue.Set(planned.Elements.Select(element =>
                {
                    var (before, mine) = pairs.Take(element);
                    return Element(before, mine, element, path, inSet: true);
                }));
            default:
                return TfValue.Map(planned.Attributes.Select(e => KeyValuePair.Create(
                    e.Key, Element(Entry(prior, e.Key), Entry(config, e.Key), e.Value, insideSet ? path : path.Key(e.Key), insideSet))));
        }

        TfValue Element(TfValue? before, TfValue? mine, TfValue element, AttributePath at, bool inSet) =>
            element.IsPresent ? Object(attributes, blocks, before, mine, element, at, inSet) : element;
    }

    // A null or unknown object has members that are null or unknown, too.
    private static TfValue? Member(TfValue? value, string name) => value is { IsPresent: true } ? value.Attributes[name] : value;

    private static TfValue? At(TfValue? value, int index) =>
        value is { IsPresent: true } ? value.Elements.ElementAtOrDefault(index) ?? TfValue.Null : value;

    private static TfValue? Entry(TfValue? value, string key) =>
        value is { IsPresent: true } ? value.Attributes.GetValueOrDefault(key) ?? TfValue.Null : value;
}
