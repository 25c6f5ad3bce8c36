namespace TerraformPlugin.Diagnostics;

/// <summary>Whether a diagnostic stops the run.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The object and what depends on it stop; the command ends with exit code 1.</summary>
    Error,

    /// <summary>Shown to the user; the run goes on.</summary>
    Warning,
}
