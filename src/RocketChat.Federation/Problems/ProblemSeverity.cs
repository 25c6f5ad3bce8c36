namespace RocketChat.Federation.Problems;

/// <summary>Whether federation works in spite of a problem.</summary>
public enum ProblemSeverity
{
    /// <summary>Federation works, but something should be corrected.</summary>
    Warning,

    /// <summary>Federation does not work, or only for some servers.</summary>
    Error,
}
