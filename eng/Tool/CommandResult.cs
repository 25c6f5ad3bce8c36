namespace Tool;

/// <summary>The end of a program whose streams were captured.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
