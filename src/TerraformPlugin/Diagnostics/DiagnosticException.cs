namespace TerraformPlugin.Diagnostics;

/// <summary>A failure that already knows its diagnostic: thrown by a provider author to end a call with exactly that error.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Creates the exception that ends the call with <paramref name="diagnostic"/>.</summary>
    public DiagnosticException(Diagnostic diagnostic)
        : this(diagnostic, null)
    {
    }

    /// <summary>Creates the exception that ends the call with <paramref name="diagnostic"/>, and keeps the cause.</summary>
    public DiagnosticException(Diagnostic diagnostic, Exception? innerException)
        : base(diagnostic.Summary, innerException) => Diagnostic = diagnostic;

    /// <summary>Creates the exception that ends the call with an error.</summary>
    public DiagnosticException(string summary, string detail, AttributePath? path = null)
        : this(Diagnostic.Error(summary, detail, path))
    {
    }

    /// <summary>The diagnostic that the user sees.</summary>
    public Diagnostic Diagnostic { get; }
}
