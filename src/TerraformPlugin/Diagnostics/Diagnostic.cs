namespace TerraformPlugin.Diagnostics;

/// <summary>
/// A message that a CLI shows its user. The severity is required: a CLI continues after a diagnostic without one.
/// </summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Summary">A short noun phrase, shown as the headline.</param>
/// <param name="Detail">Full sentences: what happened, what the other side said, what to do. Printed as is: never a secret.</param>
/// <param name="Path">The attribute that is meant; null for the whole block.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Summary, string Detail, AttributePath? Path = null)
{
    /// <summary>An error.</summary>
    public static Diagnostic Error(string summary, string detail, AttributePath? path = null) =>
        new(DiagnosticSeverity.Error, summary, detail, path);

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(string summary, string detail, AttributePath? path = null) =>
        new(DiagnosticSeverity.Warning, summary, detail, path);
}
