using TerraformPlugin.Values;

namespace SampleProvider.Kinds;

/// <summary>Invents the values that a server would return, always the same.</summary>
internal static class ComputedValues
{
    /// <summary>The value with something in place of everything unknown.</summary>
    public static TfValue Fill(TfValue value, TfType type) => value.Kind switch
    {
        TfValueKind.Unknown => Compute(type),
        TfValueKind.List => TfValue.List(value.Elements.Select(e => Fill(e, type.Element))),
        TfValueKind.Set => TfValue.Set(value.Elements.Select(e => Fill(e, type.Element))),
        TfValueKind.Map => TfValue.Map(value.Attributes.Select(e => KeyValuePair.Create(e.Key, Fill(e.Value, type.Element)))),
        TfValueKind.Object =>
            TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, Fill(value.Attributes[a.Key], a.Value)))),
        _ => value,
    };

    private static TfValue Compute(TfType type) => type.Kind switch
    {
        TfTypeKind.String => TfValue.Of("invented"),
        TfTypeKind.Number => TfValue.Of(42),
        TfTypeKind.Bool => TfValue.True,
        TfTypeKind.Object => TfValue.Object(type.Attributes.Select(a => KeyValuePair.Create(a.Key, Compute(a.Value)))),
        _ => TfValue.Null,
    };
}
