using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>The tools of every call on a resource, data source, list or action, beside its values.</summary>
public class CallContext
{
    internal CallContext(DiagnosticList diagnostics, PrivateState privateState)
    {
        Diagnostics = diagnostics;
        Private = privateState;
    }

    /// <summary>
    /// Receives warnings, and errors that do not end the call at once. To end it, throw a <see cref="DiagnosticException"/>.
    /// </summary>
    public DiagnosticList Diagnostics { get; }

    /// <summary>
    /// Entries that the provider stores with the object and no CLI shows. Empty for all but resources, which alone store something.
    /// </summary>
    public PrivateState Private { get; }
}
