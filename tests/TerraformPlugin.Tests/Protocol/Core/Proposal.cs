using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol.Core;

/// <summary>The object that core proposes: the configuration, with stored values for computed attributes.</summary>
internal static class Proposal
{
    public static TfValue Of(Schema schema, TfValue prior, TfValue config) =>
        Object([.. schema.Attributes], [.. schema.Blocks], prior, config);

    private static TfValue Object(SchemaAttribute[] attributes, SchemaBlock[] blocks, TfValue prior, TfValue config) => TfValue.Object(
        attributes.Select(a => KeyValuePair.Create(a.Name, Attribute(a, Member(prior, a.Name), config.Attributes[a.Name])))
            .Concat(blocks.Select(b => KeyValuePair.Create(
                b.Name, Nested(b.Nesting, [.. b.Attributes], [.. b.Blocks], Member(prior, b.Name), config.Attributes[b.Name])))));

    private static TfValue Attribute(SchemaAttribute attribute, TfValue prior, TfValue config)
    {
        if (attribute.IsComputed && config.IsNull)
        {
            // An element that the user removed is gone, with its computed values.
            var given = attribute is { Use: AttributeUse.OptionalComputed, Nested: { } inside } && HoldsGiven(inside, prior);
            return given ? TfValue.Null : prior;
        }

        return attribute.Nested is { } nested ? Nested(nested.Nesting, [.. nested.Attributes], [], prior, config) : config;
    }

    private static TfValue Nested(NestingMode nesting, SchemaAttribute[] attributes, SchemaBlock[] blocks, TfValue prior, TfValue config)
    {
        if (!config.IsPresent)
        {
            return config;
        }

        switch (nesting)
        {
            case NestingMode.Single:
                return Object(attributes, blocks, prior, config);
            case NestingMode.List:
                return TfValue.List(
                    config.Elements.Select((e, i) => Element(prior.IsPresent ? prior.Elements.ElementAtOrDefault(i) : null, e)));
            case NestingMode.Map:
                return TfValue.Map(config.Attributes.Select(e => KeyValuePair.Create(
                    e.Key, Element(prior.IsPresent ? prior.Attributes.GetValueOrDefault(e.Key) : null, e.Value))));
            default:
                var left = prior.IsPresent ? prior.Elements.ToList() : [];
                return TfValue.Set(config.Elements.Select(e =>
                {
                    var match = left.FirstOrDefault(p => Became(attributes, blocks, e, p));
                    left.Remove(match!);
                    return Element(match, e);
                }));
        }

        TfValue Element(TfValue? before, TfValue element) =>
            element.IsPresent ? Object(attributes, blocks, before ?? TfValue.Null, element) : element;
    }

    private static bool HoldsGiven(NestedAttributes nested, TfValue value)
    {
        return value.IsPresent && nested.Nesting switch
        {
            NestingMode.Single => Given(value),
            NestingMode.Map => value.Attributes.Values.Any(Given),
            _ => value.Elements.Any(Given),
        };

        bool Given(TfValue element) => element.IsPresent && nested.Attributes.Any(a =>
            (!a.IsComputed && !element.Attributes[a.Name].IsNull)
            || (a.Nested is { } inside && HoldsGiven(inside, element.Attributes[a.Name])));
    }

    /// <summary>Whether a stored element is what this one of the configuration became.</summary>
    private static bool Became(SchemaAttribute[] attributes, SchemaBlock[] blocks, TfValue config, TfValue prior) =>
        config.IsPresent && prior.IsPresent
            ? attributes.All(a => (a.IsComputed && config.Attributes[a.Name].IsNull) || BecameNested(
                    a.Nested?.Nesting, [.. a.Nested?.Attributes ?? []], [], config.Attributes[a.Name], prior.Attributes[a.Name]))
                && blocks.All(
                    b => BecameNested(b.Nesting, [.. b.Attributes], [.. b.Blocks], config.Attributes[b.Name], prior.Attributes[b.Name]))
            : config.Equals(prior);

    private static bool BecameNested(
        NestingMode? nesting, SchemaAttribute[] attributes, SchemaBlock[] blocks, TfValue config, TfValue prior) =>
        nesting is null || !config.IsPresent || !prior.IsPresent
            ? config.Equals(prior)
            : nesting switch
            {
                NestingMode.Single => Became(attributes, blocks, config, prior),
                NestingMode.Map => config.Attributes.Count == prior.Attributes.Count && config.Attributes.All(
                    e => prior.Attributes.TryGetValue(e.Key, out var p) && Became(attributes, blocks, e.Value, p)),
                _ => config.Elements.Count == prior.Elements.Count
                    && config.Elements.Zip(prior.Elements).All(pair => Became(attributes, blocks, pair.First, pair.Second)),
            };

    private static TfValue Member(TfValue value, string name) => value.IsPresent ? value.Attributes[name] : TfValue.Null;
}
