namespace RocketChat.Federation;

/// <summary>What is to be said of one record.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="Found">What exists.</param>
/// <param name="Note">How it was found out, if not in the usual way.</param>
internal sealed record CheckResult(IReadOnlyList<DnsProblem> Problems, FoundRecord Found, string? Note);
