using System.Collections;

namespace TerraformPlugin.Diagnostics;

/// <summary>The diagnostics of one call, in the order in which they were found. Not for use from several threads.</summary>
public sealed class DiagnosticList : IReadOnlyList<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>True when at least one of them is an error.</summary>
    public bool HasErrors => _items.Exists(d => d.Severity == DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public Diagnostic this[int index] => _items[index];

    /// <summary>The paths that no diagnostic added from now on may have; none at first.</summary>
    internal Predicate<AttributePath> IsHidden { private get; set; } = static _ => false;

    /// <summary>
    /// Adds a diagnostic. In the calls about a configuration it loses its path if that leads to a secret there: a CLI quotes the lines to
    /// which a path leads.
    /// </summary>
    public void Add(Diagnostic diagnostic) =>
        _items.Add(diagnostic.Path is { } path && IsHidden(path) ? diagnostic with { Path = null } : diagnostic);

    /// <summary>Adds an error.</summary>
    public void AddError(string summary, string detail, AttributePath? path = null) => Add(Diagnostic.Error(summary, detail, path));

    /// <summary>Adds a warning.</summary>
    public void AddWarning(string summary, string detail, AttributePath? path = null) => Add(Diagnostic.Warning(summary, detail, path));

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
