using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>The ids by which existing objects are imported.</summary>
internal static class ImportId
{
    /// <param name="rule">The ids that the resource takes, with an example.</param>
    public static DiagnosticException Invalid(string rule) => new("Invalid import id", rule);

    /// <summary>Requires the only id of a resource that a workspace has once.</summary>
    /// <exception cref="DiagnosticException">Another id.</exception>
    public static void RequireOnly(string only, string id, string what)
    {
        if (id != only)
        {
            throw Invalid($"A workspace has one {what}: import it as `{only}`, not {id.Quoted()}.");
        }
    }
}
