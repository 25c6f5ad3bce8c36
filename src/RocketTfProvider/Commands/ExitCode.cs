namespace RocketTfProvider.Commands;

/// <summary>The exit codes of the commands that a person runs.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Well = 0;

    /// <summary>The command ran and found something to act on.</summary>
    public const int Findings = 1;

    /// <summary>The command could not run.</summary>
    public const int Failed = 2;
}
