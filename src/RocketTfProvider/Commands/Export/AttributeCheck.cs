using System.Collections.Immutable;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary>Whether a configuration may hold a value that a server has: servers accept more than the schema does.</summary>
internal static class AttributeCheck
{
    /// <summary>The reason why it may not; null if it may.</summary>
    public static string? FaultOf(TfValue value, string name, ImmutableArray<AttributeValidator> validators)
    {
        if (value.IsNull)
        {
            return "The server holds a value of another type.";
        }

        var diagnostics = new DiagnosticList();
        foreach (var validator in validators)
        {
            validator(value, AttributePath.To(name), diagnostics);
        }

        // The detail of the fault may quote the value.
        return diagnostics.Count > 0 ? $"The server's value is not valid in a configuration: {diagnostics[0].Summary}." : null;
    }
}
