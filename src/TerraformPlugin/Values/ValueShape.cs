namespace TerraformPlugin.Values;

/// <summary>The checks that both encoders make before they write a present value.</summary>
internal static class ValueShape
{
    /// <summary>Refuses a value whose outer form is not the type's: its kind, a tuple's length, an object's attribute names.</summary>
    public static void Check(TfValue value, TfType type, ValuePath path)
    {
        if (KindOf(type.Kind) != value.Kind)
        {
            throw path.Mismatch(type.Kind, ValuePath.Noun(value.Kind.ToString()));
        }

        if (type.Kind == TfTypeKind.Tuple && value.Elements.Count != type.Elements.Length)
        {
            throw path.Failure($"expected {type.Elements.Length} elements, found {value.Elements.Count}");
        }

        if (type.Kind == TfTypeKind.Object)
        {
            CheckAttributes(value.Attributes, type, path);
        }
    }

    private static void CheckAttributes(IReadOnlyDictionary<string, TfValue> attributes, TfType type, ValuePath path)
    {
        foreach (var (name, _) in type.Attributes)
        {
            if (!attributes.ContainsKey(name))
            {
                throw path.Failure($"the attribute \"{name}\" is missing");
            }
        }

        if (attributes.Count != type.Attributes.Length)
        {
            throw path.Failure("the object holds an attribute that its type lacks");
        }
    }

    private static TfValueKind KindOf(TfTypeKind kind) => kind switch
    {
        TfTypeKind.String => TfValueKind.String,
        TfTypeKind.Number => TfValueKind.Number,
        TfTypeKind.Bool => TfValueKind.Bool,
        TfTypeKind.List => TfValueKind.List,
        TfTypeKind.Set => TfValueKind.Set,
        TfTypeKind.Tuple => TfValueKind.Tuple,
        TfTypeKind.Map => TfValueKind.Map,
        TfTypeKind.Object => TfValueKind.Object,
        _ => TfValueKind.Dynamic,
    };
}
