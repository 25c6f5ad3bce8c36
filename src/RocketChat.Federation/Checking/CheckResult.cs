using RocketChat.Federation.Problems;

namespace RocketChat.Federation.Checking;

/// <summary>The outcome of one record's check.</summary>
/// <param name="Problems">The problems.</param>
/// <param name="Found">The records that exist.</param>
/// <param name="Note">Why the resolvers were queried in place of the authoritative servers, if they were.</param>
internal sealed record CheckResult(IReadOnlyList<DnsProblem> Problems, FoundRecord Found, string? Note);
