namespace Tool.Lint;

/// <summary>A place in the repository that breaks a rule.</summary>
/// <param name="File">The path below the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">The rule, and the remedy.</param>
internal sealed record Finding(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
