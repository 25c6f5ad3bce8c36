using RocketChat.Federation.Problems;

namespace RocketChat.Federation.Checking;

/// <summary>The difference between a published value and the key.</summary>
/// <param name="Code">A code of <see cref="ProblemCode"/>.</param>
/// <param name="Severity">Whether servers can still read the key (tested with the library that they use).</param>
/// <param name="Hint">The cause and the remedy, as complete sentences.</param>
internal sealed record KeyDifference(string Code, ProblemSeverity Severity, string Hint);
