using RocketChat.Federation.Checking;
using RocketChat.Federation.Problems;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Verdicts in a form for assertions.</summary>
internal static class VerdictExtensions
{
    /// <summary>The codes, warnings in parentheses.</summary>
    public static string Codes(this DnsVerdict verdict) =>
        string.Join(' ', verdict.Problems.Select(p => p.Severity == ProblemSeverity.Error ? p.Code : $"({p.Code})"));

    public static DnsProblem Only(this DnsVerdict verdict, string code) => Assert.Single(verdict.Problems, p => p.Code == code);
}
