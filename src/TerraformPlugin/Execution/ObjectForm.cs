using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>The form that core demands of every object that a provider plans or stores.</summary>
internal static class ObjectForm
{
    /// <summary>Puts empty collections in place of absent blocks, and takes write-only values out. The null value stays null.</summary>
    public static TfValue Complete(Schema schema, TfValue value) =>
        value.IsPresent
            ? new PlanWalk(v => v.Attribute.WriteOnly ? TfValue.Null : v.Planned).Run(schema, TfValue.Null, TfValue.Null, value)
            : value;

    /// <summary>
    /// The object without sensitive values. A list is not stored, and <c>terraform query -json</c> prints all that is in it.
    /// </summary>
    public static TfValue WithoutSensitive(Schema schema, TfValue value) =>
        new PlanWalk(v => v.Attribute.Sensitive ? TfValue.Null : v.Planned).Run(schema, TfValue.Null, TfValue.Null, value);

    /// <summary>Refuses what may not be stored. Core would, too, but OpenTofu 1.6 not after a read.</summary>
    public static void RequireKnown(TfValue value)
    {
        if (!value.IsWhollyKnown)
        {
            var names = value.Attributes.Where(a => !a.Value.IsWhollyKnown).Select(a => $"`{a.Key}`").Order(StringComparer.Ordinal);
            throw new DiagnosticException(
                "Value left unknown",
                $"The provider returned no value for {string.Join(", ", names)}, although the operation has ended. "
                + "This is a bug in the provider. Please report it.");
        }
    }
}
