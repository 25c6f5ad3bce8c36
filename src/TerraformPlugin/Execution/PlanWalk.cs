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
        TfValue config,
        TfValue planned,
        AttributePath path,
        bool insideSet)
    {
        var result = new Dictionary<string, TfValue>(planned.Attributes, StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            var here = insideSet ? path : path.Attribute(attribute.Name);
            var (before, written) = (prior?.Attributes[attribute.Name], Member(config, attribute.Name));
            var value = visit(new(attribute, here, before, written, result[attribute.Name]));
            if (attribute.Nested is { } nested)
            {
                value = Descend(nested.Nesting, nested.Attributes, [], before, written, value, here, insideSet);
            }

            result[attribute.Name] = value;
        }

        foreach (var block in blocks)
        {
            var here = insideSet ? path : path.Attribute(block.Name);
            result[block.Name] = Descend(
                block.Nesting, block.Attributes, block.Blocks, prior?.Attributes[block.Name], Member(config, block.Name), result[block.Name], here, insideSet);
        }

        return TfValue.Object(result);
    }

    private TfValue Descend(
        NestingMode nesting,
        IReadOnlyList<SchemaAttribute> attributes,
        IReadOnlyList<SchemaBlock> blocks,
        TfValue? prior,
        TfValue config,
        TfValue planned,
        AttributePath path,
        bool insideSet)
    {
        if (!planned.IsPresent)
        {
            return planned;
        }

        var before = prior is { IsPresent: true } ? prior : null;
        switch (nesting)
        {
            case NestingMode.Single:
                return Object(attributes, blocks, before, config, planned, path, insideSet);
            case NestingMode.List:
                return TfValue.List(planned.Elements.Select((element, i) =>
                    Element(before?.Elements.ElementAtOrDefault(i), At(config, i), element, insideSet ? path : path.Element(i), insideSet)));
            case NestingMode.Set:
                var written = config.IsPresent ? config.Elements : [];
                return TfValue.Set(planned.Elements.Select(element =>
                    Element(Counterpart(before?.Elements, element), Counterpart(written, element) ?? TfValue.Null, element, path, inSet: true)));
            default:
                return TfValue.Map(planned.Attributes.Select(entry => KeyValuePair.Create(
                    entry.Key,
                    Element(before?.Attributes.GetValueOrDefault(entry.Key), Entry(config, entry.Key), entry.Value, insideSet ? path : path.Key(entry.Key), insideSet))));
        }

        TfValue Element(TfValue? old, TfValue written, TfValue element, AttributePath at, bool inSet) =>
            element.IsPresent ? Object(attributes, blocks, old is { IsPresent: true } ? old : null, written, element, at, inSet) : element;

        // Elements of a set have no name: the one that agrees in everything that only the user gives is the same one.
        TfValue? Counterpart(IReadOnlyList<TfValue>? candidates, TfValue element) =>
            element.IsPresent
                ? candidates?.FirstOrDefault(c => c.IsPresent && attributes.All(a => a.IsComputed || c.Attributes[a.Name].Equals(element.Attributes[a.Name])))
                : null;
    }

    // A configuration that is null or unknown as a whole has members that are the same.
    private static TfValue Member(TfValue config, string name) => config.IsPresent ? config.Attributes[name] : config;

    private static TfValue At(TfValue config, int index) =>
        config.IsPresent ? config.Elements.ElementAtOrDefault(index) ?? TfValue.Null : config;

    private static TfValue Entry(TfValue config, string key) =>
        config.IsPresent ? config.Attributes.GetValueOrDefault(key) ?? TfValue.Null : config;
}
