namespace RocketChat.Federation;

/// <summary>What is to be said of one record.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="Found">What exists.</param>
/// <param name="Remark">How it was found out, if not in the usual way.</param>
internal sealed record Judgement(IReadOnlyList<DnsProblem> Problems, FoundRecord Found, string? Remark);
