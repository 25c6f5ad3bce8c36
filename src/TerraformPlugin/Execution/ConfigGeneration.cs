using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Makes a configuration from a stored object: without attributes that users cannot set, deprecated ones, and values that an empty
/// configuration gives as well.
/// </summary>
internal static class ConfigGeneration
{
    public static TfValue Run(Schema schema, TfValue state) =>
        state.IsPresent ? new PlanWalk(Keep).Run(schema, TfValue.Null, TfValue.Null, state) : state;

    private static TfValue Keep(AttributeVisit visit) =>
        visit.Attribute is { Use: AttributeUse.Computed } or { WriteOnly: true } or { DeprecationMessage: not null }
        || visit.Planned.Equals(visit.Attribute.Default)
            ? TfValue.Null
            : visit.Planned;
}
