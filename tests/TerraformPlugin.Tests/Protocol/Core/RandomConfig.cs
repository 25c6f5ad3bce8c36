using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol.Core;

/// <summary>Configurations that a CLI could send, the same for the same seed.</summary>
internal sealed class RandomConfig(int seed)
{
    private static readonly string[] Texts = ["a", "b", "c", "\u00E9"];

#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random _random = new(seed);

    /// <summary>A fully known configuration. Attributes named in <paramref name="unset"/> are null.</summary>
    public TfValue Known(Schema schema, params string[] unset) =>
        Object([.. schema.Attributes], [.. schema.Blocks], unset);

    /// <summary>The same configuration at a time when some of it was not known yet.</summary>
    public TfValue Earlier(Schema schema, TfValue config) => TfValue.Object(
        schema.Attributes.Select(a => KeyValuePair.Create(a.Name, Masked(config.Attributes[a.Name])))
            .Concat(schema.Blocks.Select(b => KeyValuePair.Create(b.Name, MaskedBlock(b, config.Attributes[b.Name])))));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private TfValue Object(SchemaAttribute[] attributes, SchemaBlock[] blocks, string[] unset) => TfValue.Object(
        attributes.Select(a => KeyValuePair.Create(a.Name, unset.Contains(a.Name) ? TfValue.Null : Attribute(a)))
            .Concat(blocks.Select(b => KeyValuePair.Create(b.Name, Block(b)))));

    private TfValue Attribute(SchemaAttribute attribute) => attribute.Use switch
    {
        AttributeUse.Computed => TfValue.Null,
        not AttributeUse.Required when Chance(50) => TfValue.Null,
        _ when attribute.Nested is { } nested => Nested(nested.Nesting, () => Object([.. nested.Attributes], [], [])),
        _ => Plain(attribute.Type),
    };

    private TfValue Block(SchemaBlock block) => block.Nesting == NestingMode.Single && Chance(50)
        ? TfValue.Null
        : Nested(block.Nesting, () => Object([.. block.Attributes], [.. block.Blocks], []));

    private TfValue Nested(NestingMode nesting, Func<TfValue> element) => nesting switch
    {
        NestingMode.Single => element(),
        NestingMode.List => TfValue.List(Several(element)),
        NestingMode.Set => TfValue.Set(Several(element)),
        _ => TfValue.Map(Keys().Select(key => KeyValuePair.Create(key, element()))),
    };

    private TfValue Plain(TfType type) => type.Kind switch
    {
        TfTypeKind.String => TfValue.Of(Text()),
        TfTypeKind.Number => Chance(80) ? TfValue.Of(_random.Next(3)) : TfValue.Of(TfNumber.Parse("7")),
        TfTypeKind.Bool => TfValue.Of(Chance(50)),
        TfTypeKind.List => TfValue.List(Several(() => Chance(15) ? TfValue.Null : Plain(type.Element))),
        TfTypeKind.Set => TfValue.Set(Several(() => Plain(type.Element))),
        TfTypeKind.Map => TfValue.Map(Keys().Select(key => KeyValuePair.Create(key, Plain(type.Element)))),
        TfTypeKind.Object =>
            TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, Chance(20) ? TfValue.Null : Plain(a.Value)))),
        _ => Chance(50)
            ? TfValue.Dynamic(TfType.String, TfValue.Of(Text()))
            : TfValue.Dynamic(TfType.Tuple([TfType.Bool, TfType.Number]), TfValue.Tuple([TfValue.True, TfValue.Of(1)])),
    };

    private TfValue Masked(TfValue value) => value.Kind switch
    {
        TfValueKind.Null => value,
        _ when Chance(8) => TfValue.Unknown,
        TfValueKind.List => TfValue.List(value.Elements.Select(Masked)),
        TfValueKind.Set => TfValue.Set(value.Elements.Select(Masked)),
        TfValueKind.Map => TfValue.Map(value.Attributes.Select(e => KeyValuePair.Create(e.Key, Masked(e.Value)))),
        TfValueKind.Object => TfValue.Object(value.Attributes.Select(e => KeyValuePair.Create(e.Key, Masked(e.Value)))),
        _ => value,
    };

    /// <summary>Of blocks, only a number that is not known yet makes the whole unknown; their attributes may be.</summary>
    private TfValue MaskedBlock(SchemaBlock block, TfValue value)
    {
        if (!value.IsPresent || block.Nesting == NestingMode.Single)
        {
            return value;
        }

        return Chance(8) ? TfValue.Unknown : block.Nesting switch
        {
            NestingMode.List => TfValue.List(value.Elements.Select(Inside)),
            NestingMode.Set => TfValue.Set(value.Elements.Select(Inside)),
            _ => TfValue.Map(value.Attributes.Select(e => KeyValuePair.Create(e.Key, Inside(e.Value)))),
        };

        TfValue Inside(TfValue element) => TfValue.Object(
            block.Attributes.Select(a => KeyValuePair.Create(a.Name, Masked(element.Attributes[a.Name])))
                .Concat(block.Blocks.Select(b => KeyValuePair.Create(b.Name, MaskedBlock(b, element.Attributes[b.Name])))));
    }

    private string Text() => Texts[_random.Next(Texts.Length)];

    private List<TfValue> Several(Func<TfValue> one) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => one())];

    private HashSet<string> Keys() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())];
#pragma warning restore CA5394
}
