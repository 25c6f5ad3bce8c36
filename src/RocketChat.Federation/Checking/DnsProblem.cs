namespace RocketChat.Federation;

/// <summary>Something wrong with the records that exist.</summary>
/// <param name="Code">One of <see cref="ProblemCode"/>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Record">The record concerned, as name and type.</param>
/// <param name="Expected">What should be there; empty when nothing can be said.</param>
/// <param name="Found">What is there instead; empty for nothing.</param>
/// <param name="Hint">What went wrong and what to do, as full sentences.</param>
public sealed record DnsProblem(string Code, ProblemSeverity Severity, string Record, string Expected, string Found, string Hint);
