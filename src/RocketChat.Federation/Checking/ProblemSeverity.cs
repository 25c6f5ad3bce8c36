namespace RocketChat.Federation;

/// <summary>Whether federation works in spite of a problem.</summary>
public enum ProblemSeverity
{
    /// <summary>It works, but something is not as it should be.</summary>
    Warning,

    /// <summary>It does not work, or only for some.</summary>
    Error,
}
