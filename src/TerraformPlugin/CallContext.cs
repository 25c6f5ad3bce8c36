using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>What every call on a resource or data source can use beside its values.</summary>
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

    /// <summary>What the provider stores with the object and no user sees. Empty for data sources, where nothing survives.</summary>
    public PrivateState Private { get; }
}
