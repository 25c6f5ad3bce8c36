namespace RocketChat.Federation;

/// <summary>How a published text differs from the key.</summary>
/// <param name="Code">One of <see cref="ProblemCode"/>.</param>
/// <param name="Severity">Whether servers can still read it (tried with the library that they use).</param>
/// <param name="Hint">What is wrong and what to do, as full sentences.</param>
internal sealed record KeyDifference(string Code, ProblemSeverity Severity, string Hint);
