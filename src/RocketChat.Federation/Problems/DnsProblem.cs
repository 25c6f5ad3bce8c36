namespace RocketChat.Federation.Problems;

/// <summary>A problem with the records that exist.</summary>
/// <param name="Code">A code of <see cref="ProblemCode"/>.</param>
/// <param name="Severity">How serious the problem is.</param>
/// <param name="Record">The record concerned, as name and type.</param>
/// <param name="Expected">The value that should exist; empty if none can be stated.</param>
/// <param name="Found">The value that exists instead; empty if there is none.</param>
/// <param name="Hint">The cause and the remedy, as complete sentences.</param>
public sealed record DnsProblem(string Code, ProblemSeverity Severity, string Record, string Expected, string Found, string Hint);
