using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Plans as core expects it: defaults, then "known after apply" for computed attributes if anything changes at all, then the plan
/// modifiers. Inside an object that is not configured nothing is defaulted or made unknown: a value from a default or from the server is
/// already complete.
/// </summary>
internal static class ResourcePlanner
{
    public static (TfValue Planned, List<AttributePath> Replacing) Plan(Schema schema, TfValue prior, TfValue config, TfValue proposed)
    {
        var planned = new PlanWalk(ApplyDefault).Run(schema, prior, config, proposed);

        // Without a difference the stored computed values stay: otherwise every plan would show a change.
        if (!planned.Equals(prior))
        {
            planned = new PlanWalk(MarkUnknown).Run(schema, prior, config, planned);
        }

        var replacing = new List<AttributePath>();
        planned = new PlanWalk(v => Modify(v, replacing)).Run(schema, prior, config, planned);
        return (planned, replacing);
    }

    private static TfValue ApplyDefault(AttributeVisit visit) =>
        visit.Attribute is { WriteOnly: true } ? TfValue.Null
        : visit.Config is { IsNull: true } && visit.Attribute.Default is { } value ? value
        : visit.Planned;

    private static TfValue MarkUnknown(AttributeVisit visit) =>
        visit.Config is { IsNull: true } && visit.Attribute.IsComputed && visit.Attribute.Default is null ? TfValue.Unknown : visit.Planned;

    private static TfValue Modify(AttributeVisit visit, List<AttributePath> replacing)
    {
        if (visit.Attribute.PlanModifiers.IsEmpty)
        {
            return visit.Planned;
        }

        var context = new PlanModifierContext(visit.Path, visit.Prior, visit.Config ?? TfValue.Null, visit.Planned);
        foreach (var modifier in visit.Attribute.PlanModifiers)
        {
            modifier(context);
        }

        if (context.RequiresReplace && !replacing.Contains(visit.Path))
        {
            replacing.Add(visit.Path);
        }

        return context.Planned;
    }
}
